/**
 * Does the work for each item, at most `limit` at a time, in the order of the items.
 *
 * @returns The results, in the same order.
 */
export async function inParallel<T, R>(
    items: readonly T[],
    limit: number,
    work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
    const results = new Array<R>(items.length);
    const entries = items.entries();
    const lane = async () => {
        for (const [index, item] of entries) {
            results[index] = await work(item, index);
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
    return results;
}
