import type { Provider } from '@nestjs/common';
import type { LockOutOptions } from './lock-out/lock-out.options';
import type { RolesOptions } from './roles/roles.options';
import type { PasskeysOptions } from './passkeys/passkeys.options';
import type { OidcOptions } from './oidc/oidc.options';
import type { SecondFactorOptions } from './second-factor/second-factor.options';
import type { TokensOptions } from './tokens/tokens.options';

/** Options of the plugin: one key for each feature. */
export interface AuthOptions {
    /**
     * Access and refresh tokens for shoppers and staff.
     *
     * @default none: sessions of Vendure only
     */
    tokens?: TokensOptions;
    /**
     * How often a sign-in may fail.
     *
     * @default on, with the defaults of each option
     */
    lockOut?: LockOutOptions;
    /**
     * Roles that a new shop has.
     *
     * @default the standard ones
     */
    roles?: RolesOptions;
    /**
     * Sign-in by OpenID Connect, with any number of providers. Needs `tokens`.
     *
     * @default none
     */
    oidc?: OidcOptions;
    /**
     * Authenticator apps and recovery codes for staff, who each decide for themselves.
     *
     * @default none: nobody can set one up
     */
    secondFactor?: SecondFactorOptions;
    /**
     * Passkeys for shoppers and staff.
     *
     * @default none
     */
    passkeys?: PasskeysOptions;
    /**
     * Whether PostgreSQL is told for whom each statement is, so that its row-level security keeps shoppers from other
     * people's rows. It needs a database role that does not own the tables, and connections that keep their settings:
     * no PgBouncer in transaction mode.
     *
     * @default true
     */
    rowSecurity?: boolean;
}

export const AUTH_OPTIONS = Symbol('AUTH_OPTIONS');

/** The options as they are when the server is made, for whoever asks for `AUTH_OPTIONS`. */
export function optionsProvider(options: () => AuthOptions): Provider {
    return { provide: AUTH_OPTIONS, useFactory: options };
}
