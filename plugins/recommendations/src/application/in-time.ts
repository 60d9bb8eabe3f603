import { within } from './within';

/** Why something was not had in the way in which it was tried. */
export type Miss = { readonly kind: 'late' } | { readonly kind: 'failed'; readonly error: unknown };

/** A way to an answer, and the share that it may use up of the time that is left, from 0 to 1. */
export interface Attempt<T> {
    readonly share: number;
    readonly run: () => Promise<T>;
}

/**
 * The first answer of several attempts, one after the other within a budget. One that is late or fails gives way to
 * the next; undefined when none is left. Never rejects.
 *
 * @param budgetMs - For all of it, in milliseconds.
 */
export async function firstInTime<T>(
    budgetMs: number,
    attempts: readonly Attempt<T>[],
    onMiss: (miss: Miss, attempt: number) => void,
    now: () => number = Date.now,
): Promise<T | undefined> {
    const deadline = now() + budgetMs;
    for (const [index, { share, run }] of attempts.entries()) {
        const left = deadline - now();
        if (left <= 0) {
            return undefined;
        }
        try {
            const answer = await within(left * share, run());
            if (answer !== undefined) {
                return answer;
            }
            onMiss({ kind: 'late' }, index);
        } catch (error) {
            onMiss({ kind: 'failed', error }, index);
        }
    }
    return undefined;
}
