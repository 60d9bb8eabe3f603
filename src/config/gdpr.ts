import { GdprPlugin } from '@efi/gdpr-plugin';
import path from 'node:path';
import { encryptionOptions } from './encryption';
import type { Env } from '../env';
import { personalDataInRedis } from '../redis/personal-data-in-redis';
import { mailbox } from './mailbox';
import { recipientsOf } from './recipients';

/** Requests about personal data. The log of erasures is to be kept apart from the database's backups. */
export function gdprPlugin(env: Env) {
    const encryption = encryptionOptions(env);
    return GdprPlugin.init({
        secret: env.TOKEN_SECRET,
        earlierSecrets: env.EARLIER_TOKEN_SECRETS,
        issuer: env.SERVER_URL,
        erasureLog: path.join(env.DATA_DIR, 'privacy', 'erasures.log'),
        ...(encryption ? { encryption } : {}),
        stores: [
            ...(env.isProduction ? [] : [mailbox(path.join(env.DATA_DIR, 'mail'))]),
            ...(env.REDIS_URL ? [personalDataInRedis(env.REDIS_URL)] : []),
        ],
        recipients: recipientsOf(env),
        webhooks: { allowLoopback: !env.isProduction },
    });
}
