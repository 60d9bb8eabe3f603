/** How far calls to a provider may go. Each provider has its own bounds, so that one of them can't starve another. */
export interface ProviderCallBounds {
    /**
     * Calls to one provider at the same time, per process. Further ones wait in the queue.
     *
     * @default 32
     */
    concurrency: number;
    /**
     * Calls that wait for a place, per provider and process. Further ones fail at once, without an effect.
     *
     * @default 128
     */
    queue: number;
    /**
     * How often a call is made at most, the first time included.
     *
     * @default 3
     */
    attempts: number;
    /**
     * How long one attempt may take, in milliseconds. Many providers hold a second attempt back while the first one
     * runs at their end, so it should be longer than their slowest honest answer.
     *
     * @default 8000
     */
    attemptTimeoutMs: number;
    /**
     * How long a call may take with all its attempts, with a shopper or an administrator waiting; in milliseconds.
     *
     * @default 10000
     */
    budgetMs: number;
    /**
     * The same for reading lists, which nobody waits for; in milliseconds.
     *
     * @default 120000
     */
    listBudgetMs: number;
    /**
     * The circuit opens after this many calls in a row that the provider did not answer: for a while it is not
     * called at all. A refusal or a declined card is an answer.
     *
     * @default 5
     */
    failuresToOpen: number;
    /**
     * How long an open circuit stays so before one call may try, in milliseconds.
     *
     * @default 10000
     */
    openMs: number;
}

export const DEFAULT_BOUNDS: Readonly<ProviderCallBounds> = {
    concurrency: 32,
    queue: 128,
    attempts: 3,
    attemptTimeoutMs: 8_000,
    budgetMs: 10_000,
    listBudgetMs: 120_000,
    failuresToOpen: 5,
    openMs: 10_000,
};

/**
 * Fills in the defaults.
 *
 * @throws Error that names the bound and what it must be.
 */
export function resolveBounds(bounds: Partial<ProviderCallBounds>): ProviderCallBounds {
    const resolved = { ...DEFAULT_BOUNDS, ...bounds };
    for (const [name, value] of Object.entries(resolved)) {
        const least = name === 'queue' ? 0 : 1;
        if (!Number.isInteger(value) || value < least) {
            throw new Error(
                `PaymentsPlugin: calls.${name} must be a whole number of at least ${least}, got ${value}.`,
            );
        }
    }
    return resolved;
}
