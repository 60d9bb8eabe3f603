import { z } from 'zod';
import { url } from './env-values';

/** The settings of the audit trail. */
export const auditSettings = {
    AUDIT_SECRET: z
        .string()
        .min(32, 'must have at least 32 characters')
        .optional()
        .describe(
            'Makes the key that signs the anchors of the audit trail; the same for every process, and nowhere in the database. Default: COOKIE_SECRET.',
        ),
    AUDIT_EARLIER_KEYS: z
        .string()
        .default('')
        .transform(value =>
            value
                .split(',')
                .map(key => key.trim())
                .filter(Boolean),
        )
        .describe(
            'Public keys of replaced AUDIT_SECRETs, separated by commas, so that their anchors are still believed.',
        ),
    AUDIT_ALERT_MAILS: z
        .string()
        .default('')
        .transform(value =>
            value
                .split(',')
                .map(address => address.trim())
                .filter(Boolean),
        )
        .pipe(z.array(z.email()))
        .describe(
            'E-mail addresses that alerts about the audit trail are sent to, separated by commas, at most ten alerts an hour. Default: none.',
        ),
    AUDIT_TIME_ZONE: z
        .string()
        .default('UTC')
        .describe(
            'Of the day and night of the shop, for alerts such as refunds at night, as IANA names it: Europe/Berlin. Default: UTC.',
        ),
    AUDIT_S3_BUCKET: z
        .string()
        .optional()
        .describe(
            'Bucket with object lock in which the worker keeps each part of the audit trail, locked for as long as it is kept. It needs AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, which may s3:PutObject, s3:PutObjectRetention, s3:GetObject, s3:GetObjectRetention and s3:ListBucket. Default: none.',
        ),
    AUDIT_S3_PREFIX: z
        .string()
        .default('audit/')
        .describe('Before the names of what is kept in AUDIT_S3_BUCKET. Default: audit/.'),
    AWS_ENDPOINT_URL_S3: url('http:', 'https:')
        .optional()
        .describe('With AUDIT_S3_BUCKET: address of a service that speaks S3. Default: that of the region.'),
    AUDIT_ANCHOR_FILE: z
        .string()
        .optional()
        .describe(
            'Where the worker also writes each anchor of the audit trail, best on another disk. Default: DATA_DIR/audit/anchors.jsonl.',
        ),
};

interface WriteOnceEnv {
    readonly AUDIT_S3_BUCKET?: string | undefined;
    readonly AWS_REGION?: string | undefined;
}

/** What is wrong with the settings: a line each, none when all is well. */
export function auditProblems(env: WriteOnceEnv): string[] {
    return env.AUDIT_S3_BUCKET !== undefined && env.AWS_REGION === undefined
        ? ['AWS_REGION: must be set with AUDIT_S3_BUCKET.']
        : [];
}
