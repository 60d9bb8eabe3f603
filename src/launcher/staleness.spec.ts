import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildAndStamp, contentHash, isStale } from './staleness.mjs';

describe('a build', () => {
    let root: string;
    const target = { name: 'x', inputs: ['src'], outputs: ['out/x.js'], stamp: 'out/stamp.json' };

    beforeEach(async () => {
        root = mkdtempSync(path.join(os.tmpdir(), 'efi-stale-'));
        mkdirSync(path.join(root, 'src'));
        mkdirSync(path.join(root, 'out'));
        write('src/a.ts', 'a');
        await buildAndStamp(root, target, build);
    });

    afterEach(() => rmSync(root, { recursive: true, force: true }));

    function write(file: string, content: string): void {
        writeFileSync(path.join(root, file), content);
    }

    function build(): Promise<void> {
        write('out/x.js', 'built');
        return Promise.resolve();
    }

    it('is fresh once it is done, whatever the files’ times say', () => {
        write('src/a.ts', 'a');
        expect(isStale(root, target)).toBe(false);
    });

    it('is stale when an input changes, comes, goes or is renamed', () => {
        const before = contentHash(root, target.inputs);
        write('src/b.ts', '');
        const withB = contentHash(root, target.inputs);
        renameSync(path.join(root, 'src/b.ts'), path.join(root, 'src/c.ts'));
        const withC = contentHash(root, target.inputs);
        write('src/a.ts', 'b');
        expect(new Set([before, withB, withC, contentHash(root, target.inputs)]).size).toBe(4);
        expect(isStale(root, target)).toBe(true);
    });

    it('is fresh when only a test or a text for people changes', () => {
        write('src/a.spec.ts', 'test');
        write('src/README.md', 'text');
        expect(isStale(root, target)).toBe(false);
    });

    it('is stale when its output is gone', () => {
        rmSync(path.join(root, 'out/x.js'));
        expect(isStale(root, target)).toBe(true);
    });

    it('stays stale when it fails or is cut off', async () => {
        await expect(buildAndStamp(root, target, () => Promise.reject(new Error('no')))).rejects.toThrow(
            'no',
        );
        expect(isStale(root, target)).toBe(true);
    });

    it('is stale when an input changes while it runs', async () => {
        await buildAndStamp(root, target, async () => {
            await build();
            write('src/a.ts', 'changed meanwhile');
        });
        expect(isStale(root, target)).toBe(true);
    });
});
