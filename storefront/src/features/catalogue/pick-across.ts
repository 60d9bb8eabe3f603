/** Takes turns between lists until there are `count`, each item once: the best of every list comes first. */
export function pickAcross<Item>(
    lists: readonly (readonly Item[])[],
    count: number,
    id: (item: Item) => string,
): Item[] {
    const picked = new Map<string, Item>();
    const longest = Math.max(0, ...lists.map(list => list.length));
    for (let rank = 0; rank < longest && picked.size < count; rank++) {
        for (const list of lists) {
            const item = list[rank];
            if (item !== undefined && picked.size < count) {
                picked.set(id(item), item);
            }
        }
    }
    return [...picked.values()];
}
