import type { AuthFeature } from '../auth-feature';
import { AUTH_OPTIONS, type AuthOptions } from '../auth.options';
import { addEarly } from '../infrastructure/early-middleware';
import { tokenRoutes } from './api/token.routes';
import { AccessTokens } from './infrastructure/access-tokens';
import { EfiAuthSigningKey } from './infrastructure/entities/signing-key.entity';
import { EfiAuthTokenFamily } from './infrastructure/entities/token-family.entity';
import { accessTokenMiddlewares } from './infrastructure/http/access-token.middleware';
import { jwksMiddleware } from './infrastructure/http/jwks.middleware';
import { TokenGate } from './infrastructure/http/token-gate';
import { rotateKeysTask } from './infrastructure/rotate-keys.task';
import { SignIn } from './infrastructure/sign-in';
import { SigningKeys } from './infrastructure/signing-keys';
import { TokenFamilies } from './infrastructure/token-families';
import { TokenSessions } from './infrastructure/token-sessions';
import { TOKEN_SETTINGS, tokenSettings } from './tokens.options';

/** Access and refresh tokens, beside Vendure's sessions. Off without options: then nothing asks for the settings. */
export const tokensFeature: AuthFeature = {
    entities: [EfiAuthSigningKey, EfiAuthTokenFamily],
    providers: [
        {
            provide: TOKEN_SETTINGS,
            useFactory: ({ tokens }: AuthOptions) => tokens && tokenSettings(tokens),
            inject: [AUTH_OPTIONS],
        },
        SigningKeys,
        AccessTokens,
        TokenSessions,
        TokenFamilies,
        SignIn,
        TokenGate,
    ],
    routes: ({ tokens }) => (tokens ? tokenRoutes() : []),
    configure: (config, { tokens }) => {
        if (!tokens) {
            return;
        }
        if (![config.authOptions.tokenMethod].flat().includes('bearer')) {
            throw new Error("AuthPlugin: tokens need 'bearer' in authOptions.tokenMethod");
        }
        addEarly(config, [...accessTokenMiddlewares(config), jwksMiddleware()]);
        config.schedulerOptions.tasks.push(rotateKeysTask);
    },
};
