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
    VAULT_AUTH: z
        .enum(['token', 'approle', 'kubernetes'])
        .default('token')
        .describe(
            'With ENCRYPTION=vault: by what a process logs in. It needs VAULT_TOKEN, VAULT_ROLE_ID with VAULT_SECRET_ID, or VAULT_ROLE. Who logs in may encrypt and decrypt with the transit key.',
        ),
    VAULT_TOKEN: z.string().optional().describe('With VAULT_AUTH=token: the token, which nobody renews.'),
    VAULT_ROLE_ID: z.string().optional().describe('With VAULT_AUTH=approle: the role.'),
    VAULT_SECRET_ID: z
        .string()
        .optional()
        .describe('With VAULT_AUTH=approle: the secret of the role, which may be used more than once.'),
    VAULT_ROLE: z
        .string()
        .optional()
        .describe('With VAULT_AUTH=kubernetes: the role of the service account.'),
    VAULT_JWT_FILE: z
        .string()
        .optional()
        .describe(
            'With VAULT_AUTH=kubernetes: file with the token of the service account. Default: where Kubernetes mounts it.',
        ),
    VAULT_AUTH_MOUNT: z
        .string()
        .optional()
        .describe('With VAULT_AUTH=approle or kubernetes: where the method is mounted. Default: its name.'),
    AWS_REGION: z
        .string()
        .optional()
        .describe('With ENCRYPTION=kms: region of the key; with AUDIT_S3_BUCKET: of the bucket.'),
    AWS_ACCESS_KEY_ID: z
        .string()
        .optional()
        .describe(
            'With ENCRYPTION=kms: whoever may kms:Encrypt and kms:Decrypt with the key; with AUDIT_S3_BUCKET: whoever may use the bucket. Default: what AWS has everywhere, such as a web identity, the role of the container or of the machine, or a profile.',
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
    vault: ['ENCRYPTION_KEY_NAME', 'VAULT_ADDR'],
    kms: ['ENCRYPTION_KEY_NAME', 'AWS_REGION'],
} as const satisfies Record<EncryptionEnv['ENCRYPTION'], readonly (keyof EncryptionEnv)[]>;

const NEEDED_TO_LOG_IN = {
    token: ['VAULT_TOKEN'],
    approle: ['VAULT_ROLE_ID', 'VAULT_SECRET_ID'],
    kubernetes: ['VAULT_ROLE'],
} as const satisfies Record<EncryptionEnv['VAULT_AUTH'], readonly (keyof EncryptionEnv)[]>;

/** What is wrong with the settings: a line each, none when all is well. */
export function encryptionProblems(env: EncryptionEnv): string[] {
    const missing = (names: readonly (keyof EncryptionEnv)[], when: string) =>
        names
            .filter(name => env[name] === undefined)
            .map(name => `${name}: must be set when ${when}. ${encryptionSettings[name].description}`);
    return [
        ...missing(NEEDED[env.ENCRYPTION], `ENCRYPTION=${env.ENCRYPTION}`),
        ...(env.ENCRYPTION === 'vault'
            ? missing(NEEDED_TO_LOG_IN[env.VAULT_AUTH], `VAULT_AUTH=${env.VAULT_AUTH}`)
            : []),
        ...halfCredentials(env),
    ];
}

/** One without the other would be taken for neither. */
function halfCredentials({ AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret }: EncryptionEnv): string[] {
    return (id === undefined) === (secret === undefined)
        ? []
        : ['AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY: must both be set, or neither.'];
}
