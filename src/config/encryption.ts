import {
    awsKms,
    type EncryptionOptions,
    localMasterKeys,
    type MasterKeys,
    masterKeysInFile,
    vaultTransit,
} from '@efi/gdpr-plugin';
import type { Env } from '../env';

/** Where the keys of personal data are; nothing when it is not encrypted. */
export function encryptionOptions(env: Env): EncryptionOptions | undefined {
    const masterKeys = masterKeysOf(env);
    return masterKeys && { keyFile: env.ENCRYPTION_KEY_FILE, masterKeys };
}

/** What each needs is there: see `encryptionProblems`. */
function masterKeysOf(env: Env): MasterKeys | undefined {
    const { ENCRYPTION_KEY_NAME: key = '', VAULT_TOKEN: token = '', AWS_REGION: region = '' } = env;
    switch (env.ENCRYPTION) {
        case 'off':
            return undefined;
        case 'environment':
            return localMasterKeys(env.ENCRYPTION_MASTER_KEYS ?? '', 'ENCRYPTION_MASTER_KEYS');
        case 'file':
            return masterKeysInFile(env.ENCRYPTION_MASTER_KEYS_FILE ?? '');
        case 'vault':
            return vaultTransit({ url: env.VAULT_ADDR ?? '', token: () => token, key });
        case 'kms':
            return awsKms({
                region,
                keyId: key,
                credentials: () => ({
                    accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
                    secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
                    ...(env.AWS_SESSION_TOKEN ? { sessionToken: env.AWS_SESSION_TOKEN } : {}),
                }),
                ...(env.AWS_ENDPOINT_URL_KMS ? { endpoint: env.AWS_ENDPOINT_URL_KMS } : {}),
            });
    }
}
