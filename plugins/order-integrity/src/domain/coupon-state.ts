/** What Vendure's own conditions ask for, by their codes. Plugins bring others. */
const kinds: Readonly<Record<string, 'AMOUNT' | 'PRODUCTS' | 'CUSTOMERS'>> = {
    minimum_order_amount: 'AMOUNT',
    contains_products: 'PRODUCTS',
    at_least_n_with_facets: 'PRODUCTS',
    buy_x_get_y_free: 'PRODUCTS',
    customer_group: 'CUSTOMERS',
};

/** A condition that the order does not meet, with its arguments as Vendure keeps them. */
export interface UnmetCondition {
    readonly code: string;
    readonly args: ReadonlyArray<{ readonly name: string; readonly value: string }>;
}

export interface Coupon {
    readonly startsAt: Date | null;
    readonly endsAt: Date | null;
    /** In the promotion's order. */
    readonly unmet: readonly UnmetCondition[];
}

/** Of the order's lines, in minor units. */
export interface Subtotal {
    readonly net: number;
    readonly withTax: number;
}

/** Why a coupon that an order has takes nothing off it. */
export type CouponState =
    | { readonly state: 'NOT_YET'; readonly startsAt: Date }
    | { readonly state: 'ENDED' | 'PRODUCTS' | 'CUSTOMERS' | 'OTHER' }
    | {
          readonly state: 'AMOUNT';
          /** From which subtotal on it applies, in minor units. */
          readonly amountFrom: number;
          readonly amountMissing: number;
          readonly amountWithTax: boolean;
      };

/**
 * The time goes before conditions, and customers before products before an amount: who is told how much is missing, and buys
 * it, may count on the coupon then.
 */
export function couponState({ startsAt, endsAt, unmet }: Coupon, subtotal: Subtotal, now: Date): CouponState {
    if (endsAt && endsAt <= now) {
        return { state: 'ENDED' };
    }
    if (startsAt && startsAt > now) {
        return { state: 'NOT_YET', startsAt };
    }
    const found = new Set(unmet.map(({ code }) => kinds[code] ?? 'OTHER'));
    for (const state of ['OTHER', 'CUSTOMERS', 'PRODUCTS'] as const) {
        if (found.has(state)) {
            return { state };
        }
    }
    const amounts = unmet.map(({ args }) => missingAmount(args, subtotal));
    const [most] = amounts.sort((a, b) => b.amountMissing - a.amountMissing);
    return most && most.amountMissing > 0 ? { state: 'AMOUNT', ...most } : { state: 'OTHER' };
}

function missingAmount(args: UnmetCondition['args'], { net, withTax }: Subtotal) {
    const value = (name: string) => args.find(arg => arg.name === name)?.value;
    const amountWithTax = value('taxInclusive') === 'true';
    const amountFrom = Number(value('amount'));
    return { amountFrom, amountMissing: amountFrom - (amountWithTax ? withTax : net), amountWithTax };
}
