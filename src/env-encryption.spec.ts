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
        ['kms', ['ENCRYPTION_KEY_NAME', 'AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']],
    ])('are all named that %s needs', (ENCRYPTION, names) => {
        const problems = problemsOf({ ENCRYPTION });
        expect(names.filter(name => !problems.includes(`${name}: must be set`))).toEqual([]);
        const all = Object.fromEntries(names.map(name => [name, 'https://x.example']));
        expect(problemsOf({ ENCRYPTION, ...all })).toBe('');
    });

    it('keep the file of keys in the data folder, if not told otherwise', () => {
        expect(parseEnv({ DATA_DIR: '/data' }).ENCRYPTION_KEY_FILE).toBe('/data/privacy/keys.json');
        expect(parseEnv({ DATA_DIR: '/data', ENCRYPTION_KEY_FILE: '/keys/shop' }).ENCRYPTION_KEY_FILE).toBe(
            '/keys/shop',
        );
    });
});
