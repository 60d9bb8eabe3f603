import 'server-only';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { queryAsShopper, queryShop } from '@/lib/vendure/client';
import { hasSession } from '@/lib/vendure/session';

export const ReductionFragment = graphql(`
    fragment Reduction on EfiPriceReduction @_unmask {
        productId
        productVariantId
        currencyCode
        price
        priceWithTax
        previousPrice
        previousPriceWithTax
        lowestPrice30Days
        lowestPrice30DaysWithTax
        endsAt
        personalised
        declaration
    }
`);

/** A price below the list price, with what the shopper has to be told about it. */
export type Reduction = ResultOf<typeof ReductionFragment>;

const ReductionsQuery = graphql(
    `
        query Reductions($productVariantIds: [ID!]!, $productIds: [ID!]!) {
            efiPriceReductions(productVariantIds: $productVariantIds, productIds: $productIds) {
                ...Reduction
            }
            efiServerTime
        }
    `,
    [ReductionFragment],
);

export interface Reductions {
    readonly items: readonly Reduction[];
    /** By which sales end. */
    readonly serverTime: string;
}

/** As many as the server answers for at once. */
const MOST = 100;

interface Which {
    readonly productVariantIds?: readonly string[];
    readonly productIds?: readonly string[];
}

/**
 * The reductions among variants, or among all variants of products. A shopper with a session may have prices of their
 * own; everybody else gets the answer that all get. What is not told does no harm, so a failure tells nothing.
 */
export async function fetchReductions({
    productVariantIds = [],
    productIds = [],
}: Which): Promise<Reductions> {
    if (productVariantIds.length === 0 && productIds.length === 0) {
        return none();
    }
    const variables = {
        productVariantIds: productVariantIds.slice(0, MOST),
        productIds: productIds.slice(0, MOST),
    };
    try {
        const answer = (await hasSession())
            ? await queryAsShopper(ReductionsQuery, variables)
            : await queryShop(ReductionsQuery, variables);
        return { items: answer.efiPriceReductions, serverTime: answer.efiServerTime };
    } catch (error) {
        console.error('Reductions could not be read:', error);
        return none();
    }
}

function none(): Reductions {
    return { items: [], serverTime: new Date().toISOString() };
}
