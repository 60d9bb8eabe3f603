import 'server-only';
import { graphql } from '@/graphql/graphql';
import type { Locale } from '@/lib/market/locale';
import { queryKept, queryShopIn } from '@/lib/vendure/client';
import type { PickUpPlace, PickUpStock } from './pick-up-stock';

const PickUpPlacesQuery = graphql(`
    query PickUpPlaces {
        efiPickUpPlaces {
            id
            name
        }
    }
`);

const PickUpStockQuery = graphql(`
    query PickUpStock($productId: ID!) {
        product(id: $productId) {
            variants {
                id
                efiPickUpStock {
                    place {
                        id
                        name
                    }
                    availability
                }
            }
        }
    }
`);

/** Later than this, in milliseconds, nobody waits for it any longer. */
const PATIENCE = 5_000;

/** The places of this market, which change seldom. A page does without them too. */
export async function fetchPickUpPlaces(): Promise<readonly PickUpPlace[]> {
    try {
        return (await queryKept('pickUpPlaces', PickUpPlacesQuery, {})).efiPickUpPlaces;
    } catch (error) {
        console.warn('The places to pick up at could not be read:', error);
        return [];
    }
}

/** What each place has of a variant now: never from what is kept. `undefined` for a variant that there is not. */
export async function fetchPickUpStock(
    locale: Locale,
    productId: string,
    variantId: string,
): Promise<readonly PickUpStock[] | undefined> {
    const { product } = await queryShopIn(locale, PickUpStockQuery, { productId }, PATIENCE);
    return product?.variants.find(({ id }) => id === variantId)?.efiPickUpStock;
}
