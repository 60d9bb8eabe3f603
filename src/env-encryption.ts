import { z } from 'zod';
import { url } from './env-values';

/** The settings of the encryption of personal data. */
export const encryptionSettings = {
    ENCRYPTION: z
        .enum(['off', 'environment', 'file', 'vault', 'kms'])
        .default('off')
        .describe(
            'Whether columns with personal data are encrypted, and where the master key is: ENCRYPTION_MASTER_KEYS, a file, the transit engine of Vault, or AWS KMS. For all servers and workers at once; see plugins/gdpr/README.md before it is switched on or off.',
        ),
    ENCRYPTION_KEY_FILE: z
        .string()
        .optional()
        .describe(
            'File with all keys, wrapped by the master key, shared by all servers and workers. Without it nothing encrypted can be read; keep it apart from backups of the database. Default: DATA_DIR/privacy/keys.json.',
        ),
    ENCRYPTION_MASTER_KEYS: z
        .string()
        .optional()
        .describe(
            'With ENCRYPTION=environment: "id:base64 of 32 bytes", the newest first, separated by commas.',
        ),
    ENCRYPTION_MASTER_KEYS_FILE: z
        .string()
        .optional()
        .describe('With ENCRYPTION=file: a file with the same, a key in each line.'),
    ENCRYPTION_KEY_NAME: z
        .string()
        .optional()
        .describe(
            'With ENCRYPTION=vault the name of the transit key, with kms the id, ARN or alias of the key.',
        ),
    VAULT_ADDR: url('http:', 'https:')
        .optional()
        .describe('With ENCRYPTION=vault: address of Vault or OpenBao.'),
    VAULT_TOKEN: z
        .string()
        .optional()
        .describe('With ENCRYPTION=vault: may encrypt and decrypt with the transit key.'),
    AWS_REGION: z
        .string()
        .optional()
        .describe('With ENCRYPTION=kms: region of the key; with AUDIT_S3_BUCKET: of the bucket.'),
    AWS_ACCESS_KEY_ID: z
        .string()
        .optional()
        .describe(
            'With ENCRYPTION=kms: whoever may kms:Encrypt and kms:Decrypt with the key; with AUDIT_S3_BUCKET: whoever may use the bucket.',
        ),
    AWS_SECRET_ACCESS_KEY: z
        .string()
        .optional()
        .describe('With ENCRYPTION=kms: the secret of AWS_ACCESS_KEY_ID.'),
    AWS_SESSION_TOKEN: z
        .string()
        .optional()
        .describe('With ENCRYPTION=kms and temporary credentials: their token.'),
    AWS_ENDPOINT_URL_KMS: url('http:', 'https:')
        .optional()
        .describe('With ENCRYPTION=kms: another address than that of the region.'),
};

type EncryptionEnv = z.output<z.ZodObject<typeof encryptionSettings>>;

const NEEDED = {
    off: [],
    environment: ['ENCRYPTION_MASTER_KEYS'],
    file: ['ENCRYPTION_MASTER_KEYS_FILE'],
    vault: ['ENCRYPTION_KEY_NAME', 'VAULT_ADDR', 'VAULT_TOKEN'],
    kms: ['ENCRYPTION_KEY_NAME', 'AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
} as const satisfies Record<EncryptionEnv['ENCRYPTION'], readonly (keyof EncryptionEnv)[]>;

/** What is wrong with the settings: a line each, none when all is well. */
export function encryptionProblems(env: EncryptionEnv): string[] {
    return NEEDED[env.ENCRYPTION]
        .filter(name => env[name] === undefined)
        .map(
            name =>
                `${name}: must be set when ENCRYPTION=${env.ENCRYPTION}. ${encryptionSettings[name].description}`,
        );
}
