import { Merchant } from '../../support/merchant';
import { serverUrl } from './browser';

interface Level {
    readonly stockLocationId: string;
    readonly stockOnHand: number;
    readonly stockAllocated: number;
}

/** Where the markets in Europe have their goods from; all else counts as gone. */
const WAREHOUSE = 'Leipzig warehouse';

/**
 * Has just these pieces of a variant left in Europe's markets while `work` goes on. Those of America have a warehouse of
 * their own.
 */
export async function withLeftInEurope(
    left: number,
    variantId: string,
    work: () => Promise<void>,
): Promise<void> {
    const merchant = await Merchant.signIn(`${serverUrl}/admin-api`);
    const { productVariant, stockLocations } = await merchant.client.run<{
        productVariant: { stockLevels: Level[] };
        stockLocations: { items: { id: string; name: string }[] };
    }>(
        `query ($id: ID!) {
            productVariant(id: $id) { stockLevels { stockLocationId stockOnHand stockAllocated } }
            stockLocations { items { id name } }
        }`,
        { id: variantId },
    );
    const named = new Map(stockLocations.items.map(({ id, name }) => [id, name]));
    const levels = productVariant.stockLevels.filter(
        ({ stockLocationId }) => !/Memphis|Kiosk/.test(named.get(stockLocationId) ?? ''),
    );
    const counted = (count: (level: Level) => number) =>
        Object.fromEntries(levels.map(level => [level.stockLocationId, count(level)]));
    await merchant.takeStock(
        variantId,
        counted(
            ({ stockLocationId, stockAllocated }) =>
                stockAllocated + (named.get(stockLocationId) === WAREHOUSE ? left : 0),
        ),
    );
    try {
        await work();
    } finally {
        await merchant.takeStock(
            variantId,
            counted(({ stockOnHand }) => stockOnHand),
        );
    }
}
