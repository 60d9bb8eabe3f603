import { Artefact, ModelKind, RecommenderModel, TrainingSet } from '../model';
import { affinityMatrix } from './affinity';
import { loadNeighbours, NeighbourRows } from './neighbours';
import { SparseRows, sparseRows, transpose } from './sparse';

export type Similarity = 'cosine' | 'jaccard' | 'log-likelihood';

export interface ItemToItemSettings {
    /**
     * `cosine` of the two columns; `jaccard`: the share of those with either who have both; `log-likelihood`: how
     * surprising it is that so many have both (T. Dunning 1993), which needs no minimum of support.
     * @default 'cosine'
     */
    readonly similarity: Similarity;
    /**
     * What has to contain both: everything a `person` ever bought, or one `basket`.
     * @default 'basket'
     */
    readonly within: 'person' | 'basket';
    /**
     * Days after which an act counts half. Infinity: never. The counts of `jaccard` and `log-likelihood` ignore it;
     * a person's past is read with it all the same.
     * @default 120
     */
    readonly halfLifeDays: number;
    /**
     * Similarities kept per item.
     * @default 100
     */
    readonly neighbours: number;
    /**
     * Of a person or basket with more items only so many count, since the work grows with the square.
     * @default 500
     */
    readonly maxItemsTogether: number;
}

/** "Bought together": sparse, so it takes the whole of a large catalogue. */
export const itemToItem: ModelKind<ItemToItemSettings> = {
    name: 'item-to-item',
    defaults: {
        similarity: 'cosine',
        within: 'basket',
        halfLifeDays: 120,
        neighbours: 100,
        maxItemsTogether: 500,
    },

    train(set: TrainingSet, settings): Artefact {
        const all = { ...this.defaults, ...settings };
        const groups = grouped(set, all);
        const members = transpose(groups, set.items);
        const norm = Float64Array.from({ length: set.items }, (_, item) => {
            return squares(members, item, all.similarity === 'cosine');
        });
        const together = new Float64Array(set.items);
        const rows = new NeighbourRows(all.neighbours);
        for (let item = 0; item < set.items; item++) {
            const others = addTogether(item, groups, members, together);
            rows.add(others, other => {
                return other === item
                    ? 0
                    : similarity(all.similarity, together[other]!, norm[item]!, norm[other]!, groups);
            });
            others.forEach(other => (together[other] = 0));
        }
        return rows.artefact(this.name, { decayPerDay: 1 / all.halfLifeDays, latest: 0 });
    },

    load(artefact: Artefact): RecommenderModel {
        return loadNeighbours(artefact, this.name);
    },
};

/** Persons or baskets by items. The count-based similarities count, so their entries are 1. */
function grouped(set: TrainingSet, settings: ItemToItemSettings): SparseRows {
    const decayPerDay = settings.similarity === 'cosine' ? 1 / settings.halfLifeDays : 0;
    const matrix =
        settings.within === 'person'
            ? affinityMatrix(set, decayPerDay)
            : affinityMatrix({ ...set, users: baskets(set), user: set.basket }, decayPerDay);
    const ones = settings.similarity === 'cosine' ? matrix.value : matrix.value.map(() => 1);
    return capped({ ...matrix, value: ones }, settings.maxItemsTogether, set.items);
}

function baskets(set: TrainingSet): number {
    return set.basket.reduce((most, basket) => Math.max(most, basket + 1), 0);
}

/** Keeps the strongest entries of each row. */
function capped({ start, column, value }: SparseRows, most: number, columns: number): SparseRows {
    const kept: number[] = [];
    const row: number[] = [];
    for (let r = 0; r < start.length - 1; r++) {
        let entries = Array.from({ length: start[r + 1]! - start[r]! }, (_, i) => start[r]! + i);
        if (entries.length > most) {
            entries = entries.sort((a, b) => value[b]! - value[a]! || a - b).slice(0, most);
        }
        for (const entry of entries) {
            kept.push(entry);
            row.push(r);
        }
    }
    return sparseRows(
        {
            rows: start.length - 1,
            row: Int32Array.from(row),
            column: Int32Array.from(kept, entry => column[entry]!),
            value: Float64Array.from(kept, entry => value[entry]!),
        },
        columns,
    );
}

function squares({ start, value }: SparseRows, item: number, weighted: boolean): number {
    if (!weighted) {
        return start[item + 1]! - start[item]!;
    }
    let sum = 0;
    for (let entry = start[item]!; entry < start[item + 1]!; entry++) {
        sum += value[entry]! ** 2;
    }
    return sum;
}

/** Adds up in `together`, which comes all zero, what the item shares with others; tells with which. */
function addTogether(
    item: number,
    groups: SparseRows,
    members: SparseRows,
    together: Float64Array,
): readonly number[] {
    const others: number[] = [];
    for (let m = members.start[item]!; m < members.start[item + 1]!; m++) {
        const group = members.column[m]!;
        const strength = members.value[m]!;
        for (let entry = groups.start[group]!; entry < groups.start[group + 1]!; entry++) {
            const other = groups.column[entry]!;
            if (together[other] === 0) {
                others.push(other);
            }
            together[other]! += strength * groups.value[entry]!;
        }
    }
    return others;
}

/** `left` and `right`: the squared norm of the two columns, which for counts is how many have the item. */
function similarity(kind: Similarity, both: number, left: number, right: number, groups: SparseRows): number {
    switch (kind) {
        case 'cosine':
            return both / Math.sqrt(left * right);
        case 'jaccard':
            return both / (left + right - both);
        case 'log-likelihood':
            return rootLogLikelihood(both, left, right, groups.start.length - 1);
    }
}

/**
 * The root of Dunning's G² of the table "has the one" × "has the other", in standard deviations; 0 where the two go
 * together no more often than by chance.
 */
export function rootLogLikelihood(both: number, left: number, right: number, all: number): number {
    if (both * all <= left * right) {
        return 0;
    }
    const joint = xlogx(both) + xlogx(left - both) + xlogx(right - both) + xlogx(all - left - right + both);
    const apart = xlogx(left) + xlogx(all - left) + xlogx(right) + xlogx(all - right);
    const ratio = 2 * (joint - apart + xlogx(all));
    return Math.sqrt(Math.max(0, ratio));
}

function xlogx(x: number): number {
    return x > 0 ? x * Math.log(x) : 0;
}
