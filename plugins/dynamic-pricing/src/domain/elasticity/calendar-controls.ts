const weeksPerYear = 52;

/** Shorter than these, a trend can't be told from chance, nor a season from a trend. */
const weeksToTell = { trend: weeksPerYear / 2, season: 2 * weeksPerYear };

/**
 * Columns for `SalesWeek.controls` that take the calendar's part in sales: from half a year on a trend per year, from two
 * years on two harmonics of the year (Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed.,
 * 7.4).
 */
export function calendarControls(first: number, last: number): (week: number) => number[] {
    const weeks = last - first + 1;
    const middle = (first + last) / 2;
    const harmonics = weeks >= weeksToTell.season ? [1, 2] : [];
    return week => [
        ...(weeks >= weeksToTell.trend ? [(week - middle) / weeksPerYear] : []),
        ...harmonics.flatMap(harmonic => {
            const angle = (2 * Math.PI * harmonic * week) / weeksPerYear;
            return [Math.sin(angle), Math.cos(angle)];
        }),
    ];
}
