import { describe, expect, it } from 'vitest';
import { parseEnv } from './env';

const problemsOf = (source: NodeJS.ProcessEnv) => {
    try {
        parseEnv(source);
        return '';
    } catch (error) {
        return String(error);
    }
};

describe('settings of encryption', () => {
    it('are not needed while it is off', () => {
        expect(parseEnv({}).ENCRYPTION).toBe('off');
    });

    it.each([
        ['environment', ['ENCRYPTION_MASTER_KEYS']],
        ['file', ['ENCRYPTION_MASTER_KEYS_FILE']],
        ['vault', ['ENCRYPTION_KEY_NAME', 'VAULT_ADDR', 'VAULT_TOKEN']],
        ['kms', ['ENCRYPTION_KEY_NAME', 'AWS_REGION']],
    ])('are all named that %s needs', (ENCRYPTION, names) => {
        const problems = problemsOf({ ENCRYPTION });
        expect(names.filter(name => !problems.includes(`${name}: must be set`))).toEqual([]);
        const all = Object.fromEntries(names.map(name => [name, 'https://x.example']));
        expect(problemsOf({ ENCRYPTION, ...all })).toBe('');
    });

    it.each([
        ['approle', ['VAULT_ROLE_ID', 'VAULT_SECRET_ID']],
        ['kubernetes', ['VAULT_ROLE']],
    ])('are all named that a login to Vault by %s needs', (VAULT_AUTH, names) => {
        const vault = { ENCRYPTION: 'vault', ENCRYPTION_KEY_NAME: 'k', VAULT_ADDR: 'https://x.example' };
        const problems = problemsOf({ ...vault, VAULT_AUTH });
        expect(names.filter(name => !problems.includes(`${name}: must be set`))).toEqual([]);
        expect(problems).not.toContain('VAULT_TOKEN: must');
        const all = Object.fromEntries(names.map(name => [name, 'x']));
        expect(problemsOf({ ...vault, VAULT_AUTH, ...all })).toBe('');
    });

    it('may leave the credentials of AWS to where a process runs, but not half of them', () => {
        const half = problemsOf({ AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE' });
        expect(half).toContain('must both be set, or neither');
        expect(problemsOf({ AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 's' })).toBe('');
    });

    it('keep the file of keys in the data folder, if not told otherwise', () => {
        expect(parseEnv({ DATA_DIR: '/data' }).ENCRYPTION_KEY_FILE).toBe('/data/privacy/keys.json');
        expect(parseEnv({ DATA_DIR: '/data', ENCRYPTION_KEY_FILE: '/keys/shop' }).ENCRYPTION_KEY_FILE).toBe(
            '/keys/shop',
        );
    });
});
