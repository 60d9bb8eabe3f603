import { Injectable } from '@nestjs/common';
import {
    EntityHydrator,
    type ID,
    idsAreEqual,
    Order,
    type OrderLine,
    ProductVariantService,
    type RequestContext,
} from '@vendure/core';
import { grossPriceOf, netPriceOf } from '@vendure/core/dist/common/tax-utils';

export interface PriceChange {
    readonly orderLineId: ID;
    readonly productVariantId: ID;
    readonly previousUnitPrice: number;
    readonly previousUnitPriceWithTax: number;
    readonly unitPrice: number;
    readonly unitPriceWithTax: number;
}

/** What shoppers are told about prices that changed while goods lay in their cart. */
@Injectable()
export class PriceChanges {
    constructor(
        private readonly hydrator: EntityHydrator,
        private readonly variants: ProductVariantService,
    ) {}

    /** Prices that are in force now, also when the cart will have them with its next change only. */
    async of(ctx: RequestContext, order: Order): Promise<PriceChange[]> {
        await this.hydrator.hydrate(ctx, order, { relations: ['lines'] });
        const lines = order.lines.filter(({ quantity }) => quantity > 0);
        const isCart =
            order.active && order.state !== 'ArrangingPayment' && order.currencyCode === ctx.currencyCode;
        const now = isCart && lines.length > 0 ? await this.pricesNow(ctx, lines) : new Map<string, number>();
        return lines.flatMap(line => {
            const before = line.initialListPrice ?? line.listPrice;
            const after = now.get(String(line.productVariantId)) ?? line.listPrice;
            return before === after ? [] : [changeOf(line, before, after)];
        });
    }

    private async pricesNow(ctx: RequestContext, lines: readonly OrderLine[]): Promise<Map<string, number>> {
        const variants = await this.variants.findByIds(
            ctx,
            lines.map(({ productVariantId }) => productVariantId),
        );
        return new Map(
            lines.flatMap(({ productVariantId, listPriceIncludesTax }) => {
                const variant = variants.find(({ id }) => idsAreEqual(id, productVariantId));
                return variant?.listPriceIncludesTax === listPriceIncludesTax
                    ? [[String(productVariantId), variant.listPrice]]
                    : [];
            }),
        );
    }
}

function changeOf(line: OrderLine, before: number, after: number): PriceChange {
    const rate = line.taxRate;
    const net = (price: number) => (line.listPriceIncludesTax ? netPriceOf(price, rate) : price);
    const gross = (price: number) => (line.listPriceIncludesTax ? price : grossPriceOf(price, rate));
    return {
        orderLineId: line.id,
        productVariantId: line.productVariantId,
        previousUnitPrice: Math.round(net(before)),
        previousUnitPriceWithTax: Math.round(gross(before)),
        unitPrice: Math.round(net(after)),
        unitPriceWithTax: Math.round(gross(after)),
    };
}
