/** What can be set in `DynamicPricingPlugin.init()`. */
export interface DynamicPricingOptions {
    /**
     * How long a price that the engine made holds without a run that renews it, in hours. After that the list price
     * holds again, also when no worker is there. Longer than the time between two runs, with room for an outage that
     * nobody should notice.
     *
     * @default 24
     */
    readonly fallbackAfterHours?: number;

    /**
     * Time between two scheduled runs, in minutes: a whole part of an hour.
     *
     * @default 15
     */
    readonly runEveryMinutes?: number;

    /** Feeds of competitors' prices. */
    readonly feeds?: {
        /** Largest answer that is read, in bytes. @default 10_000_000 */
        readonly maxBytes?: number;
        /** Longest time for a whole fetch, in milliseconds. @default 20_000 */
        readonly timeoutMs?: number;
        /** Observations older than this are refused, in hours. @default 72 */
        readonly maxAgeHours?: number;
        /**
         * Whether feeds may come from this machine. For tests and development: it opens services that listen on
         * loopback to whoever may set up feeds.
         *
         * @default false
         */
        readonly allowLoopback?: boolean;
    };
}

export interface ResolvedDynamicPricingOptions {
    readonly fallbackAfterHours: number;
    readonly runEveryMinutes: number;
    readonly feeds: Required<NonNullable<DynamicPricingOptions['feeds']>>;
}

/** Token by which the plugin's parts are given its options. */
export const DYNAMIC_PRICING_OPTIONS = Symbol('DYNAMIC_PRICING_OPTIONS');

/**
 * Fills in the defaults.
 *
 * @throws Error that names the option and what it must be.
 */
export function resolveOptions(options: DynamicPricingOptions): ResolvedDynamicPricingOptions {
    const { fallbackAfterHours = 24, runEveryMinutes = 15, feeds = {} } = options;
    const { maxBytes = 10_000_000, timeoutMs = 20_000, maxAgeHours = 72, allowLoopback = false } = feeds;
    const numbers = { fallbackAfterHours, 'feeds.maxBytes': maxBytes, 'feeds.timeoutMs': timeoutMs };
    for (const [name, value] of Object.entries({ ...numbers, 'feeds.maxAgeHours': maxAgeHours })) {
        if (!(value > 0 && Number.isFinite(value))) {
            throw new Error(`DynamicPricingPlugin: ${name} must be a number greater than 0, got ${value}.`);
        }
    }
    if (!Number.isInteger(runEveryMinutes) || runEveryMinutes < 1 || 60 % runEveryMinutes !== 0) {
        throw new Error(
            `DynamicPricingPlugin: runEveryMinutes must be a whole part of 60, got ${runEveryMinutes}.`,
        );
    }
    return {
        fallbackAfterHours,
        runEveryMinutes,
        feeds: { maxBytes, timeoutMs, maxAgeHours, allowLoopback },
    };
}
