import { awaitingReallocation, type LinePart, type MovingLine, takeFrom, total } from './line-movements';
import type { ReservedStock } from './plan-reservation';
import { availableQuantity, type LevelState, type LocationQuantity, spreadOverLocations } from './stock-plan';
import type { StockShortfall } from './stock-shortfall';

export type AllocationPlan =
    | {
          readonly ok: true;
          readonly parts: readonly LinePart[];
          /** Whether some of it are goods of a cancelled fulfilment, which are allocated again in any case. */
          readonly includesReturned: boolean;
      }
    | { readonly ok: false; readonly shortfalls: readonly StockShortfall[] };

/**
 * Where the goods of some lines come from: what came back from a cancelled fulfilment goes to its line again, then
 * what is reserved for the order, then what is free. All lines, or none.
 *
 * @param levels - Of all the lines' variants, without what is reserved for this order.
 * @param reserved - What is reserved for this order.
 */
export function planAllocation(
    lines: readonly MovingLine[],
    levels: readonly LevelState[],
    reserved: readonly ReservedStock[],
): AllocationPlan {
    const parts: LinePart[] = [];
    const shortfalls: StockShortfall[] = [];
    let includesReturned = false;
    for (const line of lines) {
        const returned = takeFrom(awaitingReallocation(line.movements, line.lineQuantity), line.quantity);
        includesReturned ||= returned.length > 0;
        const stock = remaining(line, levels, reserved, parts);
        const wanted = line.quantity - total(returned);
        const fresh = fromStock(line, stock, wanted);
        if (fresh) {
            const ofLine = [...returned, ...fresh].map(part => ({
                ...part,
                lineId: line.lineId,
                variantId: line.variantId,
            }));
            parts.push(...ofLine);
        } else {
            const { lineId, variantId, quantity, policy, onlyAt } = line;
            const left = availableQuantity(policy, stock.levels, onlyAt);
            const available = Math.max(0, left) + total(returned);
            shortfalls.push({ lineId, variantId, quantity, available });
        }
    }
    return shortfalls.length > 0 ? { ok: false, shortfalls } : { ok: true, parts, includesReturned };
}

interface VariantStock {
    readonly levels: readonly LevelState[];
    readonly reserved: readonly ReservedStock[];
}

/** The variant's stock after what earlier lines took: first from the reservation, then from what was free. */
function remaining(
    line: MovingLine,
    levels: readonly LevelState[],
    reserved: readonly ReservedStock[],
    taken: readonly LinePart[],
): VariantStock {
    const takenAt = (locationId: number) =>
        total(taken.filter(part => part.variantId === line.variantId && part.locationId === locationId));
    return {
        levels: levels
            .filter(level => level.variantId === line.variantId)
            .map(level => ({ ...level, allocated: level.allocated + takenAt(level.locationId) })),
        reserved: reserved
            .filter(held => held.variantId === line.variantId)
            .map(held => ({ ...held, quantity: held.quantity - takenAt(held.locationId) })),
    };
}

function fromStock(line: MovingLine, stock: VariantStock, quantity: number): LocationQuantity[] | undefined {
    if (!line.policy.tracked) {
        return spreadOverLocations(line.policy, stock.levels, quantity, line.onlyAt);
    }
    const held = takeFrom(stillThere(line, stock), quantity);
    const rest = quantity - total(held);
    if (rest === 0) {
        return held;
    }
    const levels = stock.levels.map(level => ({
        ...level,
        allocated: level.allocated + total(held.filter(part => part.locationId === level.locationId)),
    }));
    const spread = spreadOverLocations(line.policy, levels, rest, line.onlyAt);
    return spread && takeFrom([...held, ...spread], quantity);
}

/** What is reserved, as far as a stocktake since then has not found it missing. */
function stillThere({ policy }: MovingLine, { levels, reserved }: VariantStock): LocationQuantity[] {
    const unheld = levels.map(level => ({ ...level, reserved: 0 }));
    const backed = reserved.map(held => {
        const level = unheld.find(({ locationId }) => locationId === held.locationId);
        const there = level ? level.onHand - level.allocated : 0;
        return { ...held, quantity: policy.threshold < 0 ? held.quantity : Math.min(held.quantity, there) };
    });
    return takeFrom(backed, availableQuantity(policy, unheld));
}
