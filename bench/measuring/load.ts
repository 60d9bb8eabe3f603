/** What a while of asking gave. */
export interface Load {
    /** Answers, of all that was begun, over the time until the last of them. */
    readonly perSecond: number;
    /** Of each answer. */
    readonly milliseconds: readonly number[];
}

/** Asks on some connections at once, each anew as soon as it has its answer, for a while. */
export async function load(
    { connections, seconds }: { readonly connections: number; readonly seconds: number },
    ask: () => Promise<unknown>,
): Promise<Load> {
    const milliseconds: number[] = [];
    const began = performance.now();
    const one = async (): Promise<void> => {
        while (performance.now() - began < seconds * 1_000) {
            const asked = performance.now();
            await ask();
            milliseconds.push(performance.now() - asked);
        }
    };
    await Promise.all(Array.from({ length: connections }, one));
    return { perSecond: milliseconds.length / ((performance.now() - began) / 1_000), milliseconds };
}
