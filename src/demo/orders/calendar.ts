const dayMilliseconds = 86_400_000;

/** How trade changes with the month, January first: gifts in December, gardens in spring, gyms in January. */
const seasons: Readonly<Record<string, readonly number[]>> = {
    computers: [0.9, 0.8, 0.8, 0.8, 0.8, 0.8, 0.9, 1.2, 1.2, 1, 1.7, 1.8],
    accessories: [1, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 1, 1.1, 1, 1.4, 1.4],
    cameras: [0.7, 0.7, 0.8, 1, 1.2, 1.3, 1.4, 1.1, 0.9, 0.8, 1.2, 1.8],
    furniture: [1.2, 1, 1.1, 1.1, 1, 0.9, 0.8, 0.8, 1, 1.1, 1.1, 0.9],
    plants: [0.5, 0.8, 1.5, 1.9, 1.9, 1.3, 0.9, 0.7, 0.8, 0.7, 0.6, 0.8],
    decor: [0.8, 0.8, 0.9, 0.9, 0.9, 0.8, 0.8, 0.9, 1.1, 1.2, 1.5, 1.6],
    training: [2, 1.5, 1.1, 1, 1, 1, 0.9, 0.8, 1, 0.8, 0.8, 1],
    outdoor: [0.4, 0.5, 0.9, 1.3, 1.7, 1.9, 1.7, 1.2, 0.8, 0.5, 0.4, 0.7],
    footwear: [1, 0.9, 1.2, 1.3, 1.1, 1, 0.9, 1, 1.3, 1, 1, 1],
};

/** Sunday first: people order from the sofa. */
const weekdays = [1.25, 1.15, 1, 0.95, 0.95, 0.85, 0.85];

/** Each hour of the day's share, in the shopper's own time. */
export const hours = [
    0.4, 0.2, 0.1, 0.1, 0.1, 0.3, 0.8, 1.5, 2.2, 2.8, 3.2, 3.4, 3.6, 3.2, 3, 2.9, 3, 3.3, 3.8, 4.6, 5.2, 5,
    3.6, 1.6,
] as const;

/** How much a category sells in a month, with 1 for its average month. */
export function seasonOf(category: string, date: Date): number {
    return seasons[category]?.[date.getUTCMonth()] ?? 1;
}

/**
 * How busy a day is, with 1 for an ordinary day of the first month: the trade grows by 3 % a month, weekends are
 * stronger than Fridays, and the last Friday of November is what it is.
 *
 * @param daysSinceStart - Of the history.
 */
export function trafficOn(date: Date, daysSinceStart: number): number {
    const growth = 1.03 ** (daysSinceStart / 30);
    const average =
        Object.keys(seasons).reduce((total, category) => total + seasonOf(category, date), 0) /
        Object.keys(seasons).length;
    return growth * average * (weekdays[date.getUTCDay()] ?? 1) * (isBlackFriday(date) ? 3 : 1);
}

function isBlackFriday(date: Date): boolean {
    const day = date.getUTCDate();
    return date.getUTCMonth() === 10 && date.getUTCDay() === 5 && day >= 23 && day <= 29;
}

export function addDays(date: Date, days: number): Date {
    return new Date(date.getTime() + days * dayMilliseconds);
}

/** Midnight UTC. */
export function startOfDay(date: Date): Date {
    return new Date(Math.floor(date.getTime() / dayMilliseconds) * dayMilliseconds);
}

/** Midnight UTC on the first. */
export function startOfMonth(date: Date): Date {
    return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1));
}
