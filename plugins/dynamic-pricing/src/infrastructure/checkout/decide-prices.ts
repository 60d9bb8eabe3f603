import { Injectable } from '@nestjs/common';
import {
    ConfigService,
    type Order,
    type OrderLine,
    OrderService,
    type PriceCalculationResult,
    ProductPriceApplicator,
    type ProductVariant,
    type RequestContext,
    TaxCategory,
} from '@vendure/core';
import type { FrozenPrice } from '../entities/price-freeze.entity';
import { PriceFreezes, type PricesAtPayment } from './price-freezes';
import { pricedAt } from './pricing-moment';

/**
 * Decides with which prices an order reaches payment: those in force at one moment of the database's clock, read
 * under the order's lock. Which price a worker had written by then, and what the server's clock says, play no part.
 */
@Injectable()
export class DecidePrices {
    constructor(
        private readonly freezes: PriceFreezes,
        private readonly config: ConfigService,
        private readonly applicator: ProductPriceApplicator,
        private readonly orders: OrderService,
    ) {}

    /** @returns `changed` when the cart had other prices: it has the new ones now, and they are not frozen. */
    async decide(outer: RequestContext, order: Order): Promise<'as-in-cart' | 'changed'> {
        // A copy, because Vendure remembers per context. In the order's currency, because pricing an order in
        // another one changes it.
        const ctx = Object.assign(outer.copy(), { _currencyCode: order.currencyCode });
        const atPayment = await this.freezes.pricesAtPayment(ctx, order);
        const isChanged =
            (await pricedAt(atPayment.moment, () => this.differs(ctx, order, atPayment))) &&
            (await pricedAt(atPayment.moment, () => this.reprice(ctx, order)));
        if (isChanged) {
            return 'changed';
        }
        await this.freezes.freeze(ctx, order, atPayment.moment, pricesOf(order.lines));
        return 'as-in-cart';
    }

    private async differs(ctx: RequestContext, order: Order, atPayment: PricesAtPayment): Promise<boolean> {
        for (const line of order.lines) {
            const { price, priceIncludesTax } = await this.priceNow(ctx, order, line, atPayment);
            if (price !== line.listPrice || priceIncludesTax !== line.listPriceIncludesTax) {
                return true;
            }
        }
        return false;
    }

    /** As `OrderService.applyPriceAdjustments` has it. */
    private async priceNow(
        ctx: RequestContext,
        order: Order,
        line: OrderLine,
        { pricesOf: stored }: PricesAtPayment,
    ): Promise<PriceCalculationResult> {
        const { orderItemPriceCalculationStrategy, changedPriceHandlingStrategy } = this.config.orderOptions;
        // The order's own variant stays as it is.
        const variant = Object.assign(Object.create(line.productVariant) as ProductVariant, {
            taxCategory: new TaxCategory({ id: line.taxCategoryId }),
            productVariantPrices: stored(line.productVariant.id),
        });
        const priced = await this.applicator.applyChannelPriceAndTax(variant, ctx, order);
        const result = await orderItemPriceCalculationStrategy.calculateUnitPrice(
            ctx,
            priced,
            line.customFields,
            order,
            line.quantity,
        );
        return line.initialListPrice !== result.price
            ? changedPriceHandlingStrategy.handlePriceChange(ctx, result, line, order)
            : result;
    }

    /** @returns Whether it made a difference. Where a strategy of the shop's sticks to a price, it does not. */
    private async reprice(ctx: RequestContext, order: Order): Promise<boolean> {
        const full = await this.orders.findOne(ctx, order.id);
        if (!full) {
            return false;
        }
        const before = pricesOf(order.lines);
        const { lines } = await this.orders.applyPriceAdjustments(ctx, full, full.lines);
        return lines.some(
            ({ id, listPrice, listPriceIncludesTax }) =>
                before[id]?.price !== listPrice || before[id]?.priceIncludesTax !== listPriceIncludesTax,
        );
    }
}

function pricesOf(lines: readonly OrderLine[]): Record<string, FrozenPrice> {
    return Object.fromEntries(
        lines.map(({ id, listPrice, listPriceIncludesTax }) => [
            id,
            { price: listPrice, priceIncludesTax: listPriceIncludesTax },
        ]),
    );
}
