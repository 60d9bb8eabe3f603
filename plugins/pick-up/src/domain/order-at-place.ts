import { type Availability, availabilityAt, type FreeStock, type StockRules } from './availability';

/** A line of an order, and what there is of its variant at one place. */
export interface LineAtPlace {
    readonly lineId: string;
    readonly variantId: string;
    /** In pieces. */
    readonly quantity: number;
    readonly free: FreeStock;
    readonly rules: StockRules;
}

export interface LineAvailability {
    readonly lineId: string;
    readonly availability: Availability;
}

/** Whether each line of an order can be fetched in full. Lines of one variant share what is there, the first first. */
export function linesAtPlace(lines: readonly LineAtPlace[]): LineAvailability[] {
    const wanted = new Map<string, number>();
    return lines.map(({ lineId, variantId, quantity, free, rules }) => {
        const soFar = wanted.get(variantId) ?? 0;
        const availability = availabilityAt(free, rules, soFar + quantity);
        if (availability !== 'NOT_HERE') {
            wanted.set(variantId, soFar + quantity);
        }
        return { lineId, availability };
    });
}
