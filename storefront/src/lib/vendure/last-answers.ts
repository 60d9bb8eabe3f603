import { LRUCache } from 'lru-cache';

/** Milliseconds for which an answer is better than none. */
const GOOD_FOR = 60 * 60_000;

/** Of all that is kept, in characters. In memory it takes several times that. */
const ROOM = 8 * 1024 * 1024;

/** How long a question waits for its answer while an earlier one could stand in, in milliseconds. */
const PATIENCE = 3_000;

interface Answer<Data> {
    readonly data: Data;
    /** Of its text, in characters. */
    readonly size: number;
}

/** What the shop's server answered last, for when it does not answer. In this process only. */
export class LastAnswers {
    private readonly answers = new LRUCache<string, Answer<unknown>>({
        maxSize: ROOM,
        sizeCalculation: ({ size }, key) => size + key.length,
        ttl: GOOD_FOR,
        // The clock that a test can set.
        perf: Date,
    });

    /**
     * @param key - Says all that the answer depends on.
     * @param ask - Given how long to wait, where that is shorter than usual.
     * @param isUnanswered - Whether an error means that there was no answer. Every other answer is one, a refusal as well.
     * @returns The answer, or the last one; `isLast` tells which.
     * @throws What `ask` threw, when nothing stands in for it.
     */
    async orLast<Data>(
        key: string,
        ask: (patience: number | undefined) => Promise<Answer<Data>>,
        isUnanswered: (error: unknown) => boolean,
    ): Promise<{ data: Data; isLast: boolean }> {
        const last = this.answers.get(key) as Answer<Data> | undefined;
        try {
            const { data, size } = await ask(last && PATIENCE);
            // And nothing else that came with it.
            this.answers.set(key, { data, size });
            return { data, isLast: false };
        } catch (error) {
            if (!last || !isUnanswered(error)) {
                throw error;
            }
            console.warn('The last answer stands in for none:', error);
            return { data: last.data, isLast: true };
        }
    }
}
