import { CatalogueWrittenEvent } from '@efi/plugin-kit';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import {
    ChannelEvent,
    CollectionModificationEvent,
    ConfigService,
    EventBus,
    FacetEvent,
    FacetValueEvent,
    GlobalSettingsEvent,
    type ID,
    Logger,
    Product,
    ProductChannelEvent,
    ProductEvent,
    ProductVariantChannelEvent,
    ProductVariantEvent,
    type RequestContext,
    StockLocationEvent,
    StockMovementEvent,
    TaxRateModificationEvent,
    TransactionalConnection,
    type Type,
    type VendureEvent,
} from '@vendure/core';
import type { EntityManager } from 'typeorm';
import { loggerContext } from '../logger-context';
import { IndexQueue } from './index-queue';
import { noteAllProducts, noteProducts, noteVariants } from './pending-products';

/**
 * Notes what changes, in the transaction that changes it: what is committed is noted, and what is rolled back is not.
 * Assets need no notice, since a search reads them from where they are.
 */
@Injectable()
export class CatalogueEvents implements OnApplicationBootstrap, OnModuleDestroy {
    private readonly subscriptions: Array<{ unsubscribe(): void }> = [];

    constructor(
        private readonly events: EventBus,
        private readonly connection: TransactionalConnection,
        private readonly config: ConfigService,
        private readonly queue: IndexQueue,
    ) {}

    async onApplicationBootstrap(): Promise<void> {
        this.on(ProductEvent, (manager, { product }) => noteProducts(manager, [Number(product.id)]));
        this.on(ProductVariantEvent, (manager, { variants }) => noteVariants(manager, idsOf(variants)));
        this.on(CatalogueWrittenEvent, (manager, { productIds }) =>
            noteProducts(manager, productIds.map(Number)),
        );
        this.on(ProductChannelEvent, (manager, { product }) => noteProducts(manager, [Number(product.id)]));
        this.on(ProductVariantChannelEvent, (manager, { productVariant }) =>
            noteVariants(manager, [Number(productVariant.id)]),
        );
        this.on(StockMovementEvent, (manager, { stockMovements }) =>
            noteVariants(manager, idsOf(stockMovements.map(movement => movement.productVariant))),
        );
        this.on(CollectionModificationEvent, (manager, { productVariantIds }) =>
            noteVariants(manager, productVariantIds.map(Number)),
        );
        for (const event of [
            TaxRateModificationEvent,
            ChannelEvent,
            GlobalSettingsEvent,
            StockLocationEvent,
        ]) {
            this.on<VendureEvent & { ctx: RequestContext }>(event, manager => this.noteAll(manager));
        }
        for (const event of [FacetEvent, FacetValueEvent]) {
            this.on<FacetEvent | FacetValueEvent>(event, async (manager, { type }) => {
                if (type === 'deleted') {
                    await this.noteAll(manager);
                }
            });
        }
        await this.queue.wakeForLeftovers().catch((error: unknown) => {
            Logger.error(
                `Have its migrations been run? ${error instanceof Error ? error.message : ''}`,
                loggerContext,
            );
        });
    }

    onModuleDestroy(): void {
        this.subscriptions.forEach(subscription => subscription.unsubscribe());
    }

    private on<Event extends VendureEvent & { ctx: RequestContext }>(
        event: Type<Event>,
        note: (manager: EntityManager, event: Event) => Promise<void>,
    ): void {
        this.events.registerBlockingEventHandler({
            event,
            id: `efi-search-${event.name}`,
            handler: occurred => note(this.connection.getRepository(occurred.ctx, Product).manager, occurred),
        });
        this.subscriptions.push(this.events.ofType(event).subscribe(() => this.queue.wake()));
    }

    /** Once more when no process goes by what it remembers of taxes and channels any longer. */
    private noteAll(manager: EntityManager): Promise<void> {
        const { channelCacheTtl, zoneCacheTtl, taxRateCacheTtl } = this.config.entityOptions;
        const memory = Math.max(channelCacheTtl, zoneCacheTtl, taxRateCacheTtl);
        return noteAllProducts(manager, (2 * memory + 500) / 1_000);
    }
}

function idsOf(entities: ReadonlyArray<{ readonly id: ID }>): number[] {
    return entities.map(({ id }) => Number(id));
}
