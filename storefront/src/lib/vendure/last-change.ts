/**
 * How long after a planned moment the server is asked anew, in milliseconds: its clock may be behind, and an answer that it
 * gave before would be kept.
 */
const GRACE = 1_000;

/**
 * The last of the moments that has passed, as a text. While that stays the same, so does what is kept.
 *
 * @param changes - By ISO 8601, the earliest first.
 */
export function lastChange(changes: readonly string[], now: number): string {
    return changes.filter(change => Date.parse(change) + GRACE <= now).at(-1) ?? '';
}
