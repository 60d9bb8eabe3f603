import { AuditPlugin, publishedAnchors, trustedKeys, type VerifyOptions } from '@efi/audit-plugin';
import type { Env } from '../env';

/** Who did what, in a trail whose changes are found. */
export function auditPlugin(env: Env) {
    return AuditPlugin.init({
        secret: env.AUDIT_SECRET,
        earlierKeys: env.AUDIT_EARLIER_KEYS,
        anchorFile: env.AUDIT_ANCHOR_FILE,
    });
}

/** How the trail is verified outside of the application. */
export function verifyOptions(env: Env): VerifyOptions {
    return {
        keys: trustedKeys(env.AUDIT_SECRET, env.AUDIT_EARLIER_KEYS),
        published: publishedAnchors(env.AUDIT_ANCHOR_FILE),
    };
}
