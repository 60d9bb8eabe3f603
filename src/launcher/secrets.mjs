import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { LaunchError } from './launch-error.mjs';
import { readJson, writeWhole } from './small-file.mjs';

/**
 * Passwords of the embedded PostgreSQL's roles.
 *
 * @typedef {object} DatabaseSecrets
 * @property {string} superuser
 * @property {string} owner
 * @property {string} app
 */

/**
 * Reads the passwords, or makes them up before there is a cluster.
 *
 * @param {string} dataDir
 * @param {boolean} clusterExists
 * @returns {DatabaseSecrets}
 */
export function databaseSecrets(dataDir, clusterExists) {
    const file = path.join(dataDir, 'secrets.json');
    const stored = readJson(file);
    if (isSecrets(stored)) {
        return stored;
    }
    if (clusterExists || existsSync(file)) {
        throw new LaunchError(
            `${file}, which holds the passwords of the database, is missing or damaged. Restore it, or begin anew: npm start -- --reset`,
        );
    }
    const made = { superuser: password(), owner: password(), app: password() };
    writeWhole(file, JSON.stringify(made, undefined, 4));
    return made;
}

function password() {
    return randomBytes(24).toString('base64url');
}

/**
 * @param {unknown} value
 * @returns {value is DatabaseSecrets}
 */
function isSecrets(value) {
    return (
        typeof value === 'object' &&
        value !== null &&
        'superuser' in value &&
        'owner' in value &&
        'app' in value
    );
}
