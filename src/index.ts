import { bootstrap, TransactionalConnection } from '@vendure/core';
import type { INestApplication } from '@nestjs/common';
import type { Server } from 'node:http';
import { withDatabaseReady } from './database/prepare-database';
import { loadEnv } from './env';
import { healthHandler, Readiness } from './health/readiness';
import { runProcess } from './lifecycle/run-process';
import { drainHttp, onShutdown } from './lifecycle/shutdown';
import { config } from './vendure-config';

/** The server: Shop and Admin API, Dashboard, assets. */
runProcess(async () => {
    const env = loadEnv();
    const readiness = new Readiness();
    const app = await withDatabaseReady(env, () =>
        bootstrap(config, {
            onBeforeAppListen: nest => {
                leaveSignalsToUs(nest);
                nest.use(healthHandler(readiness));
            },
        }),
    );
    const connection = app.get(TransactionalConnection).rawConnection;
    readiness.add('database', () => connection.query('SELECT 1'));
    onShutdown(env.SHUTDOWN_TIMEOUT_SECONDS, async () => {
        readiness.markDraining();
        await drainHttp(app.getHttpServer() as Server);
        await app.close();
    });
    readiness.markStarted();
    process.send?.('ready');
});

/**
 * Vendure lets Nest close the application on a signal, which takes the event bus and the database away from
 * requests that are still running. We drain first and close afterwards.
 */
function leaveSignalsToUs(nest: INestApplication): void {
    nest.enableShutdownHooks = () => nest;
}
