/**
 * The application's own worker with one queue more, whose jobs each write a row: the effect that must not be lost.
 * A job takes JOB_MS, more or less. With JOBS_TO_ADD it adds that many jobs instead of running any, and ends.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const {
    bootstrapWorker,
    JobQueueService,
    PluginCommonModule,
    TransactionalConnection,
    VendurePlugin,
} = require('@vendure/core');
const { withDatabaseReady } = require('../../dist/src/database/prepare-database.js');
const { loadEnv } = require('../../dist/src/env.js');
const { config } = require('../../dist/src/vendure-config.js');

class EffectPlugin {}
VendurePlugin({ imports: [PluginCommonModule], compatibility: '^3.7.0' })(EffectPlugin);

const env = loadEnv();
const worker = await withDatabaseReady(env, () =>
    bootstrapWorker({ ...config, plugins: [...config.plugins, EffectPlugin] }),
);
const connection = worker.app.get(TransactionalConnection).rawConnection;
const queue = await worker.app.get(JobQueueService).createQueue({
    name: 'effects',
    process: async job => {
        const duration = Number(process.env.JOB_MS) * (0.5 + Math.random());
        await new Promise(resolve => setTimeout(resolve, duration));
        await connection.query('INSERT INTO effect (n) VALUES ($1)', [job.data.n]);
    },
});

if (process.env.JOBS_TO_ADD) {
    await connection.query('CREATE TABLE effect (n integer NOT NULL, at timestamptz NOT NULL DEFAULT now())');
    for (let n = 0; n < Number(process.env.JOBS_TO_ADD); n++) {
        await queue.add({ n });
    }
    await worker.app.close();
    process.exit(0);
} else {
    await worker.startJobQueue();
    process.send('ready');
}
