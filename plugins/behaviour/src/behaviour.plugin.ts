import { PersonalData } from '@efi/plugin-kit';
import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { BehaviourAdminResolver } from './api/behaviour-admin.resolver';
import { BehaviourShopResolver } from './api/behaviour-shop.resolver';
import { readBehaviour } from './api/permissions';
import { adminSchema, shopSchema } from './api/schema';
import { BEHAVIOUR_OPTIONS, type BehaviourOptions, resolveOptions } from './behaviour.options';
import { BehaviourCounts } from './infrastructure/behaviour-counts';
import { cleanBehaviourTask } from './infrastructure/clean-behaviour.task';
import { ConsentRecords } from './infrastructure/consent-records';
import { CustomerBehaviour } from './infrastructure/customer-behaviour';
import { BehaviourConsent } from './infrastructure/entities/behaviour-consent.entity';
import { BehaviourCount } from './infrastructure/entities/behaviour-count.entity';
import { BehaviourEventRow } from './infrastructure/entities/behaviour-event.entity';
import { BehaviourKey } from './infrastructure/entities/behaviour-key.entity';
import { ActRecorder } from './infrastructure/events/act-recorder';
import { EventWriter } from './infrastructure/events/event-writer';
import { ReportedActs } from './infrastructure/events/reported-acts';
import { ShopEventsSubscriber } from './infrastructure/events/shop-events.subscriber';
import { StoredActs } from './infrastructure/stored-acts';
import { VisitPseudonyms } from './infrastructure/visit-pseudonyms';
import { personalData } from './personal-data';

/**
 * What shoppers do, as far as they agree to have it known. Needs `behaviourMigrations` among the application's
 * migrations.
 *
 * @example
 * ```ts
 * plugins: [BehaviourPlugin.init({ retentionDays: 180 })],
 * ```
 */
@PersonalData(personalData)
@VendurePlugin({
    imports: [PluginCommonModule],
    entities: [BehaviourEventRow, BehaviourCount, BehaviourConsent, BehaviourKey],
    providers: [
        { provide: BEHAVIOUR_OPTIONS, useFactory: () => resolveOptions(BehaviourPlugin.options) },
        ConsentRecords,
        VisitPseudonyms,
        EventWriter,
        ActRecorder,
        ReportedActs,
        CustomerBehaviour,
        BehaviourCounts,
        StoredActs,
        ShopEventsSubscriber,
    ],
    adminApiExtensions: { schema: adminSchema, resolvers: [BehaviourAdminResolver] },
    shopApiExtensions: { schema: shopSchema, resolvers: [BehaviourShopResolver] },
    // Relative to src/ as well as to dist/, so that the Dashboard's build finds it in both.
    dashboard: '../src/dashboard/index.tsx',
    configuration: config => {
        config.authOptions.customPermissions.push(readBehaviour);
        config.schedulerOptions.tasks = [...(config.schedulerOptions.tasks ?? []), cleanBehaviourTask];
        return config;
    },
    compatibility: '^3.7.0',
})
export class BehaviourPlugin {
    static options: BehaviourOptions = {};

    static init(options: BehaviourOptions = {}): Type<BehaviourPlugin> {
        BehaviourPlugin.options = options;
        return BehaviourPlugin;
    }
}
