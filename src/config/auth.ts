import {
    AuthPlugin,
    type LockOutOptions,
    type PasskeysOptions,
    type RelyingPartyOptions,
} from '@efi/auth-plugin';
import { Redis } from 'ioredis';
import type { Env } from '../env';
import { canHavePasskeys } from '../env-passkeys';
import { shopName } from './mail';
import { announceOutages, failFast, redisOptions } from '../redis/redis-connection';

/** Sign-in and tokens for shoppers, staff and machines. */
export function authPlugin(env: Env) {
    return AuthPlugin.init({
        tokens: { secret: env.TOKEN_SECRET, issuer: env.SERVER_URL },
        lockOut: lockOutOptions(env),
        roles: { additional: ofOtherPlugins },
        oidc: {
            publicUrl: env.SERVER_URL,
            returnOrigins: [env.STOREFRONT_URL, env.SERVER_URL, ...env.CORS_ORIGINS],
            providers: env.OIDC_PROVIDERS.map(provider => ({
                ...provider,
                insecure: provider.issuer.startsWith('http:'),
            })),
        },
        passkeys: passkeyOptions(env),
        rowSecurity: env.DATABASE_ROW_SECURITY,
        secondFactor: { secret: env.TOKEN_SECRET, name: shopName(env.MAIL_FROM) },
    });
}

/** What the standard roles may do with what other plugins bring. Those of the role `admin` come by themselves. */
const ofOtherPlugins = {
    merchandiser: [
        ...['ReadEfiPricing', 'ManageEfiPricing', 'ReadEfiBehaviour'],
        ...['Create', 'Read', 'Update', 'Delete'].map(verb => `${verb}EfiContent`),
    ],
    support: ['ReadEfiPayments', 'EfiReadFraud', 'EfiReviewFraud'],
};

/** Shoppers use theirs on the storefront's pages, staff on the Dashboard's, which the server serves. */
function passkeyOptions({ MAIL_FROM, STOREFRONT_URL, SERVER_URL, PASSKEY_RP_ID }: Env): PasskeysOptions {
    const at = (origin: string): RelyingPartyOptions => ({
        origins: [origin],
        ...(PASSKEY_RP_ID ? { rpId: PASSKEY_RP_ID } : {}),
    });
    return {
        name: shopName(MAIL_FROM),
        ...(canHavePasskeys(STOREFRONT_URL) ? { shop: at(STOREFRONT_URL) } : {}),
        ...(canHavePasskeys(SERVER_URL) ? { admin: at(SERVER_URL) } : {}),
    };
}

/** Counted in Redis where there is one. */
function lockOutOptions({ REDIS_URL }: Env): LockOutOptions {
    if (!REDIS_URL) {
        return {};
    }
    return {
        redis: () => {
            const client = new Redis({ ...redisOptions(REDIS_URL), ...failFast });
            announceOutages(client, 'Auth');
            return client;
        },
    };
}
