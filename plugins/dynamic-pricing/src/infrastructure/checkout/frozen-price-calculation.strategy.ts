import type {
    Injector,
    Order,
    OrderItemPriceCalculationStrategy,
    OrderLine,
    PriceCalculationResult,
    ProductVariant,
    RequestContext,
} from '@vendure/core';
import { idsAreEqual, RequestContextCacheService } from '@vendure/core';
import { isMomentDecided } from './pricing-moment';
import { PriceFreezes } from './price-freezes';

type LineFields = Parameters<OrderItemPriceCalculationStrategy['calculateUnitPrice']>[2];

/**
 * Keeps the prices with which an order reached payment: Vendure reckons anew when an address or a shipping method
 * changes, then too. Everything else is the shop's own strategy's.
 */
export class FrozenPriceCalculationStrategy implements OrderItemPriceCalculationStrategy {
    private freezes!: PriceFreezes;
    private requestCache!: RequestContextCacheService;

    constructor(private readonly inner: OrderItemPriceCalculationStrategy) {}

    async init(injector: Injector): Promise<void> {
        this.freezes = injector.get(PriceFreezes);
        this.requestCache = injector.get(RequestContextCacheService);
        await this.inner.init?.(injector);
    }

    async destroy(): Promise<void> {
        await this.inner.destroy?.();
    }

    async calculateUnitPrice(
        ctx: RequestContext,
        variant: ProductVariant,
        fields: LineFields,
        order: Order,
        quantity: number,
    ): Promise<PriceCalculationResult> {
        const frozen =
            order.state === 'ArrangingPayment' && !isMomentDecided()
                ? await this.frozenPrice(ctx, order, lineOf(order, variant, fields))
                : undefined;
        return frozen ?? this.inner.calculateUnitPrice(ctx, variant, fields, order, quantity);
    }

    /** In another currency than it reached payment with, an order has no frozen prices. */
    private async frozenPrice(ctx: RequestContext, order: Order, line: OrderLine | undefined) {
        const freeze = await this.requestCache.get(ctx, `efi-price-freeze-${order.id}`, () =>
            this.freezes.find(ctx, order.id),
        );
        return line && freeze?.currencyCode === order.currencyCode ? freeze.prices[line.id] : undefined;
    }
}

/** Vendure names the variant and hands over the line's own custom fields, but not the line. */
function lineOf(order: Order, variant: ProductVariant, fields: LineFields): OrderLine | undefined {
    const lines = order.lines.filter(line => idsAreEqual(line.productVariant?.id, variant.id));
    return lines.length > 1 ? lines.find(line => line.customFields === fields) : lines[0];
}
