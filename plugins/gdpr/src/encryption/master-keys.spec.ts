import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { awsKms } from './aws-kms';
import { fakeKms, fakeVaultTransit } from './fake-key-services';
import { localMasterKeys, masterKeysInFile } from './local-master-keys';
import type { MasterKeys } from './master-keys.port';
import { vaultTransit } from './vault-transit';

const folder = mkdtempSync(path.join(os.tmpdir(), 'efi-master-keys-'));
const file = path.join(folder, 'master.keys');
const entry = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const [first, second] = [entry('2026'), entry('2027')];
writeFileSync(file, first);

const credentials = {
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: randomBytes(30).toString('base64'),
};
describe('master keys', async () => {
    const vault = await fakeVaultTransit('shop', 'hvs.right');
    const kms = await fakeKms('alias/shop', credentials);
    const atKms = { region: 'eu-central-1', keyId: 'alias/shop', endpoint: kms.url };

    let text = first;
    const inText: MasterKeys = {
        name: 'environment',
        wrap: key => localMasterKeys(text).wrap(key),
        unwrap: wrapped => localMasterKeys(text).unwrap(wrapped),
    };

    const providers: readonly [MasterKeys, () => void][] = [
        [inText, () => (text = `${second},${first}`)],
        [masterKeysInFile(file), () => writeFileSync(file, `${second}\n${first}\n`)],
        [vaultTransit({ url: vault.url, token: () => 'hvs.right', key: 'shop' }), vault.rotate],
        [awsKms({ ...atKms, credentials: () => credentials }), kms.rotate],
    ];

    afterAll(async () => {
        await Promise.all([vault.stop(), kms.stop()]);
        rmSync(folder, { recursive: true, force: true });
    });

    describe.each(providers)('master keys: $name', (keys, rotate) => {
        it('wrap a key and unwrap it, also when another one wraps since', async () => {
            const key = randomBytes(32);
            const before = await keys.wrap(key);
            rotate();
            const after = await keys.wrap(key);
            expect(before).not.toContain(key.toString('base64'));
            expect(await keys.unwrap(before)).toEqual(key);
            expect(await keys.unwrap(after)).toEqual(key);
        });

        it('refuse what was changed', async () => {
            const wrapped = await keys.wrap(randomBytes(32));
            const at = wrapped.length - 12;
            const changed = wrapped.slice(0, at) + (wrapped[at] === 'A' ? 'B' : 'A') + wrapped.slice(at + 1);
            await expect(keys.unwrap(changed)).rejects.toThrow();
        });
    });

    describe('master keys that can not be had', () => {
        it.each([
            ['', 'There are no master keys'],
            ['2026:c2hvcnQ=', 'must each be'],
            [`${first} ${first}`, 'ids that differ'],
            [first.slice(5), 'must each be'],
        ])('are refused without being quoted: %#', (bad, message) => {
            expect(() => localMasterKeys(bad)).toThrow(message);
        });

        it('are named by their id', async () => {
            const wrapped = await localMasterKeys(first).wrap(randomBytes(32));
            await expect(localMasterKeys(second).unwrap(wrapped)).rejects.toThrow(
                '"2026", which is not there',
            );
            await expect(localMasterKeys(entry('2026')).unwrap(wrapped)).rejects.toThrow('is not the one');
        });

        it('say what Vault said', async () => {
            const wrong = vaultTransit({ url: vault.url, token: () => 'hvs.wrong', key: 'shop' });
            await expect(wrong.wrap(randomBytes(32))).rejects.toThrow('403 permission denied');
            const other = vaultTransit({ url: vault.url, token: () => 'hvs.right', key: 'other' });
            await expect(other.wrap(randomBytes(32))).rejects.toThrow('encryption key not found');
        });

        it('say what KMS said', async () => {
            const wrong = awsKms({
                ...atKms,
                credentials: () => ({ ...credentials, secretAccessKey: 'wrong' }),
            });
            await expect(wrong.wrap(randomBytes(32))).rejects.toThrow('400 InvalidSignatureException');
            const other = awsKms({ ...atKms, keyId: 'alias/other', credentials: () => credentials });
            await expect(other.wrap(randomBytes(32))).rejects.toThrow('400 NotFoundException');
        });
    });
});
