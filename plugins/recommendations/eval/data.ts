import { ItemContent, TrainingSet } from '../src/domain/model';
import { Scope } from '../src/domain/evaluation/evaluate';

/** One row of a data set, by the data set's own ids. */
export interface Act {
    readonly user: string;
    readonly item: string;
    readonly basket: string;
    /** In ms since the epoch. */
    readonly at: number;
}

export interface Data {
    readonly name: string;
    /** Whose data it is, and under which licence. */
    readonly attribution: string;
    readonly set: TrainingSet;
    /** The time of every row before any are merged, ascending: a cut at 80 % means 80 % of these. */
    readonly times: Float64Array;
    /** What may be asked of this data: nobody rates a film twice. */
    readonly scopes: readonly Scope[];
}

/** Indexes in the order of time; rows that repeat an item within a basket are one act. */
export function dataOf(
    rows: readonly Act[],
    contentOf: ReadonlyMap<string, ItemContent>,
): Pick<Data, 'set' | 'times'> {
    const sorted = [...rows].sort((a, b) => a.at - b.at);
    const users = new Index();
    const items = new Index();
    const baskets = new Index();
    const seen = new Set<string>();
    const acts = sorted.flatMap(({ user, item, basket, at }) => {
        const act = { user: users.of(user), item: items.of(item), basket: baskets.of(basket), at };
        const key = `${act.basket} ${act.item}`;
        return seen.has(key) ? [] : (seen.add(key), [act]);
    });
    const content = items.keys().map(item => contentOf.get(item) ?? { text: '' });
    return {
        times: Float64Array.from(sorted, ({ at }) => at),
        set: {
            users: users.size,
            items: items.size,
            user: Int32Array.from(acts, ({ user }) => user),
            item: Int32Array.from(acts, ({ item }) => item),
            basket: Int32Array.from(acts, ({ basket }) => basket),
            at: Float64Array.from(acts, ({ at }) => at),
            weight: new Float32Array(acts.length).fill(1),
            until: sorted.at(-1)?.at ?? 0,
            content,
        },
    };
}

class Index {
    private readonly indexes = new Map<string, number>();

    get size(): number {
        return this.indexes.size;
    }

    of(key: string): number {
        const index = this.indexes.get(key) ?? this.indexes.size;
        this.indexes.set(key, index);
        return index;
    }

    keys(): string[] {
        return [...this.indexes.keys()];
    }
}
