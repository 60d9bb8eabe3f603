/**
 * The application's own server with another composition, to compare with. It splits orders between sellers, by
 * {@link SellersByProduct}. WITHOUT_GUARDS=1 leaves out the plugins that guard orders and payments, and their tables:
 * what remains is Vendure's own checkout, which pays by its dummy handler or by one that calls the sandbox provider.
 * WITHOUT_SCREENING=1 leaves out the plugin that scores orders for fraud before they are charged, WITHOUT_PRICING=1 the
 * one that makes prices by rules, WITHOUT_CACHE=1 the one that answers from memory, WITHOUT_AUDIT=1 the audit trail.
 */
import { createRequire } from 'node:module';
import { plainSandboxHandler } from './plain-sandbox-handler.mjs';
import { SellersByProduct } from './sellers-by-product.mjs';

const require = createRequire(import.meta.url);
const { bootstrap, dummyPaymentHandler } = require('@vendure/core');
const { AuditPlugin } = require('@efi/audit-plugin');
const { DynamicPricingPlugin } = require('@efi/dynamic-pricing-plugin');
const { FraudPlugin } = require('@efi/fraud-plugin');
const integrity = require('@efi/order-integrity-plugin');
const payments = require('@efi/payments-plugin');
const { PickUpPlugin } = require('@efi/pick-up-plugin');
const { ShopCachePlugin } = require('@efi/shop-cache-plugin');
const { withDatabaseReady } = require('../../dist/src/database/prepare-database.js');
const { loadEnv } = require('../../dist/src/env.js');
const { config } = require('../../dist/src/vendure-config.js');

const guards = [integrity.OrderIntegrityPlugin, payments.PaymentsPlugin];
const guardMigrations = [...integrity.orderIntegrityMigrations, ...payments.paymentsMigrations];

const isPlugin = (plugin, ...wanted) => wanted.includes(plugin.module ?? plugin);

const leftOut = [
    ...(process.env.WITHOUT_SCREENING ? [FraudPlugin] : []),
    ...(process.env.WITHOUT_PRICING ? [DynamicPricingPlugin] : []),
    ...(process.env.WITHOUT_CACHE ? [ShopCachePlugin] : []),
    ...(process.env.WITHOUT_AUDIT ? [AuditPlugin] : []),
];

let composed = {
    ...config,
    plugins: config.plugins.filter(plugin => !isPlugin(plugin, ...leftOut)),
    orderOptions: { ...config.orderOptions, orderSellerStrategy: new SellersByProduct() },
};
if (process.env.WITHOUT_GUARDS) {
    // There is no such mutation without them.
    PickUpPlugin.init({ ...PickUpPlugin.options, inArrangeEfiOrder: false });
    composed = {
        ...composed,
        plugins: composed.plugins.filter(plugin => !isPlugin(plugin, ...guards)),
        paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler, plainSandboxHandler] },
        dbConnectionOptions: {
            ...composed.dbConnectionOptions,
            migrations: composed.dbConnectionOptions.migrations.filter(one => !guardMigrations.includes(one)),
            migrationsRun: true,
        },
    };
    await bootstrap(composed);
} else {
    await withDatabaseReady(loadEnv(), () => bootstrap(composed));
}
process.send('ready');
