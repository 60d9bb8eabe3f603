/**
 * Vendure as its installer leaves it, to compare with: its default plugins, the tables as TypeORM makes them, and
 * nothing of ours but a handler that charges the sandbox provider.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { plainSandboxHandler } from './plain-sandbox-handler.mjs';

const require = createRequire(import.meta.url);
const { AssetServerPlugin } = require('@vendure/asset-server-plugin');
const {
    bootstrap,
    bootstrapWorker,
    DefaultJobQueuePlugin,
    DefaultLogger,
    DefaultSchedulerPlugin,
    DefaultSearchPlugin,
    dummyPaymentHandler,
    LogLevel,
} = require('@vendure/core');

const config = {
    apiOptions: {
        port: Number(process.env.PORT),
        hostname: '127.0.0.1',
        adminApiPath: 'admin-api',
        shopApiPath: 'shop-api',
    },
    authOptions: {
        tokenMethod: ['bearer', 'cookie'],
        // Vendure refuses its default password in production.
        superadminCredentials: { identifier: 'superadmin', password: process.env.SUPERADMIN_PASSWORD },
        cookieOptions: { secret: 'of-a-comparison' },
    },
    dbConnectionOptions: {
        type: 'postgres',
        url: process.env.DATABASE_URL,
        synchronize: true,
        migrations: [],
        logging: false,
    },
    paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler, plainSandboxHandler] },
    logger: new DefaultLogger({ level: LogLevel.Error }),
    plugins: [
        AssetServerPlugin.init({
            route: 'assets',
            assetUploadDir: path.join(process.env.DATA_DIR, 'assets'),
        }),
        DefaultSchedulerPlugin.init(),
        DefaultJobQueuePlugin.init({ useDatabaseForBuffer: true }),
        DefaultSearchPlugin.init({ bufferUpdates: false, indexStockStatus: true }),
    ],
};
if (process.env.STOCK_WORKER) {
    const worker = await bootstrapWorker(config);
    await worker.startJobQueue();
} else {
    await bootstrap(config);
}
process.send('ready');
