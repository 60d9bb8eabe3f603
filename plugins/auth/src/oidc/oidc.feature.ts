import type { AuthFeature } from '../auth-feature';
import { AUTH_OPTIONS } from '../auth.options';
import { OidcController } from './api/oidc.controller';
import { providerRoutes } from './api/provider.routes';
import { LinkedAccounts } from './infrastructure/linked-accounts';
import { OidcClients } from './infrastructure/oidc-clients';
import { OidcSignIn } from './infrastructure/oidc-sign-in';
import { OidcSignOut } from './infrastructure/oidc-sign-out';
import { OIDC_SETTINGS, oidcSettings } from './oidc.options';

/** Sign-in by OpenID Connect. Off without options: its addresses answer 404 then. */
export const oidcFeature: AuthFeature = {
    controllers: [OidcController],
    providers: [
        { provide: OIDC_SETTINGS, useFactory: oidcSettings, inject: [AUTH_OPTIONS] },
        OidcClients,
        LinkedAccounts,
        OidcSignIn,
        OidcSignOut,
    ],
    routes: ({ oidc }) => (oidc ? providerRoutes(oidc) : []),
};
