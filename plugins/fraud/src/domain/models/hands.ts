/**
 * Which attempts were made by one hand, as numbers from 0: whatever shares a key, also by way of others, belongs together.
 * Keys are those of one person or gang (e-mail, device, card), never what many share.
 */
export function handsOf(attempts: ReadonlyArray<readonly string[]>): Int32Array {
    const parent = Int32Array.from(attempts.keys());
    const root = (of: number): number => {
        let at = of;
        while (parent[at] !== at) {
            parent[at] = parent[parent[at]!]!;
            at = parent[at]!;
        }
        return at;
    };
    const firstWith = new Map<string, number>();
    attempts.forEach((keys, at) => {
        for (const key of keys) {
            const first = firstWith.get(key);
            if (first === undefined) {
                firstWith.set(key, at);
            } else {
                parent[root(at)] = root(first);
            }
        }
    });
    const numbers = new Map<number, number>();
    return parent.map((_, at) => {
        const hand = root(at);
        return numbers.get(hand) ?? numbers.set(hand, numbers.size).size - 1;
    });
}
