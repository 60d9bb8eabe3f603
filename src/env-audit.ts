import { z } from 'zod';

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
    AUDIT_ANCHOR_FILE: z
        .string()
        .optional()
        .describe(
            'Where the worker also writes each anchor of the audit trail, best on another disk. Default: DATA_DIR/audit/anchors.jsonl.',
        ),
};
