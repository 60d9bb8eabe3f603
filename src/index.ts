// First: it decides what the others load.
import './lifecycle/spared-libraries';
import { setMetrics } from '@efi/plugin-kit';
import { bootstrap, TransactionalConnection } from '@vendure/core';
import type { Server } from 'node:http';
import { poolOf } from './config/database';
import { withDatabaseReady } from './database/prepare-database';
import { loadEnv } from './env';
import { healthHandler, Readiness } from './health/readiness';
import { runProcess } from './lifecycle/run-process';
import { drainDatabase, drainHttp, onShutdown } from './lifecycle/shutdown';
import { assertRedisUsable, redisCheck } from './redis/redis-connection';
import { metricsHandler } from './metrics/metrics-handler';
import { PrometheusMetrics } from './metrics/prometheus-metrics';
import { config } from './vendure-config';

/** The server: Shop and Admin API, Dashboard, assets. */
runProcess(async () => {
    const env = loadEnv();
    const readiness = new Readiness();
    const metrics = new PrometheusMetrics('server');
    setMetrics(metrics);
    if (env.REDIS_URL) {
        await assertRedisUsable(env.REDIS_URL);
        readiness.addDispensable('redis', redisCheck(env.REDIS_URL));
    }
    const app = await withDatabaseReady(env, () =>
        bootstrap(config, {
            onBeforeAppListen: nest =>
                void nest.use(healthHandler(readiness)).use(metricsHandler(env, metrics)),
        }),
    );
    const connection = app.get(TransactionalConnection).rawConnection;
    readiness.add('database', () => connection.query('SELECT 1'));
    onShutdown(env.SHUTDOWN_TIMEOUT_SECONDS, async () => {
        readiness.markDraining();
        await drainHttp(app.getHttpServer() as Server);
        await drainDatabase(poolOf(connection));
        await app.close();
    });
    readiness.markStarted();
    process.send?.('ready');
});
