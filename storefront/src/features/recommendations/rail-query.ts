import 'server-only';
import { graphql, type ResultOf } from '@/graphql/graphql';
import { queryAsShopper } from '@/lib/vendure/client';

const PriceFragment = graphql(`
    fragment Price on SearchResultPrice @_unmask {
        ... on PriceRange {
            min
            max
        }
        ... on SinglePrice {
            value
        }
    }
`);

const RailQuery = graphql(
    `
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
                            ...Price
                        }
                        priceWithTax {
                            ...Price
                        }
                    }
                }
            }
        }
    `,
    [PriceFragment],
);

const NeighboursQuery = graphql(
    `
        query Neighbours($collectionId: ID!) {
            search(input: { collectionId: $collectionId, groupByProduct: true, inStock: true, take: 9 }) {
                items {
                    productId
                    productName
                    slug
                    currencyCode
                    productAsset {
                        preview
                    }
                    price {
                        ...Price
                    }
                    priceWithTax {
                        ...Price
                    }
                }
            }
        }
    `,
    [PriceFragment],
);

type Recommended = ResultOf<typeof RailQuery>['efiRecommendations'];

export interface RailItem {
    readonly product: Recommended['items'][number]['product'];
    /** None where the shop's own order decided. */
    readonly reason: Recommended['items'][number]['reason'] | undefined;
}

export interface RailList {
    /** Undefined for what nobody recommended. */
    readonly recommendationId: string | undefined;
    readonly personal: boolean;
    readonly items: readonly RailItem[];
}

/** Where a rail stands, and what it is about. */
export type RailRequest =
    | { readonly placement: 'SIMILAR'; readonly productId: string; readonly collectionId?: string }
    | { readonly placement: 'BOUGHT_TOGETHER'; readonly productId: string }
    | { readonly placement: 'AFTER_PURCHASE'; readonly orderCode: string }
    | { readonly placement: 'FOR_YOU' | 'TRENDING' | 'COMPLETE_THE_CART' };

/** Milliseconds after which a page goes without. */
const patience = 1_000;

/**
 * What to show, after the shop's recommendations what stands in the same collection.
 *
 * @returns `undefined` when there is nothing, and when the server is slow or away: pages do without.
 */
export async function fetchRail(request: RailRequest): Promise<RailList | undefined> {
    try {
        const { collectionId, ...input } = { collectionId: undefined, ...request };
        const { efiRecommendations } = await queryAsShopper(RailQuery, { input }, patience);
        const list = honest(request, efiRecommendations);
        if (list.items.length > 0 || collectionId === undefined) {
            return list.items.length > 0 ? list : undefined;
        }
        return await fetchNeighbours(collectionId, 'productId' in input ? input.productId : undefined);
    } catch (error) {
        console.warn(`No recommendations for ${request.placement}:`, error);
        return undefined;
    }
}

/** Lists are filled up with what sells. That was not "often bought together", and is not called so. */
function honest({ placement }: RailRequest, list: Recommended): RailList {
    const fits = ({ reason: { code } }: Recommended['items'][number]) =>
        placement !== 'BOUGHT_TOGETHER' || code === 'BOUGHT_TOGETHER' || code === 'PICKED';
    return { ...list, items: list.items.filter(fits) };
}

async function fetchNeighbours(
    collectionId: string,
    except: string | undefined,
): Promise<RailList | undefined> {
    const { search } = await queryAsShopper(NeighboursQuery, { collectionId }, patience);
    const items = search.items
        .filter(({ productId }) => productId !== except)
        .map(product => ({ product, reason: undefined }));
    return items.length > 0 ? { recommendationId: undefined, personal: false, items } : undefined;
}
