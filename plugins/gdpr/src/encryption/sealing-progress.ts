/** What the work through all rows says of itself. */
interface WorkState {
    readonly work: 'SEAL' | 'OPEN' | null;
    readonly table: string | null;
    readonly lastId: number;
}

/**
 * How much of the work is done, from 0 to 1: by ids, which the database knows without counting.
 *
 * @param highest - The highest id of each table, in the order in which they are worked through.
 * @returns nothing when no work is going on.
 */
export function workProgress(
    { work, table, lastId }: WorkState,
    highest: readonly (readonly [table: string, id: number])[],
): number | undefined {
    if (!work) {
        return undefined;
    }
    const at = highest.findIndex(([name]) => name === table);
    const sum = (of: typeof highest) => of.reduce((total, [, id]) => total + id, 0);
    const all = sum(highest);
    return all === 0 ? 0 : Math.min((sum(highest.slice(0, Math.max(at, 0))) + lastId) / all, 1);
}
