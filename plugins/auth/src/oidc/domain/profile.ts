/** What a provider says of somebody, as far as it is used. */
export interface Profile {
    /** Who it is, for ever, at this provider. */
    readonly subject: string;
    /** In small letters; only when the provider has made sure that it is theirs. */
    readonly verifiedEmail?: string;
    readonly firstName: string;
    readonly lastName: string;
}

type Claims = Readonly<Record<string, unknown>>;

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

/** @param claims - Of an ID token that was checked, and of the same person's user info. */
export function profileOf(subject: string, claims: Claims): Profile {
    const email = text(claims.email).toLowerCase();
    const [first = '', ...more] = text(claims.name).split(/\s+/);
    return {
        subject,
        // `"true"` as a text is not enough: some providers hand on what people typed in themselves.
        ...(claims.email_verified === true && email.includes('@') ? { verifiedEmail: email } : {}),
        firstName: text(claims.given_name) || first,
        lastName: text(claims.family_name) || more.join(' '),
    };
}

/**
 * The roles that somebody has after a sign-in.
 *
 * @param present - Codes of those that the account has.
 * @param map - From values of the claim to codes. Roles that are not in it are none of the provider's business.
 * @param claim - What the provider says.
 * @returns nothing when the provider gives no role at all.
 */
export function rolesAfter(
    present: readonly string[],
    map: Readonly<Record<string, string>>,
    claim: unknown,
): string[] | undefined {
    const values = Array.isArray(claim) ? (claim as unknown[]) : [claim];
    const given = values.flatMap(value =>
        typeof value === 'string' && Object.hasOwn(map, value) ? [map[value] ?? ''] : [],
    );
    const managed = Object.values(map);
    return given.length === 0
        ? undefined
        : [...new Set([...present.filter(code => !managed.includes(code)), ...given])];
}
