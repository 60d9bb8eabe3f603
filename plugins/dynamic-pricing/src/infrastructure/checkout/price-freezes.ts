import { queryPrepared } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import {
    type ID,
    type Order,
    ProductVariantPrice,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import { EfiPriceFreeze, type FrozenPrice } from '../entities/price-freeze.entity';

interface PriceRow {
    readonly at: Date;
    readonly id: number | null;
    readonly variantId: number;
    readonly price: number;
    readonly currencyCode: ProductVariantPrice['currencyCode'];
    readonly offer: unknown;
}

export interface PricesAtPayment {
    /** By the database's clock, after the order's lock was had. */
    readonly moment: Date;
    readonly pricesOf: (variantId: ID) => ProductVariantPrice[];
}

/** The clock is read once, when the order is locked: all lines are decided by the same moment. */
const PRICES_AT_PAYMENT = `
    WITH locked AS MATERIALIZED (SELECT id FROM "order" WHERE id = $1 FOR NO KEY UPDATE),
         moment AS MATERIALIZED (SELECT clock_timestamp() AS at FROM locked)
    SELECT moment.at, p.id, p."variantId", p.price, p."currencyCode", p."customFieldsEfioffer" AS offer
      FROM moment LEFT JOIN product_variant_price p ON p."channelId" = $2 AND p."variantId" = ANY($3::int[])`;

const FREEZE = `
    INSERT INTO efi_price_freeze ("orderId", "currencyCode", "decidedAt", prices) VALUES ($1, $2, $3, $4)
    ON CONFLICT ("orderId") DO UPDATE
       SET "currencyCode" = excluded."currencyCode", "decidedAt" = excluded."decidedAt", prices = excluded.prices`;

/** With which prices orders reached payment. */
@Injectable()
export class PriceFreezes {
    constructor(private readonly connection: TransactionalConnection) {}

    /** Locks the order, until the transaction ends, and reads what its variants cost from then on. */
    async pricesAtPayment(ctx: RequestContext, order: Order): Promise<PricesAtPayment> {
        const variantIds = order.lines.map(line => line.productVariant.id);
        const rows = await queryPrepared<PriceRow>(this.manager(ctx), PRICES_AT_PAYMENT, [
            order.id,
            ctx.channelId,
            variantIds,
        ]);
        const [first] = rows;
        if (!first) {
            throw new Error(`Order ${order.id} is gone.`);
        }
        return {
            moment: first.at,
            pricesOf: variantId =>
                rows
                    .filter(row => row.id !== null && String(row.variantId) === String(variantId))
                    .map(row => entityOf(row, ctx.channelId)),
        };
    }

    async freeze(
        ctx: RequestContext,
        order: Order,
        decidedAt: Date,
        prices: Readonly<Record<string, FrozenPrice>>,
    ): Promise<void> {
        await queryPrepared(this.manager(ctx), FREEZE, [
            order.id,
            order.currencyCode,
            decidedAt,
            JSON.stringify(prices),
        ]);
    }

    find(ctx: RequestContext, orderId: ID): Promise<EfiPriceFreeze | null> {
        return this.connection.getRepository(ctx, EfiPriceFreeze).findOneBy({ orderId: Number(orderId) });
    }

    private manager(ctx: RequestContext) {
        return this.connection.getRepository(ctx, EfiPriceFreeze).manager;
    }
}

function entityOf(row: PriceRow, channelId: ID): ProductVariantPrice {
    return new ProductVariantPrice({
        id: row.id ?? undefined,
        channelId,
        currencyCode: row.currencyCode,
        price: row.price,
        customFields: { efiOffer: row.offer },
    });
}
