import type { AuthFeature } from '../auth-feature';
import { AUTH_OPTIONS, type AuthOptions } from '../auth.options';
import { passkeysSchema } from './api/schema';
import { PasskeysResolver } from './api/passkeys.resolver';
import { Ceremonies } from './infrastructure/ceremonies';
import { EfiAuthPasskeyChallenge } from './infrastructure/challenge.entity';
import { Challenges } from './infrastructure/challenges';
import { FreshSignIn } from './infrastructure/fresh-sign-in';
import { EfiAuthPasskey } from './infrastructure/passkey.entity';
import { PasskeyStrategy } from './infrastructure/passkey-strategy';
import { Passkeys } from './infrastructure/passkeys';
import { PasskeyMessages } from './passkeys.messages';
import { PASSKEY_SETTINGS, passkeySettings } from './passkeys.options';

const api = { schema: passkeysSchema, resolvers: [PasskeysResolver] };

/** Passkeys for shoppers and staff. Without options the APIs look the same, and refuse. */
export const passkeysFeature: AuthFeature = {
    entities: [EfiAuthPasskey, EfiAuthPasskeyChallenge],
    providers: [
        {
            provide: PASSKEY_SETTINGS,
            useFactory: ({ passkeys }: AuthOptions) => passkeys && passkeySettings(passkeys),
            inject: [AUTH_OPTIONS],
        },
        Challenges,
        Ceremonies,
        Passkeys,
        FreshSignIn,
        PasskeyMessages,
    ],
    shop: api,
    admin: api,
    configure: ({ authOptions }, { passkeys }) => {
        if (passkeys) {
            passkeySettings(passkeys);
        }
        authOptions.shopAuthenticationStrategy = [
            ...authOptions.shopAuthenticationStrategy,
            new PasskeyStrategy(),
        ];
        authOptions.adminAuthenticationStrategy = [
            ...authOptions.adminAuthenticationStrategy,
            new PasskeyStrategy(),
        ];
    },
};
