import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { launchShop } from '../support/shop';
import { processesOf } from './running-processes';
import { scratchFolder } from './scratch-folder';

const scratch = scratchFolder();
const isRoot = process.getuid?.() === 0;

/** Starts with the settings and returns what was said, after checking that the refusal left nothing behind. */
async function refusal(env: Record<string, string>, dataDir = path.join(scratch, 'data')): Promise<string> {
    const run = await launchShop({ dataDir, env });
    expect(await run.ended()).toBe(1);
    expect(processesOf(dataDir)).toEqual([]);
    expect(existsSync(path.join(dataDir, 'run/launcher.lock'))).toBe(false);
    return /^Can't start: [\s\S]+/m.exec(run.output())?.[0].trim() ?? run.output();
}

describe('a start that can not succeed', () => {
    it('names a port that is in use, who uses it and the variable that changes it', async () => {
        const holder = createServer();
        await new Promise<void>(resolve => holder.listen(0, '127.0.0.1', resolve));
        const { port } = holder.address() as AddressInfo;
        const message = await refusal({ STOREFRONT_PORT: String(port) });
        await new Promise(resolve => holder.close(resolve));
        expect(message).toMatch(new RegExp(`^Can't start: port ${port}, for the storefront, is in use`));
        expect(message).toContain(`by process ${process.pid}`);
        expect(message).toMatch(/STOREFRONT_PORT=\d+ npm start$/);
    });

    it('says that nothing listens where DATABASE_URL points', async () => {
        const message = await refusal({ DATABASE_URL: 'postgres://efi:secret@127.0.0.1:1/efi' });
        expect(message).toContain(
            'nothing listens on 127.0.0.1:1. Start that PostgreSQL, or correct DATABASE_URL',
        );
        expect(message).not.toContain('secret');
    });

    it('says that PostgreSQL refuses the password in DATABASE_URL', async () => {
        const url = new URL(process.env.EFI_TEST_DATABASE_URL ?? '');
        url.password = 'wrong';
        expect(await refusal({ DATABASE_URL: url.href })).toContain('refuses the password of "postgres"');
    });

    it('says that the database in DATABASE_URL is missing', async () => {
        const url = new URL(process.env.EFI_TEST_DATABASE_URL ?? '');
        url.pathname = '/nowhere';
        expect(await refusal({ DATABASE_URL: url.href })).toContain('has no database "nowhere". Create it');
    });

    it('names a variable with a bad value', async () => {
        expect(await refusal({ SESSION_DAYS: 'many' })).toContain('SESSION_DAYS');
        expect(await refusal({ PORT: '80a' })).toContain('PORT must be a port');
    });

    it('names a data folder that this user may not write', async () => {
        const dataDir = path.join(scratch, 'closed');
        mkdirSync(dataDir, { mode: 0o555 });
        // Root may write anywhere, so nobody has to try for it.
        const run = await launchShop({ dataDir, user: isRoot ? { uid: 65534, gid: 65534 } : undefined });
        expect(await run.ended()).toBe(1);
        expect(run.output()).toContain(`you may not write to ${dataDir}`);
    });

    it('says that the data folder is a file', async () => {
        const file = path.join(scratch, 'file');
        writeFileSync(file, '');
        expect(await refusal({}, path.join(file, 'data'))).toContain('part of its path is a file');
    });
});

const withMounts = isRoot && canMount() ? describe : describe.skip;

withMounts('a disk', () => {
    const mounts: string[] = [];
    afterAll(() => mounts.forEach(folder => execFileSync('umount', [folder])));

    function mount(name: string, options: string): string {
        const folder = path.join(scratch, name);
        mkdirSync(folder);
        execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
        mounts.push(folder);
        return folder;
    }

    it('names a data folder on a read-only file system', async () => {
        const folder = mount('read-only', 'ro,size=1m');
        expect(await refusal({}, folder)).toContain(`${folder} is on a read-only file system`);
    });

    it('names a data folder on a full disk', async () => {
        const folder = mount('full', 'size=1m');
        mkdirSync(path.join(folder, 'run'));
        mkdirSync(path.join(folder, 'logs'));
        fill(path.join(folder, 'ballast'));
        expect(await refusal({}, folder)).toContain(`the disk that holds ${folder} is full`);
    });

    it('says how much room is missing on a small disk', async () => {
        const folder = mount('small', 'size=20m');
        expect(await refusal({}, folder)).toMatch(/only \d+ MB are free .* and 500 MB are needed/);
    });
});

function fill(file: string): void {
    try {
        writeFileSync(file, Buffer.alloc(2_000_000));
    } catch {
        // Full now, as was wanted.
    }
}

function canMount(): boolean {
    try {
        execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
        return true;
    } catch {
        return false;
    }
}
