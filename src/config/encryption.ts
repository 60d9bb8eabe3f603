import {
    awsKms,
    type EncryptionOptions,
    localMasterKeys,
    type MasterKeys,
    masterKeysInFile,
    vaultLogin,
    vaultTransit,
} from '@efi/gdpr-plugin';
import type { Env } from '../env';
import { awsCredentials } from './aws-credentials';

/** Where the keys of personal data are; nothing when it is not encrypted. */
export function encryptionOptions(env: Env): EncryptionOptions | undefined {
    const masterKeys = masterKeysOf(env);
    return masterKeys && { keyFile: env.ENCRYPTION_KEY_FILE, masterKeys };
}

/** What each needs is there: see `encryptionProblems`. */
function masterKeysOf(env: Env): MasterKeys | undefined {
    const { ENCRYPTION_KEY_NAME: key = '', VAULT_ADDR: url = '', AWS_REGION: region = '' } = env;
    switch (env.ENCRYPTION) {
        case 'off':
            return undefined;
        case 'environment':
            return localMasterKeys(env.ENCRYPTION_MASTER_KEYS ?? '', 'ENCRYPTION_MASTER_KEYS');
        case 'file':
            return masterKeysInFile(env.ENCRYPTION_MASTER_KEYS_FILE ?? '');
        case 'vault':
            return vaultTransit({ url, token: vaultToken(env, url), key });
        case 'kms':
            return awsKms({
                region,
                keyId: key,
                credentials: awsCredentials(env),
                ...(env.AWS_ENDPOINT_URL_KMS ? { endpoint: env.AWS_ENDPOINT_URL_KMS } : {}),
            });
    }
}

function vaultToken(env: Env, url: string) {
    const mount = env.VAULT_AUTH_MOUNT ? { mount: env.VAULT_AUTH_MOUNT } : {};
    switch (env.VAULT_AUTH) {
        case 'token':
            return () => env.VAULT_TOKEN ?? '';
        case 'approle':
            return vaultLogin({
                ...{ url, ...mount },
                login: {
                    by: 'approle',
                    roleId: env.VAULT_ROLE_ID ?? '',
                    secretId: env.VAULT_SECRET_ID ?? '',
                },
            });
        case 'kubernetes':
            return vaultLogin({
                ...{ url, ...mount },
                login: {
                    ...{ by: 'kubernetes', role: env.VAULT_ROLE ?? '' },
                    ...(env.VAULT_JWT_FILE ? { jwtFile: env.VAULT_JWT_FILE } : {}),
                },
            });
    }
}
