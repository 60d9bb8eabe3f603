import 'server-only';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { queryAsShopper } from '@/lib/vendure/client';

const RailQuery = graphql(`
    query Rail($input: EfiRecommendationsInput!) {
        efiRecommendations(input: $input) {
            recommendationId
            personal
            items {
                reason {
                    code
                    productName
                }
                product {
                    productId
                    productName
                    slug
                    currencyCode
                    productAsset {
                        preview
                    }
                    price {
                        ... on PriceRange {
                            min
                            max
                        }
                        ... on SinglePrice {
                            value
                        }
                    }
                    priceWithTax {
                        ... on PriceRange {
                            min
                            max
                        }
                        ... on SinglePrice {
                            value
                        }
                    }
                }
            }
        }
    }
`);

export type RailList = ResultOf<typeof RailQuery>['efiRecommendations'];
export type RailItem = RailList['items'][number];

/** Where a rail stands, and what it is about. */
export type RailRequest =
    | { readonly placement: 'SIMILAR' | 'BOUGHT_TOGETHER'; readonly productId: string }
    | { readonly placement: 'AFTER_PURCHASE'; readonly orderCode: string }
    | { readonly placement: 'FOR_YOU' | 'TRENDING' | 'COMPLETE_THE_CART' };

/** Milliseconds after which a page goes without. */
const patience = 1_000;

/** @returns `undefined` when there is nothing to recommend, and when the server is slow or away: pages do without. */
export async function fetchRail(request: RailRequest): Promise<RailList | undefined> {
    try {
        const { efiRecommendations } = await queryAsShopper(RailQuery, { input: request }, patience);
        return efiRecommendations.items.length > 0 ? efiRecommendations : undefined;
    } catch (error) {
        console.warn(`No recommendations for ${request.placement}:`, error);
        return undefined;
    }
}
