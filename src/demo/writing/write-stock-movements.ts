import { startOfMonth } from '../orders/calendar';
import { locationsOf, stockLocationCodes, type StockLocationCode } from '../shop/markets';
import type { WrittenVariant } from './catalogue.types';
import type { Row, RowWriter } from './row-writer';
import type { ShopIds } from './write-markets';
import type { WrittenOrder } from './written-order';

interface Movement {
    readonly kind: 'Allocation' | 'Sale' | 'Release' | 'StockAdjustment';
    readonly at: Date;
    readonly variant: WrittenVariant;
    readonly location: StockLocationCode;
    readonly quantity: number;
    readonly orderLineId?: number;
}

/** Where the stock is, and what it is, by SKU. */
interface StockContext {
    readonly shop: Pick<ShopIds, 'stockLocations'>;
    readonly variants: ReadonlyMap<string, WrittenVariant>;
}

const typeOf = {
    Allocation: 'ALLOCATION',
    Sale: 'SALE',
    Release: 'RELEASE',
    StockAdjustment: 'ADJUSTMENT',
} as const;

/**
 * Writes what moved in and out of the warehouses, so that each stock level is the sum of its movements and what is
 * left to sell is what the catalogue says: at the start of each month as much arrives as the month will need.
 */
export async function writeStockMovements(
    writer: RowWriter,
    { shop, variants }: StockContext,
    orders: readonly WrittenOrder[],
): Promise<void> {
    const outgoing = orders.flatMap(movementsOf);
    const movements = [...deliveries([...variants.values()], outgoing), ...outgoing];
    movements.sort((a, b) => a.at.getTime() - b.at.getTime());
    await writer.insert(
        'stock_movement',
        movements.map(({ kind, at, variant, location, quantity, orderLineId }) => ({
            discriminator: kind,
            type: typeOf[kind],
            createdAt: at,
            updatedAt: at,
            productVariantId: variant.id,
            stockLocationId: shop.stockLocations[location],
            quantity,
            orderLineId: orderLineId ?? null,
        })),
    );
    await writer.insert('stock_level', levels([...variants.values()], movements, shop.stockLocations));
}

/** Click-and-collect orders leave from the counter, the others from the market's warehouse. */
function movementsOf({ order, lines }: WrittenOrder): Movement[] {
    const { cancelledAt, shippedAt } = order.fate;
    const location = order.shipping === 'collect' ? 'counter' : (locationsOf(order.market)[0] ?? 'leipzig');
    return lines.flatMap(({ id, variant, quantity }) => {
        const move = (kind: Movement['kind'], at: Date, pieces: number): Movement => ({
            kind,
            at,
            variant,
            location,
            quantity: pieces,
            orderLineId: id,
        });
        return [
            move('Allocation', order.fate.paidAt, quantity),
            ...(cancelledAt ? [move('Release', cancelledAt, quantity)] : []),
            ...(shippedAt ? [move('Sale', shippedAt, -quantity)] : []),
        ];
    });
}

/** One delivery per variant, place and month, and one before everything with what is on the shelf today. */
function deliveries(variants: readonly WrittenVariant[], outgoing: readonly Movement[]): Movement[] {
    const needed = new Map<string, Movement>();
    const first = outgoing.reduce((earliest, { at }) => (at < earliest ? at : earliest), new Date());
    for (const { kind, at, variant, location, quantity } of outgoing) {
        if (kind === 'Allocation' || kind === 'Release') {
            const month = startOfMonth(at);
            const key = `${variant.id} ${location} ${month.getTime()}`;
            const before = needed.get(key)?.quantity ?? 0;
            const pieces = kind === 'Allocation' ? quantity : -quantity;
            needed.set(key, {
                kind: 'StockAdjustment',
                at: month,
                variant,
                location,
                quantity: before + pieces,
            });
        }
    }
    const initial = variants.flatMap(variant =>
        stockLocationCodes.map((location): Movement => ({
            kind: 'StockAdjustment',
            at: startOfMonth(first),
            variant,
            location,
            quantity: variant.stock[location],
        })),
    );
    return [...initial, ...needed.values()].filter(({ quantity }) => quantity !== 0);
}

function levels(
    variants: readonly WrittenVariant[],
    movements: readonly Movement[],
    locationIds: Readonly<Record<StockLocationCode, number>>,
): Row[] {
    const onHand = new Map<string, number>();
    const allocated = new Map<string, number>();
    const add = (totals: Map<string, number>, key: string, quantity: number) =>
        totals.set(key, (totals.get(key) ?? 0) + quantity);
    for (const { kind, variant, location, quantity } of movements) {
        const key = `${variant.id} ${location}`;
        if (kind === 'StockAdjustment' || kind === 'Sale') {
            add(onHand, key, quantity);
        }
        if (kind !== 'StockAdjustment') {
            add(allocated, key, kind === 'Release' ? -quantity : quantity);
        }
    }
    return variants.flatMap(variant =>
        stockLocationCodes.map(location => ({
            productVariantId: variant.id,
            stockLocationId: locationIds[location],
            stockOnHand: onHand.get(`${variant.id} ${location}`) ?? 0,
            stockAllocated: allocated.get(`${variant.id} ${location}`) ?? 0,
        })),
    );
}
