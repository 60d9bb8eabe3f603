/** When the flash sale runs each day, in hours UTC: late afternoon in Europe, noon in America. */
const startHour = 16;
const endHour = 20;

export interface SaleWindow {
    readonly startsAt: Date;
    readonly endsAt: Date;
}

/** The sale that is on right now, or else the next one. */
export function currentOrNextSale(now: Date): SaleWindow {
    const at = (hour: number, days: number) =>
        new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days, hour));
    const days = now < at(endHour, 0) ? 0 : 1;
    return { startsAt: at(startHour, days), endsAt: at(endHour, days) };
}
