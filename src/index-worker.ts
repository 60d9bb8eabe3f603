// First: it decides what the others load.
import './lifecycle/spared-libraries';
import { setMetrics } from '@efi/plugin-kit';
import { bootstrapWorker, JobQueueService, TransactionalConnection } from '@vendure/core';
import { createServer } from 'node:http';
import { once } from 'node:events';
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

/** The worker: takes jobs from the queue and runs scheduled tasks. */
runProcess(async () => {
    const env = loadEnv();
    const readiness = new Readiness();
    const metrics = new PrometheusMetrics('worker');
    setMetrics(metrics);
    const answerHealth = healthHandler(readiness);
    const answerMetrics = metricsHandler(env, metrics);
    const health = createServer((request, response) => {
        void answerMetrics(request, response, () => void answerHealth(request, response));
    });
    health.listen(env.WORKER_HEALTH_PORT, env.HOST || undefined);
    await once(health, 'listening');

    if (env.REDIS_URL) {
        await assertRedisUsable(env.REDIS_URL);
        readiness.add('redis', redisCheck(env.REDIS_URL));
    }
    const worker = await withDatabaseReady(env, () => bootstrapWorker(config));
    await worker.startJobQueue();
    const connection = worker.app.get(TransactionalConnection).rawConnection;
    readiness.add('database', () => connection.query('SELECT 1'));

    onShutdown(env.SHUTDOWN_TIMEOUT_SECONDS, async () => {
        readiness.markDraining();
        await worker.app.get(JobQueueService).onModuleDestroy();
        await drainDatabase(poolOf(connection));
        await worker.app.close();
        await drainHttp(health);
    });
    readiness.markStarted();
    process.send?.('ready');
});
