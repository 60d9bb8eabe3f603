import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openShop, type ShopRun } from '../support/shop';
import { processesOf } from './running-processes';
import { scratchFolder } from './scratch-folder';

const nobody = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;
const root = path.dirname(path.dirname(__dirname));

/** Nobody must be able to read this checkout to start a shop from it. */
const isReadableByOthers =
    isRoot &&
    spawnSync(process.execPath, ['--check', path.join(root, 'src/launcher/start.mjs')], nobody).status === 0;

describe.runIf(isRoot)('as root in a folder that other users can not enter', () => {
    const dataDir = path.join(scratchFolder(0o700), 'data');

    it("keeps PostgreSQL's files where its user reaches them, finds them again, and removes them at --reset", async () => {
        await close(await openShop({ dataDir, args: ['--no-build', '--empty'] }));
        const elsewhere = location(dataDir);
        expect(elsewhere).toMatch(/^\/var\/(lib|tmp)\/efi-commerce-/);
        const { mode, uid } = statSync(elsewhere);
        expect(mode & 0o777).toBe(0o700);
        expect(uid).not.toBe(0);
        expect(existsSync(path.join(dataDir, 'postgres'))).toBe(false);

        await close(await openShop({ dataDir, args: ['--no-build', '--empty'] }));
        expect(location(dataDir)).toBe(elsewhere);

        const anew = await openShop({ dataDir, args: ['--no-build', '--empty', '--reset'] });
        expect(anew.output()).toContain(elsewhere);
        expect(existsSync(elsewhere)).toBe(false);
        await close(anew);
        spawnSync('rm', ['-rf', location(dataDir)]);
    });
});

describe.runIf(isReadableByOthers)('as an ordinary user', () => {
    const dataDir = path.join(scratchFolder(), 'of nobody');

    it('opens the shop with files and processes of that user only', async () => {
        mkdirSync(dataDir);
        chownSync(dataDir, nobody.uid, nobody.gid);
        const shop = await openShop({ dataDir, args: ['--no-build', '--empty'], user: nobody });
        expect(statSync(path.join(dataDir, 'postgres')).uid).toBe(nobody.uid);
        expect(statSync(path.join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
        expect((await fetch(`${shop.serverUrl}/readyz`)).status).toBe(200);
        await close(shop);
    });
});

function location(dataDir: string): string {
    const pointer = readFileSync(path.join(dataDir, 'postgres-location.json'), 'utf8');
    return (JSON.parse(pointer) as { folder: string }).folder;
}

async function close(shop: ShopRun): Promise<void> {
    shop.signal('SIGTERM');
    expect(await shop.ended()).toBe(0);
    expect(processesOf(shop.dataDir)).toEqual([]);
}
