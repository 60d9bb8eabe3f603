import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock } from './single-instance.mjs';

describe('acquireLock', () => {
    let folder: string;
    let file: string;

    beforeEach(() => {
        folder = mkdtempSync(path.join(os.tmpdir(), 'efi-lock-'));
        file = path.join(folder, 'launcher.lock');
    });

    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('is held by one, named to the next, and free again after its release', () => {
        const first = acquireLock(file);
        expect(acquireLock(file)).toEqual({
            heldBy: expect.objectContaining({ pid: process.pid }) as unknown,
        });
        if ('release' in first) {
            first.release();
        }
        expect(acquireLock(file)).toHaveProperty('release');
    });

    it.each([
        ['of a process that is gone', JSON.stringify({ pid: process.pid, startedAt: 'long ago' })],
        ['that holds nothing readable', '{'],
    ])('takes over a lock %s, and leaves nothing beside it', (_, content) => {
        writeFileSync(file, content);
        expect(acquireLock(file)).toHaveProperty('release');
        expect(readdirSync(folder)).toEqual(['launcher.lock']);
    });

    it('takes over from a process that died while taking over', () => {
        writeFileSync(file, '{');
        mkdirSync(`${file}.takeover`);
        utimesSync(`${file}.takeover`, new Date(0), new Date(0));
        expect(acquireLock(file)).toHaveProperty('release');
    });
});
