import { open } from '../artefact';
import { Artefact, ItemContent, ModelKind, Query, RankedItem, RecommenderModel, TrainingSet } from '../model';
import { affinities } from './affinity';
import { itemsOf, topItems, withReasons } from './ranking';
import { SparseRows, sparseRows, transpose } from './sparse';

export interface ContentSettings {
    /**
     * How much a shared facet counts beside a shared word of the same rarity.
     * @default 2
     */
    readonly facetWeight: number;
    /**
     * Days after which a person's act counts half. Infinity: never.
     * @default 120
     */
    readonly halfLifeDays: number;
}

/**
 * Items that read alike: words and facets as vectors (term frequency damped by its logarithm, inverse document
 * frequency, length 1), compared by cosine. Needs no acts at all, so it knows an item from its first day.
 */
export const content: ModelKind<ContentSettings> = {
    name: 'content',
    defaults: { facetWeight: 2, halfLifeDays: 120 },

    train(set: TrainingSet, settings): Artefact {
        const { facetWeight, halfLifeDays } = { ...this.defaults, ...settings };
        const { start, column, value } = vectors(set, facetWeight);
        return {
            kind: this.name,
            numbers: { decayPerDay: 1 / halfLifeDays },
            arrays: { start, column, value: Float32Array.from(value) },
        };
    },

    load(artefact: Artefact): RecommenderModel {
        const { number, ints, floats } = open(artefact, this.name);
        const value = Float64Array.from(floats('value'));
        const rows = { start: ints('start'), column: ints('column'), value };
        return new ContentModel(rows, number('decayPerDay'));
    },
};

class ContentModel implements RecommenderModel {
    readonly name = content.name;
    readonly items: number;
    /** Term by item, the other way round. */
    private readonly index: SparseRows;

    constructor(
        private readonly rows: SparseRows,
        private readonly decayPerDay: number,
    ) {
        this.items = rows.start.length - 1;
        const terms = rows.column.reduce((most, term) => Math.max(most, term + 1), 0);
        this.index = transpose(rows, terms);
    }

    scores({ history, now }: Query): Float64Array {
        const known = history.filter(({ item }) => item < this.items);
        return this.likeThese(affinities(known, now, this.decayPerDay));
    }

    recommend(query: Query, n: number, exclude?: (item: number) => boolean): RankedItem[] {
        const ranked = topItems(this.scores(query), n, exclude);
        return withReasons(ranked, this.reasons(query, itemsOf(ranked)));
    }

    reasons({ history }: Query, items: readonly number[]): ReadonlyMap<number, number> {
        const past = [...new Set(history.map(({ item }) => item))]
            .filter(item => item < this.items)
            .sort((a, b) => a - b);
        return new Map(
            items.flatMap((item): Array<[number, number]> => {
                const because = this.closest(item, past);
                return because === undefined ? [] : [[item, because]];
            }),
        );
    }

    /** The one of `others` that has most in common with the item, the first of equals; none without anything in common. */
    private closest(item: number, others: readonly number[]): number | undefined {
        const own = new Map<number, number>();
        this.eachTerm(item, (term, value) => own.set(term, value));
        let best: { readonly item: number | undefined; readonly likeness: number } = {
            item: undefined,
            likeness: 0,
        };
        for (const other of others) {
            let likeness = 0;
            this.eachTerm(other, (term, value) => (likeness += value * (own.get(term) ?? 0)));
            if (likeness > best.likeness && other !== item) {
                best = { item: other, likeness };
            }
        }
        return best.item;
    }

    private eachTerm(item: number, visit: (term: number, value: number) => void): void {
        for (let entry = this.rows.start[item]!; entry < this.rows.start[item + 1]!; entry++) {
            visit(this.rows.column[entry]!, this.rows.value[entry]!);
        }
    }

    similar(item: number, n: number): RankedItem[] {
        const scores = this.likeThese(new Map([[item, 1]]));
        return topItems(scores, n, other => other === item);
    }

    private likeThese(items: ReadonlyMap<number, number>): Float64Array {
        const profile = new Map<number, number>();
        for (const [item, affinity] of items) {
            this.eachTerm(item, (term, value) =>
                profile.set(term, (profile.get(term) ?? 0) + affinity * value),
            );
        }
        const scores = new Float64Array(this.items);
        for (const [term, strength] of profile) {
            for (let entry = this.index.start[term]!; entry < this.index.start[term + 1]!; entry++) {
                scores[this.index.column[entry]!]! += strength * this.index.value[entry]!;
            }
        }
        return scores;
    }
}

/** Items by terms, each row of length 1. Terms of one item only connect nothing and are left out. */
function vectors(set: TrainingSet, facetWeight: number): SparseRows {
    const terms = Array.from({ length: set.items }, (_, item) => termsOf(set.content?.[item]));
    const spread = new Map<string, number>();
    for (const found of terms) {
        for (const term of found.keys()) {
            spread.set(term, (spread.get(term) ?? 0) + 1);
        }
    }
    const shared = [...spread.keys()].filter(term => spread.get(term)! > 1).sort();
    const column = new Map(shared.map((term, at) => [term, at]));
    const entries = terms.flatMap((found, item) => {
        const kept = [...found].filter(([term]) => column.has(term));
        const weights = kept.map(([term, times]) => {
            const rarity = Math.log(set.items / spread.get(term)!) + 1;
            return (1 + Math.log(times)) * rarity * (term.startsWith(facetMark) ? facetWeight : 1);
        });
        const length = Math.hypot(...weights);
        return kept.map(([term], i) => ({ item, term: column.get(term)!, value: weights[i]! / length }));
    });
    const triplets = {
        rows: set.items,
        row: Int32Array.from(entries, ({ item }) => item),
        column: Int32Array.from(entries, ({ term }) => term),
        value: Float64Array.from(entries, ({ value }) => value),
    };
    return sparseRows(triplets, shared.length);
}

/** Keeps facets apart from words; no word contains it. */
const facetMark = '#';

function termsOf(item: ItemContent | undefined): Map<string, number> {
    const words = item?.text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
    const facets = (item?.facets ?? []).map(facet => facetMark + facet);
    const terms = new Map<string, number>();
    for (const term of [...words, ...facets]) {
        terms.set(term, (terms.get(term) ?? 0) + 1);
    }
    return terms;
}
