const WINDOW_MS = 5 * 60_000;
const MAX_RESTARTS = 5;

/**
 * How long to wait before a part that died is started again: 1, 2, 4, 8, 16 seconds. After five deaths within five
 * minutes another try would only hide the fault.
 *
 * @param {readonly number[]} earlierDeaths - Times in milliseconds, without the one just now.
 * @param {number} now
 * @returns {number | undefined} Milliseconds, or nothing to give up.
 */
export function restartDelay(earlierDeaths, now) {
    const recent = earlierDeaths.filter(time => now - time < WINDOW_MS).length;
    return recent < MAX_RESTARTS ? 1000 * 2 ** recent : undefined;
}
