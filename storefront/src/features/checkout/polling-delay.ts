/**
 * How long to wait before asking again. Most payments are decided within seconds; who waits longer is asked about
 * less often.
 *
 * @param asked - How often it was asked already.
 * @returns Milliseconds.
 */
export function pollingDelay(asked: number): number {
    return Math.min(1_000 * 1.3 ** asked, 10_000);
}

/** After this many questions, about a minute, the page says that it takes longer than usual. */
export const unusuallyLong = 12;
