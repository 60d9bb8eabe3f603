/**
 * How long a provider may not know of a payment that was started: a call whose time was up here can still be under
 * way there. After that it never arrived.
 */
export const NEVER_ARRIVED_AFTER_MS = 120_000;

/** Pause until the next look, in milliseconds: doubles from 2 seconds to 10 minutes. */
export function pauseAfter(attempts: number): number {
    return Math.min(2_000 * 2 ** attempts, 10 * 60_000);
}

/**
 * When to look again at a payment that nothing could be found out of. Pauses double, but none goes past the moment when a
 * payment counts as never arrived: until then its order can't be paid in any other way.
 *
 * @param startedAt - When the payment was.
 */
export function nextLook(startedAt: Date, attempts: number, now: Date): Date {
    const paused = now.getTime() + pauseAfter(attempts);
    const decidable = startedAt.getTime() + NEVER_ARRIVED_AFTER_MS + 1;
    return new Date(decidable > now.getTime() ? Math.min(paused, decidable) : paused);
}
