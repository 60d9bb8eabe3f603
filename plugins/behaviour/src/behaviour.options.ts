/** What can be set in `BehaviourPlugin.init()`. */
export interface BehaviourOptions {
    /** How long events are kept, in days. Counts per day have nobody in them and stay. @default 395 */
    readonly retentionDays?: number;
    /**
     * How long a visit has the same pseudonym, in days. Keys that are older than two such periods are destroyed, and
     * with them every way back from a pseudonym to a visit. Longer periods let a click and a later purchase of a
     * guest meet; shorter ones protect more. @default 7
     */
    readonly pseudonymDays?: number;
    /** Events that wait in a process to be written; more are dropped, and counted. @default 5000 */
    readonly bufferedEvents?: number;
    /** How long an event waits at most, in milliseconds. @default 1000 */
    readonly flushIntervalMs?: number;
    /** Acts that one visit may report within a minute, per process; more are dropped, and counted. @default 240 */
    readonly actsPerMinute?: number;
    /** Acts that all clients together may report within a minute, per process. @default 30000 */
    readonly totalActsPerMinute?: number;
}

export type ResolvedBehaviourOptions = Required<BehaviourOptions>;

/** Token by which the plugin's parts are given its options. */
export const BEHAVIOUR_OPTIONS = Symbol('BEHAVIOUR_OPTIONS');

const defaults: ResolvedBehaviourOptions = {
    retentionDays: 395,
    pseudonymDays: 7,
    bufferedEvents: 5000,
    flushIntervalMs: 1000,
    actsPerMinute: 240,
    totalActsPerMinute: 30_000,
};

/** @throws Error that names the option and what it must be. */
export function resolveOptions(options: BehaviourOptions): ResolvedBehaviourOptions {
    const resolved = { ...defaults, ...options };
    for (const [name, value] of Object.entries(resolved)) {
        if (!Number.isInteger(value) || value < 1) {
            throw new Error(
                `BehaviourPlugin: ${name} must be a whole number of at least 1, not ${String(value)}.`,
            );
        }
    }
    return resolved;
}
