import { LaunchError } from './launch-error.mjs';

/** @import { DatabaseSecrets } from './secrets.mjs' */

/**
 * Addresses of the database, as the processes get them.
 *
 * @typedef {object} DatabaseUrls
 * @property {string} app - DATABASE_URL
 * @property {string} owner - DATABASE_OWNER_URL
 */

const DATABASE = 'efi';

/**
 * Makes the owner's and the application's role and the database, as far as they are not there; passwords are set
 * each time, so that a start that was killed in between does no harm.
 *
 * @param {number} port
 * @param {DatabaseSecrets} secrets
 * @returns {Promise<DatabaseUrls>}
 */
export async function ensureDatabase(port, secrets) {
    const client = await connect(url('postgres', secrets.superuser, port, 'postgres'));
    try {
        await ensureRole('efi_owner', secrets.owner);
        await ensureRole('efi_app', secrets.app);
        const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
        if (rowCount === 0) {
            await client.query(`CREATE DATABASE ${DATABASE} OWNER efi_owner`);
        }
    } finally {
        await client.end();
    }
    return {
        app: url('efi_app', secrets.app, port, DATABASE),
        owner: url('efi_owner', secrets.owner, port, DATABASE),
    };

    /**
     * @param {string} name
     * @param {string} password
     */
    async function ensureRole(name, password) {
        const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
        const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
        await client.query(`${verb} ROLE ${name} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    }
}

/**
 * Tries a PostgreSQL that is not ours before anything is started on it.
 *
 * @param {string} databaseUrl
 * @param {string} variable - Where it was set.
 * @throws {LaunchError} that says what is wrong with it.
 */
export async function checkDatabase(databaseUrl, variable) {
    try {
        const client = await connect(databaseUrl);
        await client.end();
    } catch (error) {
        throw new LaunchError(databaseMessage(databaseUrl, variable, error), { cause: error });
    }
}

/**
 * @param {string} databaseUrl
 * @param {string} variable
 * @param {unknown} error - As `pg` throws it.
 * @returns {string} Without the password.
 */
export function databaseMessage(databaseUrl, variable, error) {
    const { hostname, port, pathname, username } = new URL(databaseUrl);
    const where = `${hostname}:${port || '5432'}`;
    const user = decodeURIComponent(username);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    /** @type {Record<string, string>} */
    const messages = {
        ECONNREFUSED: `nothing listens on ${where}. Start that PostgreSQL, or correct ${variable}`,
        ENOTFOUND: `there is no machine named ${hostname}. Correct ${variable}`,
        EAI_AGAIN: `the name ${hostname} could not be looked up. Check the network, or correct ${variable}`,
        ETIMEDOUT: `${where} does not answer. Check the network and firewalls, or correct ${variable}`,
        '28P01': `PostgreSQL at ${where} refuses the password of "${user}". Correct ${variable}`,
        28000: `PostgreSQL at ${where} refuses "${user}". Check pg_hba.conf, or correct ${variable}`,
        '3D000': `PostgreSQL at ${where} has no database "${decodeURIComponent(pathname.slice(1))}". Create it (createdb), or correct ${variable}`,
    };
    const other = error instanceof Error ? error.message : String(error);
    const reason =
        messages[code] ?? `PostgreSQL at ${where} can't be used as "${user}": ${other}. Check ${variable}`;
    return `${reason}, or unset it: npm start then brings its own PostgreSQL.`;
}

/** @param {string} connectionString */
async function connect(connectionString) {
    // Only here, since nothing is installed when the launcher starts.
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    await client.connect();
    return client;
}

/**
 * @param {string} user
 * @param {string} password
 * @param {number} port
 * @param {string} database
 */
function url(user, password, port, database) {
    return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
