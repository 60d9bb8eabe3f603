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
import { alignProcessEnvironment } from './config/process-environment';
import { mailPlugin } from './config/mail';
import { loadEnv } from './env';

const env = loadEnv();
alignProcessEnvironment(env);

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
        mailPlugin(env),
    ],
};
