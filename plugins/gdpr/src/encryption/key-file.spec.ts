import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { KeyFile } from './key-file';
import { KeyTree } from './key-tree';
import { localMasterKeys } from './local-master-keys';

const folder = mkdtempSync(path.join(os.tmpdir(), 'efi-key-file-'));
const entry = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const [old, young] = [entry('old'), entry('young')];
const id = randomBytes(8);
const keyIn = (keys: KeyFile) => keys.keys().trees.get(1)?.key(id);

describe('the file of keys', () => {
    const file = path.join(folder, 'deep', 'keys.json');
    const keys = new KeyFile(file, localMasterKeys(old));
    const other = new KeyFile(file, localMasterKeys(old));

    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('is made once, for its owner alone', async () => {
        expect(await keys.load()).toBe(false);
        expect(() => keys.keys()).toThrow('not read yet');
        await keys.create();
        await expect(keys.create()).rejects.toThrow('already');
        expect(statSync(file).mode & 0o777).toBe(0o600);
    });

    it('gives another process the same keys, and what is destroyed is destroyed there too', async () => {
        expect(await other.load()).toBe(true);
        expect(keyIn(other)).toEqual(keyIn(keys));
        expect(other.fingerprint()).toBe(keys.fingerprint());
        await keys.update(now => {
            now.trees.get(1)?.destroy(id);
            return now;
        });
        await other.refresh();
        expect([keyIn(keys), keyIn(other)]).toEqual([undefined, undefined]);
    });

    it('has no key in it that can be read', () => {
        const text = readFileSync(file, 'utf8');
        const indexKey = keys.keys().indexKey;
        expect(text).not.toContain(indexKey.toString('base64'));
        expect(text).not.toContain('trees');
    });

    it('is the same file when its key of the index is another one', async () => {
        const before = keys.fingerprint();
        await keys.update(now => ({
            ...now,
            indexKey: randomBytes(32),
            otherIndexKeys: [now.indexKey],
        }));
        expect(keys.fingerprint()).toBe(before);
        await other.refresh();
        expect(other.keys()).toEqual(keys.keys());
        expect(other.fingerprint()).toBe(before);
    });

    it('goes over to another master key, after which the old one is not needed', async () => {
        const both = new KeyFile(file, localMasterKeys(`${young} ${old}`));
        await both.update(now => now);
        expect(await new KeyFile(file, localMasterKeys(young)).load()).toBe(true);
        await expect(keys.load()).rejects.toThrow(
            `Can't open the keys in ${file}: The keys are wrapped under`,
        );
    });

    it('takes a further tree and keeps the first', async () => {
        const both = new KeyFile(file, localMasterKeys(young));
        await both.update(now => ({
            ...now,
            trees: new Map([...now.trees, [2, KeyTree.grow()]]),
            current: 2,
        }));
        const again = new KeyFile(file, localMasterKeys(young));
        await again.load();
        expect([...again.keys().trees.keys()]).toEqual([1, 2]);
        expect(again.keys().current).toBe(2);
    });

    it.each(['', '{}', '{"version":1,"wrapped":"young:AAAA","content":"AAAA"}'])(
        'is refused with its name when it is not what was stored: %s',
        async text => {
            const bad = path.join(folder, 'bad.json');
            writeFileSync(bad, text);
            await expect(new KeyFile(bad, localMasterKeys(young)).load()).rejects.toThrow(`in ${bad}: `);
        },
    );
});
