import { AuthPlugin, type LockOutOptions } from '@efi/auth-plugin';
import { Redis } from 'ioredis';
import type { Env } from '../env';
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
            providers: env.OIDC_PROVIDERS,
        },
        secondFactor: { secret: env.TOKEN_SECRET, name: shopName(env.MAIL_FROM) },
    });
}

/** What the standard roles may do with what other plugins bring. Those of the role `admin` come by themselves. */
const ofOtherPlugins = {
    merchandiser: ['ReadEfiPricing', 'ManageEfiPricing', 'ReadEfiBehaviour'],
    support: ['ReadEfiPayments', 'EfiReadFraud', 'EfiReviewFraud'],
};

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
