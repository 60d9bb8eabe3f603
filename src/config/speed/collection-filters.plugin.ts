import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import {
    CollectionService,
    ConfigService,
    defaultCollectionFilters,
    EventBus,
    Logger,
    PluginCommonModule,
    ProductEvent,
    ProductVariantEvent,
    type RequestContext,
    VendurePlugin,
} from '@vendure/core';

/** What changes no facet value and no name, in the inputs of Vendure's mutations. */
const OF_NO_FILTER: ReadonlySet<string> = new Set([
    'id',
    'assetIds',
    'enabled',
    'featuredAssetId',
    'outOfStockThreshold',
    'price',
    'prices',
    'sku',
    'stockLevels',
    'stockOnHand',
    'taxCategoryId',
    'trackInventory',
    'useGlobalOutOfStockThreshold',
]);

/** So long does Vendure wait for more before it looks at the collections, in milliseconds. */
const TOGETHER = 50;

/**
 * Leaves collections alone when only prices, stock and the like are written. Vendure looks through all variants for each
 * collection after whatever is written to any product, which with 10,000 products is seconds of PostgreSQL for one price.
 * With filters other than Vendure's own, which may go by anything, it is left to do so.
 */
@VendurePlugin({ imports: [PluginCommonModule], compatibility: '^3.7.0' })
export class CollectionFiltersPlugin implements OnModuleInit, OnModuleDestroy {
    private readonly subscriptions: Array<{ unsubscribe(): void }> = [];
    private timer?: NodeJS.Timeout;

    constructor(
        private readonly config: ConfigService,
        private readonly events: EventBus,
        private readonly collections: CollectionService,
    ) {}

    onModuleInit(): void {
        const { collectionFilters } = this.config.catalogOptions;
        if (
            collectionFilters.some(({ code }) => defaultCollectionFilters.every(known => known.code !== code))
        ) {
            return;
        }
        this.collections.setApplyAllFiltersOnProductUpdates(false);
        const look = (event: ProductEvent | ProductVariantEvent): void => {
            if (mayMove(event)) {
                clearTimeout(this.timer);
                this.timer = setTimeout(() => this.lookThroughAll(event.ctx), TOGETHER);
            }
        };
        this.subscriptions.push(
            this.events.ofType(ProductEvent).subscribe(look),
            this.events.ofType(ProductVariantEvent).subscribe(look),
        );
    }

    onModuleDestroy(): void {
        this.subscriptions.forEach(subscription => subscription.unsubscribe());
        clearTimeout(this.timer);
    }

    private lookThroughAll(ctx: RequestContext): void {
        this.collections.triggerApplyFiltersJob(ctx).catch((error: unknown) => {
            Logger.error(`Collections may not be up to date: ${String(error)}`, 'CollectionFilters');
        });
    }
}

/** Whether a collection may gain or lose a variant by what was written. */
export function mayMove({
    type,
    input,
}: Pick<ProductEvent | ProductVariantEvent, 'type' | 'input'>): boolean {
    const inputs: unknown[] = Array.isArray(input) ? input : [input];
    return (
        type !== 'updated' ||
        inputs.some(
            written =>
                typeof written !== 'object' ||
                written === null ||
                Object.keys(written).some(field => !OF_NO_FILTER.has(field)),
        )
    );
}
