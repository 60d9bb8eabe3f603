import {
    availableQuantity,
    type LevelState,
    type LocationQuantity,
    spreadOverLocations,
    type StockPolicy,
} from './stock-plan';
import { findShortfalls, type StockShortfall, type WantedLine } from './stock-shortfall';

/** A line of an order, with how its variant's stock is counted. */
export interface StockLine extends WantedLine {
    readonly policy: StockPolicy;
    /** The one location that the goods have to come from. Default: any that serves the channel. */
    readonly onlyAt?: number;
}

/** Pieces of a variant at a location that are held for an order. */
export interface ReservedStock extends LocationQuantity {
    readonly variantId: number;
}

export type ReservationPlan =
    | { readonly ok: true; readonly reservations: readonly ReservedStock[] }
    | { readonly ok: false; readonly shortfalls: readonly StockShortfall[] };

/** What to hold for the lines of an order: everything that they want, or nothing and why not. */
export function planReservation(lines: readonly StockLine[], levels: readonly LevelState[]): ReservationPlan {
    const shortfalls = shortfallsOf(lines, levels);
    if (shortfalls.length > 0) {
        return { ok: false, shortfalls };
    }
    const reservations = [...wantedByVariant(lines)].flatMap(([variantId, { policy, quantity, onlyAt }]) => {
        const parts = spreadOverLocations(policy, levelsOf(levels, variantId), quantity, onlyAt) ?? [];
        return parts.map(part => ({ variantId, ...part }));
    });
    return { ok: true, reservations };
}

/** Which lines can't be served in full, with what is left for each. */
export function shortfallsOf(lines: readonly StockLine[], levels: readonly LevelState[]): StockShortfall[] {
    const byVariant = new Map(lines.map(line => [line.variantId, line]));
    const wanted = lines.map(({ lineId, variantId, quantity }) => ({ lineId, variantId, quantity }));
    return findShortfalls(wanted, variantId => {
        const line = byVariant.get(variantId);
        return availableQuantity(
            line?.policy ?? { tracked: true, threshold: 0 },
            levelsOf(levels, variantId),
            line?.onlyAt,
        );
    });
}

/** Goods that are counted, a variant at a time: lines of one variant draw on the same stock. */
function wantedByVariant(
    lines: readonly StockLine[],
): Map<number, Pick<StockLine, 'policy' | 'quantity' | 'onlyAt'>> {
    const wanted = new Map<number, Pick<StockLine, 'policy' | 'quantity' | 'onlyAt'>>();
    for (const { variantId, policy, quantity, onlyAt } of lines.filter(line => line.policy.tracked)) {
        const soFar = wanted.get(variantId)?.quantity ?? 0;
        wanted.set(variantId, { policy, quantity: quantity + soFar, onlyAt });
    }
    return wanted;
}

function levelsOf(levels: readonly LevelState[], variantId: number): LevelState[] {
    return levels.filter(level => level.variantId === variantId);
}
