import { execFile } from 'node:child_process';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const VERSION = '2.21.2';

const PROJECT = {
    ...{ name: 'medusa-to-compare-with', private: true },
    dependencies: {
        '@medusajs/admin-sdk': VERSION,
        '@medusajs/cli': VERSION,
        '@medusajs/framework': VERSION,
        '@medusajs/medusa': VERSION,
    },
};

/** Medusa's own defaults: all modules in memory or in PostgreSQL, no Redis. The admin's pages are not served. */
const CONFIG = `const { defineConfig } = require('@medusajs/framework/utils');
module.exports = defineConfig({
    projectConfig: {
        databaseUrl: process.env.DATABASE_URL,
        databaseDriverOptions: { connection: { ssl: false } },
        http: {
            storeCors: '*', adminCors: '*', authCors: '*',
            jwtSecret: 'of-a-comparison', cookieSecret: 'of-a-comparison',
        },
    },
    admin: { disable: true },
});
`;

/** Medusa counts nothing and asks nobody, and logs no requests. */
const ENV = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    MEDUSA_DISABLE_TELEMETRY: 'true',
    LOG_LEVEL: 'error',
};

/** Medusa in a folder of its own beside the system's temporary files, which the next run uses again. */
export interface InstalledMedusa {
    readonly folder: string;
    readonly env: NodeJS.ProcessEnv;
    /** Its command line, such as `db:migrate`, for one database. */
    command(databaseUrl: string, ...args: readonly string[]): Promise<void>;
}

export async function installedMedusa(): Promise<InstalledMedusa> {
    const folder = path.join(os.tmpdir(), `efi-bench-medusa-${VERSION}`);
    const command = path.join(folder, 'node_modules/@medusajs/cli/cli.js');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'package.json'), JSON.stringify(PROJECT));
    await writeFile(path.join(folder, 'medusa-config.js'), CONFIG);
    if (!(await stat(command).catch(() => undefined))) {
        await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
            cwd: folder,
            env: { PATH: process.env.PATH, HOME: os.homedir() },
        });
    }
    return {
        folder,
        env: ENV,
        async command(databaseUrl, ...args) {
            await run(process.execPath, [command, ...args], {
                cwd: folder,
                env: { ...ENV, DATABASE_URL: databaseUrl },
                maxBuffer: 64 * 2 ** 20,
            });
        },
    };
}
