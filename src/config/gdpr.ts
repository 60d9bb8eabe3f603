import { GdprPlugin } from '@efi/gdpr-plugin';
import path from 'node:path';
import type { Env } from '../env';
import { mailbox } from './mailbox';

/** Requests about personal data. The log of erasures is to be kept apart from the database's backups. */
export function gdprPlugin(env: Env) {
    return GdprPlugin.init({
        secret: env.TOKEN_SECRET,
        issuer: env.SERVER_URL,
        erasureLog: path.join(env.DATA_DIR, 'privacy', 'erasures.log'),
        stores: env.isProduction ? [] : [mailbox(path.join(env.DATA_DIR, 'mail'))],
    });
}
