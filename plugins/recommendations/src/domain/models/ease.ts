import { Artefact, ModelKind, RecommenderModel, TrainingSet } from '../model';
import { affinityMatrix } from './affinity';
import { loadNeighbours, NeighbourRows } from './neighbours';
import { SparseRows } from './sparse';
import { invertSpd } from './spd-inverse';

export interface EaseSettings {
    /**
     * How strongly weights are held down; more for small or noisy data.
     * @default 100
     */
    readonly lambda: number;
    /**
     * Days after which an act counts half, in training and in a person's past. Infinity: never.
     * @default 60
     */
    readonly halfLifeDays: number;
    /**
     * The model is dense: memory grows with the square of this (8 bytes · n²), time with its cube (half a minute at
     * 4,000). Only the items with the most buyers take part; the others need another model.
     * @default 4000
     */
    readonly maxItems: number;
    /**
     * Weights kept per item, the largest ones.
     * @default 300
     */
    readonly neighbours: number;
}

/**
 * Embarrassingly shallow autoencoder (H. Steck, WWW 2019): the item-to-item weights B with a zero diagonal that best
 * rebuild every person's items from the rest of them, min ‖X − XB‖² + λ‖B‖², in closed form: with P = (XᵀX + λI)⁻¹,
 * B[i][j] = −P[i][j] / P[j][j].
 */
export const ease: ModelKind<EaseSettings> = {
    name: 'ease',
    defaults: { lambda: 100, halfLifeDays: 60, maxItems: 4000, neighbours: 300 },

    train(set: TrainingSet, settings): Artefact {
        const { lambda, halfLifeDays, maxItems, neighbours } = { ...this.defaults, ...settings };
        const matrix = affinityMatrix(set, 1 / halfLifeDays);
        const taking = mostTouched(matrix, set.items, maxItems);
        const n = taking.length;
        const p = gram(matrix, taking, set.items);
        for (let i = 0; i < n; i++) {
            p[i * n + i]! += lambda;
        }
        invertSpd(p, n);

        const place = places(taking, set.items);
        const rows = new NeighbourRows(neighbours);
        for (let item = 0; item < set.items; item++) {
            const i = place[item]!;
            rows.add(i < 0 ? [] : taking, other => {
                const j = place[other]!;
                return i === j ? 0 : -p[i * n + j]! / p[j * n + j]!;
            });
        }
        return rows.artefact(this.name, { decayPerDay: 1 / halfLifeDays, latest: 0 });
    },

    load(artefact: Artefact): RecommenderModel {
        return loadNeighbours(artefact, this.name);
    },
};

/** At most `n` items that somebody touched, those with the most people, in the order of their index. */
function mostTouched(matrix: SparseRows, items: number, n: number): Int32Array {
    const people = new Int32Array(items);
    for (const item of matrix.column) {
        people[item]!++;
    }
    const touched = Int32Array.from(people.keys()).filter(item => people[item]! > 0);
    return touched
        .sort((a, b) => people[b]! - people[a]! || a - b)
        .slice(0, n)
        .sort();
}

/** XᵀX of the items that take part, its lower half at least. */
function gram({ start, column, value }: SparseRows, taking: Int32Array, items: number): Float64Array {
    const n = taking.length;
    const place = places(taking, items);
    const product = new Float64Array(n * n);
    for (let row = 0; row < start.length - 1; row++) {
        for (let left = start[row]!; left < start[row + 1]!; left++) {
            const i = place[column[left]!]!;
            if (i < 0) {
                continue;
            }
            for (let right = start[row]!; right < start[row + 1]!; right++) {
                const j = place[column[right]!]!;
                if (j >= 0 && j <= i) {
                    product[i * n + j]! += value[left]! * value[right]!;
                }
            }
        }
    }
    return product;
}

function places(taking: Int32Array, items: number): Int32Array {
    const place = new Int32Array(items).fill(-1);
    taking.forEach((item, at) => (place[item] = at));
    return place;
}
