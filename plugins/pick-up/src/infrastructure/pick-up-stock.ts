import type { HeldStock } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import {
    ConfigService,
    GlobalSettingsService,
    type ID,
    idsAreEqual,
    type ProductVariant,
    type RequestContext,
    RequestContextCacheService,
    StockLevel,
    StockLocation,
    TransactionalConnection,
} from '@vendure/core';
import { GlobalFlag } from '@vendure/common/lib/generated-types';
import DataLoader from 'dataloader';
import { type Availability, availabilityAt, type FreeStock, type StockRules } from '../domain/availability';
import { PICK_UP_OPTIONS, type ResolvedPickUpOptions } from '../pick-up.options';
import { IS_PICK_UP_PLACE } from './place-field';

/** What of a variant is free at one location of the channel. */
interface FreeAt {
    readonly locationId: ID;
    readonly pieces: number;
}

export interface PickUpStockView {
    readonly place: StockLocation;
    readonly availability: Availability;
}

/** What there is of a variant, and how it is counted. */
export interface VariantStock {
    readonly rules: StockRules;
    readonly freeAt: (place: StockLocation) => FreeStock;
}

/** The places of a channel, and what of its variants is there now. */
@Injectable()
export class PickUpStock {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly config: ConfigService,
        private readonly settings: GlobalSettingsService,
        private readonly requestCache: RequestContextCacheService,
        @Inject(PICK_UP_OPTIONS) private readonly options: ResolvedPickUpOptions,
    ) {}

    /** Asked for once in a request. By name. */
    places(ctx: RequestContext): Promise<StockLocation[]> {
        return this.requestCache.get(ctx, 'efi-pick-up-places', () =>
            this.connection
                .getRepository(ctx, StockLocation)
                .createQueryBuilder('place')
                .innerJoin('place.channels', 'channel', 'channel.id = :channelId', {
                    channelId: ctx.channelId,
                })
                .where(`place.customFields.${IS_PICK_UP_PLACE} = true`)
                .orderBy({ 'place.name': 'ASC', 'place.id': 'ASC' })
                .getMany(),
        );
    }

    /** Of a variant that the channel shows, at each of its places. */
    async at(ctx: RequestContext, variant: ProductVariant): Promise<PickUpStockView[]> {
        const places = await this.places(ctx);
        if (places.length === 0) {
            return [];
        }
        const { rules, freeAt } = await this.of(ctx, variant);
        return places.map(place => ({ place, availability: availabilityAt(freeAt(place), rules) }));
    }

    /** @param held - What is not free, and there nevertheless for whoever asks. */
    async of(
        ctx: RequestContext,
        variant: ProductVariant,
        held: readonly HeldStock[] = [],
    ): Promise<VariantStock> {
        // One after the other: a transaction has one connection.
        const rules = await this.rules(ctx, variant);
        const free = await this.freeStock(ctx).load(String(variant.id));
        const own = held
            .filter(({ variantId }) => idsAreEqual(variantId, variant.id))
            .map(({ locationId, quantity }) => ({ locationId, pieces: quantity }));
        const all = [...free, ...own];
        return {
            rules,
            freeAt: ({ id }) => ({
                here: sum(all.filter(({ locationId }) => idsAreEqual(locationId, id))),
                inChannel: sum(all),
            }),
        };
    }

    private async rules(ctx: RequestContext, variant: ProductVariant): Promise<StockRules> {
        const { trackInventory, outOfStockThreshold } = await this.settings.getSettings(ctx);
        const { trackInventory: own, useGlobalOutOfStockThreshold } = variant;
        return {
            isTracked: own === GlobalFlag.INHERIT ? trackInventory : own === GlobalFlag.TRUE,
            outOfStockThreshold: useGlobalOutOfStockThreshold
                ? outOfStockThreshold
                : variant.outOfStockThreshold,
            fewLeft: this.options.fewLeft,
        };
    }

    /** One query for all variants of a request that ask in the same breath; never an old answer. */
    private freeStock(ctx: RequestContext): DataLoader<string, FreeAt[]> {
        return this.requestCache.get(
            ctx,
            'efi-pick-up-stock',
            () =>
                new DataLoader(
                    async (variantIds: readonly string[]) => {
                        const levels = await this.levels(ctx, variantIds);
                        return Promise.all(
                            variantIds.map(id => {
                                const own = levels.filter(level => String(level.productVariantId) === id);
                                return Promise.all(own.map(level => this.freeAt(ctx, level)));
                            }),
                        );
                    },
                    { cache: false },
                ),
        );
    }

    private levels(ctx: RequestContext, variantIds: readonly string[]): Promise<StockLevel[]> {
        return this.connection
            .getRepository(ctx, StockLevel)
            .createQueryBuilder('level')
            .innerJoin('level.stockLocation', 'location')
            .innerJoin('location.channels', 'channel', 'channel.id = :channelId', {
                channelId: ctx.channelId,
            })
            .where('level.productVariantId IN (:...variantIds)', { variantIds })
            .getMany();
    }

    /** As the shop counts it: whoever decides that knows what is held for orders that are being paid. */
    private async freeAt(ctx: RequestContext, level: StockLevel): Promise<FreeAt> {
        const { stockLocationStrategy } = this.config.catalogOptions;
        const { stockOnHand, stockAllocated } = await stockLocationStrategy.getAvailableStock(
            ctx,
            level.productVariantId,
            [level],
        );
        return { locationId: level.stockLocationId, pieces: stockOnHand - stockAllocated };
    }
}

function sum(stock: readonly FreeAt[]): number {
    return stock.reduce((total, { pieces }) => total + pieces, 0);
}
