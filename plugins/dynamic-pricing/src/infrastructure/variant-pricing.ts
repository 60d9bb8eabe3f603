import { Injectable } from '@nestjs/common';
import {
    type CurrencyCode,
    type ID,
    type RequestContext,
    TransactionalConnection,
    UserInputError,
} from '@vendure/core';
import { listPriceOf, priceAt, readOffer, validOffer } from '../domain/schedule/offer';
import { Audit } from './audit';
import {
    EfiCompetitorPrice,
    EfiPricingVariantGuard,
    EfiVariantCost,
} from './entities/variant-facts.entities';
import { OFFER } from './stored-offer';

export interface VariantGuardsInput {
    readonly productVariantId: ID;
    readonly currencyCode: CurrencyCode;
    readonly floor?: number | null;
    readonly ceiling?: number | null;
    readonly manufacturerPrice?: number | null;
    readonly isLocked: boolean;
}

/** What is known about one variant's price, by currency, and what a merchant set for it. */
@Injectable()
export class VariantPricing {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly audit: Audit,
    ) {}

    async of(ctx: RequestContext, productVariantId: ID) {
        const { channelId } = ctx;
        const prices = await this.connection.rawConnection.query<
            { currencyCode: CurrencyCode; price: number; offer: unknown }[]
        >(
            `SELECT "currencyCode", price, ${OFFER} AS offer FROM product_variant_price
              WHERE "variantId" = $1 AND "channelId" = $2 ORDER BY id`,
            [productVariantId, channelId],
        );
        const ofVariant = { variantId: productVariantId };
        const guards = await this.guards(ctx).findBy({ ...ofVariant, channelId });
        const costs = await this.connection.getRepository(ctx, EfiVariantCost).findBy(ofVariant);
        const competitors = await this.connection
            .getRepository(ctx, EfiCompetitorPrice)
            .find({ where: { ...ofVariant, channelId }, order: { competitor: 'ASC' } });
        return prices.map(({ currencyCode, price, offer: raw }) => {
            const stored = { price, offer: readOffer(raw) };
            const guard = guards.find(one => one.currencyCode === String(currencyCode));
            const until = validOffer(stored)?.until;
            return {
                productVariantId,
                currencyCode,
                listPrice: listPriceOf(stored),
                price: priceAt(stored, new Date()),
                offerUntil: until === undefined ? null : new Date(until),
                cost: costs.find(one => one.currencyCode === String(currencyCode))?.cost ?? null,
                floor: guard?.floor ?? null,
                ceiling: guard?.ceiling ?? null,
                manufacturerPrice: guard?.manufacturerPrice ?? null,
                isLocked: guard?.isLocked ?? false,
                competitors: competitors.filter(one => one.currencyCode === String(currencyCode)),
            };
        });
    }

    async setGuards(ctx: RequestContext, input: VariantGuardsInput): Promise<void> {
        const { productVariantId: variantId, currencyCode, isLocked } = input;
        const { channelId } = ctx;
        const amounts = {
            floor: input.floor ?? null,
            ceiling: input.ceiling ?? null,
            manufacturerPrice: input.manufacturerPrice ?? null,
        };
        const isOff = Object.values(amounts).some(amount => amount !== null && !(amount > 0));
        if (isOff) {
            throw new UserInputError('Floor, ceiling and the manufacturer’s price must be greater than 0.');
        }
        const price = { variantId, channelId, currencyCode };
        // Two at the same moment would both find nothing, and the second one fail.
        await this.guards(ctx).upsert({ ...price, ...amounts, isLocked }, [
            'variantId',
            'channelId',
            'currencyCode',
        ]);
        await this.audit.record(ctx, 'variant-guards.updated', { ...input });
    }

    private guards(ctx: RequestContext) {
        return this.connection.getRepository(ctx, EfiPricingVariantGuard);
    }
}
