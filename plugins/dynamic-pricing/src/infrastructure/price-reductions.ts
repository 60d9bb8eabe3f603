import { PriceHistoryService } from '@efi/price-history-plugin';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import {
    type CurrencyCode,
    EntityHydrator,
    type ID,
    idsAreEqual,
    type Order,
    ProductPriceApplicator,
    ProductVariant,
    ProductVariantPrice,
    type RequestContext,
    RequestContextCacheService,
    TransactionalConnection,
} from '@vendure/core';
import DataLoader from 'dataloader';
import { In, IsNull } from 'typeorm';
import { listPriceOf, priceAt, saleEnd } from '../domain/schedule/offer';
import { GroupPrices } from './checkout/group-prices';
import { OFFER, storedPrice } from './stored-offer';

export interface PriceReduction {
    readonly productId: ID;
    readonly productVariantId: ID;
    readonly currencyCode: CurrencyCode;
    readonly price: number;
    readonly priceWithTax: number;
    readonly previousPrice: number;
    readonly previousPriceWithTax: number;
    readonly lowestPrice30Days: number | null;
    readonly lowestPrice30DaysWithTax: number | null;
    readonly endsAt: Date | null;
    readonly personalised: boolean;
    readonly declaration: string | null;
}

/** More variants than a page of products has. */
const MOST_CANDIDATES = 1_000;

/** Those with an offer of the engine on them; for whoever is signed in, those with a group price too. */
const CANDIDATES = `
    SELECT v.id FROM product_variant v
     WHERE v."productId" = ANY($1::int[]) AND v."deletedAt" IS NULL
       AND (EXISTS (SELECT FROM product_variant_price p
                     WHERE p."variantId" = v.id AND p."channelId" = $2 AND p."currencyCode" = $3
                       AND p.${OFFER} IS NOT NULL)
            OR $4::boolean AND EXISTS (SELECT FROM efi_group_price g
                     WHERE g."variantId" = v.id AND g."channelId" = $2 AND g."currencyCode" = $3))
     ORDER BY v.id LIMIT $5`;

/** What shoppers are told about prices that are lower than the list price. */
@Injectable()
export class PriceReductions implements OnModuleInit {
    private history: PriceHistoryService | undefined;

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly requestCache: RequestContextCacheService,
        private readonly hydrator: EntityHydrator,
        private readonly applicator: ProductPriceApplicator,
        private readonly groupPrices: GroupPrices,
        private readonly moduleRef: ModuleRef,
    ) {}

    onModuleInit(): void {
        try {
            this.history = this.moduleRef.get(PriceHistoryService, { strict: false });
        } catch {
            // A shop without the price history plugin shows no lowest price.
            this.history = undefined;
        }
    }

    /** Those of variants that are sold in the channel; others and those at their list price are left out. */
    async ofVariants(ctx: RequestContext, ids: readonly ID[]): Promise<PriceReduction[]> {
        const found = await Promise.all(ids.map(id => this.of(ctx, id)));
        return found.filter(reduction => reduction !== null);
    }

    /** Those of what lies in an order, at the prices of now. */
    async ofOrder(ctx: RequestContext, order: Order): Promise<PriceReduction[]> {
        await this.hydrator.hydrate(ctx, order, { relations: ['lines'] });
        const lines = order.lines.filter(({ quantity }) => quantity > 0);
        return this.ofVariants(ctx, [...new Set(lines.map(({ productVariantId }) => productVariantId))]);
    }

    /** The variants of products that may be reduced: one statement, whatever their number. */
    async candidates(ctx: RequestContext, productIds: readonly ID[]): Promise<ID[]> {
        const rows = await this.connection.rawConnection.query<{ id: number }[]>(CANDIDATES, [
            productIds.map(Number),
            ctx.channelId,
            ctx.currencyCode,
            ctx.activeUserId !== undefined,
            MOST_CANDIDATES,
        ]);
        return rows.map(({ id }) => id);
    }

    async of(ctx: RequestContext, variantId: ID): Promise<PriceReduction | null> {
        const variant = await this.variants(ctx).load(String(variantId));
        const stored = variant?.productVariantPrices.find(
            price => idsAreEqual(price.channelId, ctx.channelId) && price.currencyCode === ctx.currencyCode,
        );
        if (!variant || !stored) {
            return null;
        }
        const now = new Date();
        const ofGroup = await this.groupPrices.of(ctx, variant.id);
        const offered = priceAt(storedPrice(stored), now);
        const price = Math.min(offered, ofGroup?.price ?? Infinity);
        const list = listPriceOf(storedPrice(stored));
        if (price >= list) {
            return null;
        }
        const personalised = price < offered;
        const [taxed, previous, lowest] = await Promise.all([
            this.tax(ctx, variant, price),
            this.tax(ctx, variant, list),
            this.lowest(ctx, variant),
        ]);
        return {
            productId: variant.productId,
            productVariantId: variant.id,
            currencyCode: ctx.currencyCode,
            ...taxed,
            previousPrice: previous.price,
            previousPriceWithTax: previous.priceWithTax,
            lowestPrice30Days: lowest?.price ?? null,
            lowestPrice30DaysWithTax: lowest?.priceWithTax ?? null,
            endsAt: personalised ? null : saleEnd(storedPrice(stored), now),
            personalised,
            declaration: personalised ? (ofGroup?.declaration ?? null) : null,
        };
    }

    /** One query for all variants of a request that ask in the same breath. */
    private variants(ctx: RequestContext): DataLoader<string, ProductVariant | undefined> {
        return this.requestCache.get(
            ctx,
            'efi-reduced-variants',
            () =>
                new DataLoader(async (ids: readonly string[]) => {
                    const variants = await this.connection.getRepository(ctx, ProductVariant).find({
                        where: {
                            id: In([...ids]),
                            enabled: true,
                            deletedAt: IsNull(),
                            channels: { id: ctx.channelId },
                        },
                        relations: { productVariantPrices: true, taxCategory: true },
                        loadEagerRelations: false,
                    });
                    const byId = new Map(variants.map(variant => [String(variant.id), variant]));
                    return ids.map(id => byId.get(id));
                }),
        );
    }

    private async lowest(ctx: RequestContext, variant: ProductVariant) {
        const history = this.history;
        if (!history) {
            return null;
        }
        const loader = this.requestCache.get(
            ctx,
            `efi-lowest-of-reduced-${ctx.currencyCode}`,
            () =>
                new DataLoader(async (ids: readonly string[]) => {
                    const prices = await history.lowestPrices(ctx, ids);
                    const byVariant = new Map(
                        prices.map(({ variantId, price }) => [String(variantId), price]),
                    );
                    return ids.map(id => byVariant.get(id) ?? null);
                }),
        );
        const price = await loader.load(String(variant.id));
        return price === null ? null : this.tax(ctx, variant, price);
    }

    /** Puts the price where the variant's own would be, so that it is taxed exactly as that one is. */
    private async tax(ctx: RequestContext, { id, taxCategory }: ProductVariant, price: number) {
        const { channelId, currencyCode } = ctx;
        const taxed = await this.applicator.applyChannelPriceAndTax(
            new ProductVariant({
                id,
                taxCategory,
                productVariantPrices: [new ProductVariantPrice({ channelId, currencyCode, price })],
            }),
            ctx,
        );
        return { price: taxed.price, priceWithTax: taxed.priceWithTax };
    }
}
