import type {
    Injector,
    PriceCalculationResult,
    ProductVariantPriceCalculationArgs,
    ProductVariantPriceCalculationStrategy,
} from '@vendure/core';
import { priceAt } from '../../domain/schedule/offer';
import { storedPrice } from '../stored-offer';
import { GroupPrices } from './group-prices';
import { pricingMoment } from './pricing-moment';

/**
 * Reads the offer that came with the price, then asks the shop's own strategy. By the clock, so that a sale begins
 * and ends on time and the list price comes back even when no worker is there to write it.
 */
export class OfferPriceCalculationStrategy implements ProductVariantPriceCalculationStrategy {
    private groupPrices!: GroupPrices;

    constructor(private readonly inner: ProductVariantPriceCalculationStrategy) {}

    async init(injector: Injector): Promise<void> {
        this.groupPrices = injector.get(GroupPrices);
        await this.inner.init?.(injector);
    }

    async destroy(): Promise<void> {
        await this.inner.destroy?.();
    }

    /** A list asks this for each of its variants, most of them for guests: those wait for nothing of ours. */
    calculate(args: ProductVariantPriceCalculationArgs): Promise<PriceCalculationResult> {
        const { productVariantPrice: stored, ctx } = args;
        // A price without an id is one that somebody made up to have it taxed.
        if (!stored?.id) {
            return this.inner.calculate(args);
        }
        const inputPrice = priceAt(storedPrice(stored), pricingMoment());
        return ctx.activeUserId
            ? this.calculateForMember({ ...args, inputPrice })
            : this.inner.calculate({ ...args, inputPrice });
    }

    private async calculateForMember(
        args: ProductVariantPriceCalculationArgs,
    ): Promise<PriceCalculationResult> {
        const ofGroup = await this.groupPrices.of(args.ctx, args.productVariant.id);
        const inputPrice = Math.min(args.inputPrice, ofGroup?.price ?? Infinity);
        return this.inner.calculate({ ...args, inputPrice });
    }
}
