import { AssetServerPlugin } from '@vendure/asset-server-plugin';
import {
    DefaultSchedulerPlugin,
    DefaultJobQueuePlugin,
    DefaultSearchPlugin,
    dummyPaymentHandler,
    VendureConfig,
} from '@vendure/core';
import { apiOptions, authOptions } from './config/hardening';
import { databaseOptions } from './config/database';
import { loadEnv } from './env';

const env = loadEnv();

// Vendure reports usage to its vendor unless told not to. A shop's figures are its own.
process.env.VENDURE_DISABLE_TELEMETRY = 'true';

export const config: VendureConfig = {
    apiOptions: apiOptions(env),
    authOptions: authOptions(env),
    dbConnectionOptions: databaseOptions(env, 'server'),
    paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
    plugins: [
        AssetServerPlugin.init({
            route: 'assets',
            assetUploadDir: env.ASSETS_DIR,
            assetUrlPrefix: `${env.SERVER_URL}/assets/`,
        }),
        DefaultJobQueuePlugin.init({ useDatabaseForBuffer: true }),
        DefaultSchedulerPlugin.init(),
        DefaultSearchPlugin.init({ bufferUpdates: false, indexStockStatus: true, indexCurrencyCode: true }),
    ],
};
