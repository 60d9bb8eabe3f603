import { hkdfSync } from 'node:crypto';
import type { Audience } from '../tokens/domain/audience';
import type { TokensOptions } from '../tokens/tokens.options';
import type { SecondFactorClaims } from './domain/second-factor-claims';

/** A provider of OpenID Connect that people may sign in with. */
export interface OidcProviderOptions {
    /** Names it in addresses: small letters, digits and hyphens. */
    id: string;
    /** What a button says, such as `Google`. */
    label: string;
    /** Whom it is for: shoppers (`shop`) or the staff (`admin`). */
    audience: Audience;
    /** Its issuer, below which `/.well-known/openid-configuration` is. An `https:` address. */
    issuer: string;
    clientId: string;
    clientSecret: string;
    /** @default ['openid', 'email', 'profile'] */
    scopes?: string[];
    /**
     * Which roles of Vendure follow from what the provider says of a member of the staff. Roles that are named here are
     * given and taken at each sign-in; other roles of an account stay as they are. Who has none of them is refused. The
     * role of the superadmin can't be given.
     *
     * @default none: only members of the staff who have an account already may sign in
     */
    roles?: {
        /** A claim with a text or a list of texts, such as `groups`. */
        claim: string;
        /** From a value of the claim to the code of a role. */
        map: Readonly<Record<string, string>>;
    };
    /**
     * By which values of `amr` and `acr` in its ID token the provider says that it asked for a second factor. A member
     * of the staff who has one here is then not asked again.
     *
     * @default none: whoever has a second factor here can't sign in with this provider
     */
    secondFactor?: SecondFactorClaims;
    /**
     * Lets the issuer be an `http:` address. For tests only: whoever is on the way may sign in as anybody.
     *
     * @default false
     */
    insecure?: boolean;
}

/** Sign-in by OpenID Connect. Needs the option `tokens`. */
export interface OidcOptions {
    /** The server's address as browsers reach it. Each provider has to know `<publicUrl>/api/auth/oidc/<id>/callback`. */
    publicUrl: string;
    /** Origins to which browsers may go back; the first one is where they go without being asked. */
    returnOrigins: readonly [string, ...string[]];
    /** Any number of them. */
    providers: readonly OidcProviderOptions[];
}

/** The options, checked. */
export interface OidcSettings extends OidcOptions {
    /** 32 bytes; seals what a sign-in leaves in the browser until it is back. */
    readonly secret: Buffer;
}

export const OIDC_SETTINGS = Symbol('OIDC_SETTINGS');

const SUPER_ADMIN = '__super_admin_role__';

/**
 * @returns nothing where nobody may sign in like that.
 * @throws Error that names an option whose value makes no sense.
 */
export function oidcSettings({
    oidc,
    tokens,
}: {
    readonly oidc?: OidcOptions;
    readonly tokens?: TokensOptions;
}): OidcSettings | undefined {
    if (!oidc || oidc.providers.length === 0) {
        return undefined;
    }
    if (!tokens) {
        throw new Error('AuthPlugin: oidc needs the option tokens');
    }
    for (const address of [oidc.publicUrl, ...oidc.returnOrigins]) {
        if (!URL.canParse(address)) {
            throw new Error(`AuthPlugin: oidc has "${address}", which is no address`);
        }
    }
    const ids = oidc.providers.map(({ id }) => id);
    for (const { id, issuer, insecure, roles } of oidc.providers) {
        const of = `AuthPlugin: oidc provider "${id}"`;
        if (!/^[a-z\d-]{1,50}$/.test(id) || ids.indexOf(id) !== ids.lastIndexOf(id)) {
            throw new Error(`${of}: ids have small letters, digits and hyphens, and no two are the same`);
        }
        if (!URL.canParse(issuer) || (!issuer.startsWith('https:') && !insecure)) {
            throw new Error(`${of}: the issuer has to be an https: address`);
        }
        if (Object.values(roles?.map ?? {}).includes(SUPER_ADMIN)) {
            throw new Error(`${of}: nobody becomes superadmin by a claim`);
        }
    }
    const secret = Buffer.from(hkdfSync('sha256', tokens.secret, 'efi-auth', 'oidc', 32));
    return { ...oidc, publicUrl: oidc.publicUrl.replace(/\/+$/, ''), secret };
}
