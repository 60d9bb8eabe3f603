import { open } from '../artefact';
import { Artefact, Query, RankedItem, RecommenderModel } from '../model';
import { affinities } from './affinity';
import { itemsOf, topItems, withReasons } from './ranking';
import { SparseRows } from './sparse';

/** How a neighbourhood model reads a person's past. */
export interface HistoryReading {
    /** 1 / half-life in days; 0 for no decay. */
    readonly decayPerDay: number;
    /** Only the latest so many items count; 0 for all. */
    readonly latest: number;
}

/** Collects rows in the order of their index; of each it keeps the `n` entries that weigh most, whatever their sign. */
export class NeighbourRows {
    private readonly start: number[] = [0];
    private size = 0;
    private column = new Int32Array(1024);
    private value = new Float32Array(1024);

    constructor(private readonly n: number) {}

    /** `candidates` are the columns to choose from; those that weigh 0 are left out. */
    add(candidates: ArrayLike<number>, weight: (column: number) => number): void {
        const kept: Array<{ column: number; weight: number }> = [];
        for (let at = 0; at < candidates.length; at++) {
            const entry = { column: candidates[at]!, weight: weight(candidates[at]!) };
            if (entry.weight !== 0) {
                kept.push(entry);
            }
        }
        if (kept.length > this.n) {
            kept.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.column - b.column);
            kept.length = this.n;
        }
        this.reserve(kept.length);
        for (const entry of kept) {
            this.column[this.size] = entry.column;
            this.value[this.size++] = entry.weight;
        }
        this.start.push(this.size);
    }

    artefact(kind: string, reading: HistoryReading): Artefact {
        const start = Int32Array.from(this.start);
        const column = this.column.slice(0, this.size);
        const value = this.value.slice(0, this.size);
        return { kind, numbers: { ...reading }, arrays: { start, column, value } };
    }

    private reserve(more: number): void {
        if (this.size + more > this.column.length) {
            const capacity = Math.max(this.size + more, Math.ceil(1.5 * this.column.length));
            const [column, value] = [new Int32Array(capacity), new Float32Array(capacity)];
            column.set(this.column);
            value.set(this.value);
            [this.column, this.value] = [column, value];
        }
    }
}

export function loadNeighbours(artefact: Artefact, kind: string): NeighbourModel {
    const { number, ints, floats } = open(artefact, kind);
    const rows = { start: ints('start'), column: ints('column'), value: floats('value') };
    return new NeighbourModel(kind, rows, {
        decayPerDay: number('decayPerDay'),
        latest: number('latest'),
    });
}

/** A score is a sum over the items of the past: what each says for its neighbours. So every score can be explained. */
export class NeighbourModel implements RecommenderModel {
    readonly items: number;

    constructor(
        readonly name: string,
        private readonly rows: SparseRows,
        private readonly reading: HistoryReading,
    ) {
        this.items = rows.start.length - 1;
    }

    scores(query: Query): Float64Array {
        const scores = new Float64Array(this.items);
        for (const [item, affinity] of this.read(query)) {
            this.addRow(item, affinity, scores);
        }
        return scores;
    }

    recommend(query: Query, n: number, exclude?: (item: number) => boolean): RankedItem[] {
        const ranked = topItems(this.scores(query), n, exclude);
        return withReasons(ranked, this.reasons(query, itemsOf(ranked)));
    }

    similar(item: number, n: number): RankedItem[] {
        const scores = new Float64Array(this.items);
        this.addRow(item, 1, scores);
        return topItems(scores, n, other => other === item);
    }

    reasons(query: Query, items: readonly number[]): ReadonlyMap<number, number> {
        const { start, column, value } = this.rows;
        const isAsked = new Uint8Array(this.items);
        items.forEach(item => (isAsked[item] = 1));
        const because = new Map<number, number>();
        const most = new Map<number, number>();
        for (const [item, affinity] of this.read(query)) {
            for (let entry = start[item]!; entry < start[item + 1]!; entry++) {
                const other = column[entry]!;
                const said = affinity * value[entry]!;
                if (isAsked[other] === 1 && said > (most.get(other) ?? 0)) {
                    most.set(other, said);
                    because.set(other, item);
                }
            }
        }
        return because;
    }

    private read({ history, now }: Query): Map<number, number> {
        const { latest, decayPerDay } = this.reading;
        const known = history.filter(({ item }) => item < this.items);
        const read = latest > 0 ? [...known].sort((a, b) => b.at - a.at).slice(0, latest) : known;
        return affinities(read, now, decayPerDay);
    }

    private addRow(item: number, factor: number, scores: Float64Array): void {
        const { start, column, value } = this.rows;
        for (let entry = start[item]!; entry < start[item + 1]!; entry++) {
            scores[column[entry]!]! += factor * value[entry]!;
        }
    }
}
