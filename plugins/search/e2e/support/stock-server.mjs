// A server with Vendure's own search on the database of the test, in a process of its own: Vendure composes its
// modules once per process. Arguments: address of the database, port.
import { bootstrap, DefaultSearchPlugin, JobQueueService, mergeConfig } from '@vendure/core';
import { testConfig } from '@vendure/testing';

const [url, port] = process.argv.slice(2);
const app = await bootstrap(
    mergeConfig(testConfig, {
        apiOptions: { port: Number(port) },
        dbConnectionOptions: { type: 'postgres', url, synchronize: true },
        plugins: [DefaultSearchPlugin.init({ indexStockStatus: true, indexCurrencyCode: true })],
    }),
);
await app.get(JobQueueService).start();
process.on('disconnect', () => process.exit());
process.send('ready');
