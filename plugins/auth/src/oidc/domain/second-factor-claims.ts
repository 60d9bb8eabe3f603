/** By which words of its own a provider says that it asked for a second factor. */
export interface SecondFactorClaims {
    /** Values of `amr` (RFC 8176), such as `mfa`: one of them is enough. */
    readonly amr?: readonly string[];
    /** Values of `acr` that stand for one. */
    readonly acr?: readonly string[];
}

/**
 * @param claims - Of an ID token that was checked: what only the user info says is not signed.
 * @param accepted - Nothing for a provider whose word is not taken for it.
 */
export function showedSecondFactor(
    { amr, acr }: Readonly<Record<string, unknown>>,
    accepted: SecondFactorClaims | undefined,
): boolean {
    const methods: unknown[] = Array.isArray(amr) ? amr : [];
    const isOneOf = (values: readonly string[] | undefined, value: unknown) =>
        typeof value === 'string' && values?.includes(value) === true;
    return methods.some(method => isOneOf(accepted?.amr, method)) || isOneOf(accepted?.acr, acr);
}
