import { CatalogueIoPlugin } from '@efi/catalogue-io-plugin';
import { DeliveryTimePlugin } from '@efi/delivery-time-plugin';
import { FraudPlugin } from '@efi/fraud-plugin';
import { DynamicPricingPlugin } from '@efi/dynamic-pricing-plugin';
import { BehaviourPlugin } from '@efi/behaviour-plugin';
import { OrderIntegrityPlugin } from '@efi/order-integrity-plugin';
import { PickUpPlugin } from '@efi/pick-up-plugin';
import { PreparedStatementsPlugin } from '@efi/prepared-statements-plugin';
import { PriceHistoryPlugin } from '@efi/price-history-plugin';
import { RecommendationsPlugin } from '@efi/recommendations-plugin';
import { SlugRedirectsPlugin } from '@efi/slug-redirects-plugin';
import { VatNumberPlugin } from '@efi/vat-number-plugin';
import { AssetServerPlugin } from '@vendure/asset-server-plugin';
import { dummyPaymentHandler, VendureConfig } from '@vendure/core';
import { auditPlugin } from './config/audit';
import { authPlugin } from './config/auth';
import { contentPlugin } from './config/content';
import { apiOptions, assetOptions, authOptions, orderOptions } from './config/hardening';
import { RecognisedFiles } from './config/hardening/recognised-files';
import { entityOptions, sessionCacheStrategy, systemOptions } from './config/cache';
import { adminPlugins } from './config/dashboard';
import { databaseOptions } from './config/database';
import { gdprPlugin } from './config/gdpr';
import { jobQueuePlugins } from './config/job-queue';
import { alignProcessEnvironment } from './config/process-environment';
import { mailPlugin } from './config/mail';
import { orderAccessPlugin } from './config/order-access';
import { paymentsPlugin } from './config/payments';
import { restApiPlugin } from './config/rest-api';
import { searchPlugin } from './config/search';
import { shopCachePlugin } from './config/shop-cache';
import { schedulerOptions, schedulerPlugin } from './config/scheduler';
import { AssetAddressesPlugin } from './config/speed/asset-addresses.plugin';
import { CollectionFiltersPlugin } from './config/speed/collection-filters.plugin';
import { NoCartPlugin } from './config/speed/no-cart.plugin';
import { OneExtensionPlugin } from './config/speed/one-extension.plugin';
import { OneStepFindsPlugin } from './config/speed/one-step-finds.plugin';
import { OneStepListsPlugin } from './config/speed/one-step-lists.plugin';
import { QueryInterceptorsPlugin } from './config/speed/query-interceptors.plugin';
import { ReadyTextsPlugin } from './config/speed/ready-texts.plugin';
import { ShortSessionsPlugin } from './config/speed/short-sessions.plugin';
import { TranslatorsPlugin } from './config/speed/translators.plugin';
import { DemoPlugin } from './demo/demo.plugin';
import { loadEnv } from './env';

const env = loadEnv();
alignProcessEnvironment(env);

export const config: VendureConfig = {
    apiOptions: apiOptions(env),
    assetOptions,
    authOptions: { ...authOptions(env), sessionCacheStrategy: sessionCacheStrategy(env) },
    schedulerOptions,
    entityOptions,
    orderOptions,
    systemOptions: systemOptions(env),
    dbConnectionOptions: databaseOptions(env, 'server'),
    paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
    plugins: [
        // First, so that it hears what the others refuse.
        auditPlugin(env),
        AssetServerPlugin.init({
            route: 'assets',
            assetUploadDir: env.ASSETS_DIR,
            assetUrlPrefix: `${env.SERVER_URL}/assets/`,
            storageStrategyFactory: options => new RecognisedFiles(options),
        }),
        ...jobQueuePlugins(env),
        schedulerPlugin,
        searchPlugin(env),
        mailPlugin(env),
        PriceHistoryPlugin.init(),
        SlugRedirectsPlugin.init(),
        contentPlugin(env),
        OrderIntegrityPlugin.init(),
        orderAccessPlugin(env),
        VatNumberPlugin.init(),
        paymentsPlugin(env),
        BehaviourPlugin.init(),
        RecommendationsPlugin.init(),
        ...adminPlugins(env),
        ...(env.isProduction ? [] : [DemoPlugin]),
        DynamicPricingPlugin.init(),
        FraudPlugin.init(),
        restApiPlugin(env),
        authPlugin(env),
        shopCachePlugin(env),
        gdprPlugin(env),
        AssetAddressesPlugin,
        CollectionFiltersPlugin,
        NoCartPlugin,
        OneStepFindsPlugin,
        OneStepListsPlugin,
        QueryInterceptorsPlugin,
        ReadyTextsPlugin,
        ShortSessionsPlugin,
        TranslatorsPlugin,
        PreparedStatementsPlugin.init({ maxPerConnection: env.DATABASE_PREPARED_STATEMENTS }),
        // Searches other than @efi/search-plugin do not hear of what is imported.
        CatalogueIoPlugin.init({
            reindexAfterImport: env.SEARCH_URL !== undefined || env.SEARCH_ENGINE === 'vendure',
        }),
        PickUpPlugin.init({ inArrangeEfiOrder: true }),
        DeliveryTimePlugin.init(),
        OneExtensionPlugin,
    ],
};
