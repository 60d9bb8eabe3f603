import {
    PluginCommonModule,
    PromotionService,
    RequestContextService,
    ScheduledTask,
    TransactionalConnection,
    VendurePlugin,
} from '@vendure/core';
import { demoStateKey, flashSaleKey, largeStateKey } from './demo-state';
import { currentOrNextSale } from './shop/flash-sale';
import { pastOrdersOnly } from './shop/past-orders-only';

/** Sets the flash sale's next window as soon as one is over. Between two windows it changes nothing. */
const flashSaleTask = new ScheduledTask({
    id: 'efi-demo-flash-sale',
    description: 'Moves the flash sale of the demo shop to its next window',
    schedule: '*/10 * * * *',
    async execute({ injector }) {
        const [entry] = await injector
            .get(TransactionalConnection)
            .rawConnection.query<{ value: number }[]>(
                'SELECT value FROM settings_store_entry WHERE key = $1',
                [flashSaleKey],
            );
        if (!entry) {
            return { flashSale: 'none' };
        }
        const ctx = await injector.get(RequestContextService).create({ apiType: 'admin' });
        const promotions = injector.get(PromotionService);
        const promotion = await promotions.findOne(ctx, entry.value);
        const next = currentOrNextSale(new Date());
        if (!promotion || promotion.endsAt?.getTime() === next.endsAt.getTime()) {
            return { flashSale: 'unchanged' };
        }
        await promotions.updatePromotion(ctx, { id: promotion.id, ...next });
        return { flashSale: next.startsAt.toISOString() };
    },
});

/**
 * What the demo shop needs while it runs: the flash sale's clock, the rule of its former payment method, and the names of its entries in the settings
 * store, without which Vendure's clean-up would take them for leftovers and remove them.
 */
@VendurePlugin({
    imports: [PluginCommonModule],
    compatibility: '^3.7.0',
    configuration: config => {
        config.paymentOptions.paymentMethodEligibilityCheckers = [
            ...(config.paymentOptions.paymentMethodEligibilityCheckers ?? []),
            pastOrdersOnly,
        ];
        config.schedulerOptions.tasks = [...(config.schedulerOptions.tasks ?? []), flashSaleTask];
        config.settingsStoreFields = {
            ...config.settingsStoreFields,
            efiDemo: [demoStateKey, largeStateKey, flashSaleKey].map(key => ({
                name: key.replace('efiDemo.', ''),
                readonly: true,
            })),
        };
        return config;
    },
})
export class DemoPlugin {}
