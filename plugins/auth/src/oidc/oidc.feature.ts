import type { AuthFeature } from '../auth-feature';
import { AUTH_OPTIONS } from '../auth.options';
import { OidcController } from './api/oidc.controller';
import { providerRoutes } from './api/provider.routes';
import { oidcSchema } from './api/schema';
import { SignInProvidersResolver } from './api/sign-in-providers.resolver';
import { LinkedAccounts } from './infrastructure/linked-accounts';
import { OidcClients } from './infrastructure/oidc-clients';
import { OidcSignIn } from './infrastructure/oidc-sign-in';
import { OidcSignOut } from './infrastructure/oidc-sign-out';
import { EfiAuthSignInCode } from './infrastructure/sign-in-code.entity';
import { SignInCodeStrategy } from './infrastructure/sign-in-code-strategy';
import { SignInCodes } from './infrastructure/sign-in-codes';
import { OIDC_SETTINGS, oidcSettings } from './oidc.options';

const api = { schema: oidcSchema, resolvers: [SignInProvidersResolver] };

/** Sign-in by OpenID Connect. Off without options: its addresses answer 404 then, and the APIs list no provider. */
export const oidcFeature: AuthFeature = {
    entities: [EfiAuthSignInCode],
    controllers: [OidcController],
    providers: [
        { provide: OIDC_SETTINGS, useFactory: oidcSettings, inject: [AUTH_OPTIONS] },
        OidcClients,
        LinkedAccounts,
        OidcSignIn,
        OidcSignOut,
        SignInCodes,
    ],
    shop: api,
    admin: api,
    configure: ({ authOptions }) => {
        const { shopAuthenticationStrategy, adminAuthenticationStrategy } = authOptions;
        authOptions.shopAuthenticationStrategy = [...shopAuthenticationStrategy, new SignInCodeStrategy()];
        authOptions.adminAuthenticationStrategy = [...adminAuthenticationStrategy, new SignInCodeStrategy()];
    },
    routes: ({ oidc }) => (oidc ? providerRoutes(oidc) : []),
};
