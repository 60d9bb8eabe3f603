import {
    AuditPlugin,
    publishedAnchors,
    s3Store,
    trustedKeys,
    type VerifyOptions,
    type WriteOnceStore,
} from '@efi/audit-plugin';
import type { Env } from '../env';
import { awsCredentials } from './aws-credentials';

/** Who did what, in a trail whose changes are found. */
export function auditPlugin(env: Env) {
    return AuditPlugin.init({
        secret: env.AUDIT_SECRET,
        earlierKeys: env.AUDIT_EARLIER_KEYS,
        anchorFile: env.AUDIT_ANCHOR_FILE,
        alertMails: { to: env.AUDIT_ALERT_MAILS },
        timeZone: env.AUDIT_TIME_ZONE,
        ...writeOnce(env),
    });
}

/** What it needs is there: see `auditProblems`. */
function writeOnce(env: Env): { writeOnce?: WriteOnceStore } {
    const { AUDIT_S3_BUCKET: bucket, AUDIT_S3_PREFIX: prefix, AWS_REGION: region = '' } = env;
    return bucket === undefined
        ? {}
        : {
              writeOnce: s3Store({
                  ...{ bucket, prefix, region },
                  credentials: awsCredentials(env),
                  ...(env.AWS_ENDPOINT_URL_S3 ? { endpoint: env.AWS_ENDPOINT_URL_S3 } : {}),
              }),
          };
}

/** How the trail is verified outside of the application. */
export function verifyOptions(env: Env): VerifyOptions {
    return {
        keys: trustedKeys(env.AUDIT_SECRET, env.AUDIT_EARLIER_KEYS),
        published: publishedAnchors(env.AUDIT_ANCHOR_FILE),
    };
}
