import type { AuthFeature } from '../auth-feature';
import { AUTH_OPTIONS, type AuthOptions } from '../auth.options';
import { EfiAuthSigningKey } from './infrastructure/entities/signing-key.entity';
import { EfiAuthTokenFamily } from './infrastructure/entities/token-family.entity';
import { jwksMiddleware } from './infrastructure/http/jwks.middleware';
import { TokenGate } from './infrastructure/http/token-gate';
import { rotateKeysTask } from './infrastructure/rotate-keys.task';
import { SigningKeys } from './infrastructure/signing-keys';
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
        TokenGate,
    ],
    configure: (config, { tokens }) => {
        if (!tokens) {
            return;
        }
        config.apiOptions.middleware.push(jwksMiddleware());
        config.schedulerOptions.tasks.push(rotateKeysTask);
    },
};
