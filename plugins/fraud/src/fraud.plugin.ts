import { PersonalData } from '@efi/plugin-kit';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { I18nService, PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { adminSchema } from './api/admin-schema';
import { AppealResultResolver, AppealShopResolver } from './api/appeal-shop.resolver';
import { messages } from './api/messages';
import { manageFraud, readFraud, reviewFraud } from './api/permissions';
import { shopSchema } from './api/shop-schema';
import { FRAUD_OPTIONS, type FraudOptions, resolveOptions } from './fraud.options';
import { cleanFraudTask } from './infrastructure/clean-fraud.task';
import { fraudEntities } from './infrastructure/entities';
import { reviewHoldsFulfilment } from './infrastructure/review-holds.process';
import { trainFraudModelTask } from './infrastructure/training/train-fraud-model.task';
import { operationsProviders, operationsResolvers } from './operations';
import { screeningProviders } from './screening';
import { personalData } from './personal-data';

/**
 * Looks at each payment before it is made: scored, explained, and decided by rules and models that people can read,
 * with a person to appeal to. Needs `fraudMigrations` among the application's migrations.
 *
 * @example
 * ```ts
 * plugins: [FraudPlugin.init({ countryHeader: 'cf-ipcountry' })],
 * ```
 */
@PersonalData(personalData)
@VendurePlugin({
    imports: [PluginCommonModule],
    entities: fraudEntities,
    providers: [
        { provide: FRAUD_OPTIONS, useFactory: () => resolveOptions(FraudPlugin.options) },
        ...screeningProviders,
        ...operationsProviders,
    ],
    shopApiExtensions: { schema: shopSchema, resolvers: [AppealShopResolver, AppealResultResolver] },
    adminApiExtensions: { schema: adminSchema, resolvers: operationsResolvers },
    // Relative to src/ as well as to dist/, so that the Dashboard's build finds it in both.
    dashboard: '../src/dashboard/index.tsx',
    configuration: config => {
        const { authOptions, schedulerOptions, shippingOptions } = config;
        authOptions.customPermissions.push(readFraud, reviewFraud, manageFraud);
        schedulerOptions.tasks.push(cleanFraudTask, trainFraudModelTask);
        shippingOptions.process = [...(shippingOptions.process ?? []), reviewHoldsFulfilment()];
        return config;
    },
    compatibility: '^3.7.0',
})
export class FraudPlugin implements OnApplicationBootstrap {
    static options: FraudOptions = {};

    constructor(private readonly i18n: I18nService) {}

    onApplicationBootstrap(): void {
        for (const language of ['en', 'de', 'fr'] as const) {
            this.i18n.addTranslation(language, messages[language]);
        }
    }

    static init(options: FraudOptions = {}): Type<FraudPlugin> {
        FraudPlugin.options = options;
        return FraudPlugin;
    }
}
