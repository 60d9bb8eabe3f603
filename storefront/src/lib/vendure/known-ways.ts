/** One of several ways to ask the server for the same. */
export interface Way<Answer> {
    /** Names what the way needs the server to know. */
    readonly needs: string;
    readonly ask: () => Promise<Answer>;
}

/** After this long, in milliseconds, the server is asked again for what it did not know: it may be another one by then. */
const FORGET_AFTER = 300_000;

/**
 * Makes a function that asks in the first way that the server knows: what the Shop API can tell differs with its
 * search engine. That a way is unknown is found out by the server's refusal, once, and remembered for a while. Any
 * other error is the caller's.
 *
 * @param isUnknown - Whether an error says that the server does not know the way.
 * @param now - In milliseconds.
 */
export function firstKnownWay(isUnknown: (error: unknown) => boolean, now: () => number = Date.now) {
    const unknownSince = new Map<string, number>();
    return async function ask<Answer>(ways: readonly Way<Answer>[]): Promise<Answer> {
        const lately = now() - FORGET_AFTER;
        const [way, ...others] = ways.filter(({ needs }) => (unknownSince.get(needs) ?? -Infinity) <= lately);
        if (!way) {
            throw new RangeError('The server knows no way to ask');
        }
        try {
            return await way.ask();
        } catch (error) {
            if (others.length === 0 || !isUnknown(error)) {
                throw error;
            }
            unknownSince.set(way.needs, now());
            return ask(others);
        }
    };
}
