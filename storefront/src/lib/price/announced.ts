import type { Reduction } from './reduction';

/** What a reduction looks like on a page. Minor units, as the market shows prices. */
export interface Announced {
    readonly price: number;
    readonly previous: number;
    /** The lowest price of the 30 days before; undefined where none is on record. */
    readonly lowest: number | undefined;
    readonly endsAt: string | undefined;
    /** Why the price is for this shopper only; undefined when it is for everybody. */
    readonly declaration: string | undefined;
}

/**
 * The reduction as it may be announced. One whose price was asked for within the 30 days before is none to the law
 * (Directive 98/6/EC, article 6a; CJEU C-330/23): it is a price like any other. A personal price is no announcement
 * to the public; it is shown with its declaration.
 *
 * @param shown - The price that the page shows otherwise: a reduction of another one says nothing about it.
 */
export function announced(
    reduction: Reduction | undefined,
    showsTax: boolean,
    shown?: number,
): Announced | undefined {
    if (!reduction) {
        return undefined;
    }
    const amounts = showsTax ? withTax(reduction) : withoutTax(reduction);
    if (reduction.personalised) {
        return {
            ...amounts,
            lowest: undefined,
            endsAt: undefined,
            declaration: reduction.declaration ?? '',
        };
    }
    const isOfAnother = shown !== undefined && shown !== amounts.price;
    const isNone = amounts.lowest !== undefined && amounts.lowest <= amounts.price;
    return isOfAnother || isNone
        ? undefined
        : { ...amounts, endsAt: reduction.endsAt ?? undefined, declaration: undefined };
}

function withTax({ priceWithTax, previousPriceWithTax, lowestPrice30DaysWithTax }: Reduction) {
    return {
        price: priceWithTax,
        previous: previousPriceWithTax,
        lowest: lowestPrice30DaysWithTax ?? undefined,
    };
}

function withoutTax({ price, previousPrice, lowestPrice30Days }: Reduction) {
    return { price, previous: previousPrice, lowest: lowestPrice30Days ?? undefined };
}

/** The reduction of a product's cheapest price, which is the one that a list shows. */
export function cheapest(reductions: readonly Reduction[], productId: string): Reduction | undefined {
    return reductions
        .filter(reduction => reduction.productId === productId)
        .reduce<Reduction | undefined>(
            (best, one) => (best === undefined || one.price < best.price ? one : best),
            undefined,
        );
}
