import { FraudPlugin } from '@efi/fraud-plugin';
import { LeasedJobQueuePlugin } from '@efi/job-queue-plugin';
import { bootstrapWorker, DefaultLogger, LogLevel } from '@vendure/core';

/** A worker process of the suite's shop, from the build. Its argument is the database's address. */
const worker = await bootstrapWorker({
    apiOptions: { port: 0 },
    authOptions: { tokenMethod: 'bearer' },
    dbConnectionOptions: { type: 'postgres', url: process.argv[2], synchronize: false },
    logger: new DefaultLogger({ level: LogLevel.Error }),
    paymentOptions: { paymentMethodHandlers: [] },
    plugins: [LeasedJobQueuePlugin.init({ pollIntervalMs: 50 }), FraudPlugin.init()],
});
await worker.startJobQueue();
