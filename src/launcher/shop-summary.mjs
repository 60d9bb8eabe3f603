import { readFileSync } from 'node:fs';
import path from 'node:path';
import { duration } from './progress.mjs';
import { projectRoot } from './settings.mjs';
import { summaryTable } from './summary.mjs';

/** @import { Settings } from './settings.mjs' */
/** @import { SummaryRow } from './summary.mjs' */

/**
 * The last thing that a start prints: where everything is, and who can sign in.
 *
 * @param {Settings} settings
 * @param {NodeJS.ProcessEnv} env - Of the processes.
 * @param {number} tookMs
 * @returns {string}
 */
export function shopSummary(settings, env, tookMs) {
    const server = env.SERVER_URL || `http://localhost:${settings.serverPort}`;
    const storefront = env.STOREFRONT_URL || `http://localhost:${settings.storefrontPort}`;
    const table = summaryTable([
        {
            heading: 'Addresses',
            rows: [
                { name: 'Storefront', value: storefront },
                { name: 'Dashboard', value: `${server}/dashboard` },
                ...(settings.isDemo ? [{ name: 'Mailbox', value: `${server}/mailbox` }] : []),
                ...(settings.ownSandbox ? [{ name: 'Test cards', value: sandboxPages(settings, env) }] : []),
                { name: 'Shop API', value: `${server}/shop-api` },
                { name: 'Admin API', value: `${server}/admin-api` },
            ],
        },
        { heading: 'Demo accounts', rows: settings.isDemo ? accounts(settings, env) : [] },
    ]);
    const kept = path.relative(process.cwd(), settings.dataDir) || '.';
    return [
        '',
        `The shop is open (${duration(tookMs)}).`,
        table,
        `Data and logs are in ${kept}. Ctrl-C stops the shop; npm start -- --reset begins anew.`,
    ].join('\n');
}

/**
 * @param {Settings} settings
 * @param {NodeJS.ProcessEnv} env
 */
function sandboxPages({ sandboxPort }, env) {
    return env.SANDBOX_PUBLIC_URL || `http://localhost:${sandboxPort}`;
}

/**
 * @param {Settings} settings
 * @param {NodeJS.ProcessEnv} env
 * @returns {SummaryRow[]}
 */
function accounts(settings, env) {
    const administrator = {
        name: 'Administrator',
        value: `${env.SUPERADMIN_USERNAME || 'superadmin'} / ${env.SUPERADMIN_PASSWORD || 'superadmin'}`,
    };
    return settings.demo ? [administrator, ...shoppers()] : [administrator];
}

/** @returns {SummaryRow[]} */
function shoppers() {
    const file = path.join(projectRoot, 'src/demo/demo-accounts.json');
    /** @type {{ email: string, password: string, market: string }[]} */
    const demoAccounts = JSON.parse(readFileSync(file, 'utf8'));
    return demoAccounts.map(({ email, password, market }) => ({
        name: `Shopper (${market})`,
        value: `${email} / ${password}`,
    }));
}
