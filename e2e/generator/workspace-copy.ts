import { cp, mkdir, mkdtemp, readdir, symlink } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const generated = /\/(node_modules|\.next|coverage)$/;

/**
 * A copy of the workspace in a temporary folder, to generate into, as built as the workspace is: what is compiled there
 * is what has changed. Installed packages are links to those of the workspace; the workspace's own packages are links
 * within the copy, as `npm install` makes them.
 */
export async function copyWorkspace(): Promise<string> {
    const copy = await mkdtemp(path.join(os.tmpdir(), 'efi-generator-'));
    const files = (await readdir(root)).filter(name =>
        /^(package|tsconfig.*|knip)\.json$|\.[cm]?[jt]s$|^\.prettier/.test(name),
    );
    for (const name of [
        ...files,
        '.dependency-cruiser.cjs',
        'admin-ui-extensions',
        'dist',
        'migrations',
        'plugins',
        'scripts',
        'src',
    ]) {
        await cp(path.join(root, name), path.join(copy, name), {
            recursive: true,
            filter: source => !generated.test(source),
            preserveTimestamps: true,
        });
    }
    await linkPackages(copy, '.');
    for (const name of await readdir(path.join(root, 'plugins'))) {
        await linkPackages(copy, path.join('plugins', name));
    }
    return copy;
}

/** Links a package of the copy's own, as `npm install` does for a new workspace. */
export async function linkOwnPackage(copy: string, name: string, folder: string): Promise<void> {
    await symlink(path.join(copy, folder), path.join(copy, 'node_modules', name));
}

async function linkPackages(copy: string, folder: string): Promise<void> {
    const from = path.join(root, folder, 'node_modules');
    if (!existsSync(from)) {
        return;
    }
    const to = path.join(copy, folder, 'node_modules');
    await mkdir(path.join(to, '@efi'), { recursive: true });
    for (const name of await readdir(from)) {
        if (name !== '@efi') {
            await symlink(path.join(from, name), path.join(to, name));
        }
    }
    if (folder === '.') {
        for (const name of await readdir(path.join(root, 'plugins'))) {
            const scoped = name === 'plugin-kit' ? '@efi/plugin-kit' : `@efi/${name}-plugin`;
            await linkOwnPackage(copy, scoped, path.join('plugins', name));
        }
        await linkOwnPackage(copy, '@efi/admin-ui-extensions', 'admin-ui-extensions');
    }
}
