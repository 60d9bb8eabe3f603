import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkDatabase, ensureDatabase } from './database-access.mjs';
import { freshLog } from './log-file.mjs';
import { freePort } from './port-check.mjs';
import { initialiseCluster, postgresService } from './postgres-cluster.mjs';
import { homeElsewhere, postgresHome, removeDrafts } from './postgres-home.mjs';
import { postgresUser } from './postgres-user.mjs';
import { stopLeftover } from './postmaster.mjs';
import { databaseSecrets } from './secrets.mjs';
import { Service } from './service.mjs';

/** @import { DatabaseUrls } from './database-access.mjs' */
/** @import { ProcessRegistry } from './process-registry.mjs' */
/** @import { Settings } from './settings.mjs' */

/**
 * The PostgreSQL that is there already, after trying it.
 *
 * @param {Settings & { databaseUrl: string }} settings
 * @returns {Promise<DatabaseUrls>}
 */
export async function externalDatabase({ databaseUrl, databaseOwnerUrl }) {
    await checkDatabase(databaseUrl, 'DATABASE_URL');
    if (databaseOwnerUrl) {
        await checkDatabase(databaseOwnerUrl, 'DATABASE_OWNER_URL');
    }
    return { app: databaseUrl, owner: databaseOwnerUrl ?? databaseUrl };
}

/**
 * Prepares our own PostgreSQL as far as it has to be before it starts.
 *
 * @param {string} dataDir
 * @param {ProcessRegistry} registry
 * @param {ConstructorParameters<typeof Service>[2]} listener
 */
export async function embeddedDatabase(dataDir, registry, listener) {
    const logs = path.join(dataDir, 'logs');
    const home = await postgresHome(dataDir, postgresUser());
    removeDrafts(home.folder);
    const isNew = !existsSync(home.cluster);
    const secrets = databaseSecrets(dataDir, !isNew);
    if (isNew) {
        await initialiseCluster(home, secrets.superuser, { registry, logFile: freshLog(logs, 'initdb') });
    }
    const port = await freePort();
    const spec = postgresService(home, { port, logFile: freshLog(logs, 'postgres') });
    return {
        service: new Service(spec, registry, listener),
        /** Once the service runs. */
        urls: () => ensureDatabase(port, secrets),
    };
}

/**
 * Stops a PostgreSQL that still runs on the data of this folder.
 *
 * @param {string} dataDir
 */
export async function stopLeftoverDatabase(dataDir) {
    return stopLeftover(path.join(homeElsewhere(dataDir) ?? dataDir, 'postgres'));
}
