import { open } from '../artefact';
import { Artefact, ModelKind, Query, RankedItem, RecommenderModel, TrainingSet } from '../model';
import { affinities, affinityMatrix } from './affinity';
import { factoriseSmall, solveSmall } from './cholesky';
import { seededRandom } from './random';
import { itemsOf, topItems, withReasons } from './ranking';
import { SparseRows, transpose } from './sparse';

export interface AlsSettings {
    /**
     * Numbers per item.
     * @default 64
     */
    readonly factors: number;
    /**
     * Confidence in an act: 1 + alpha · affinity, against 1 for what never happened.
     * @default 10
     */
    readonly alpha: number;
    /**
     * Regularisation.
     * @default 10
     */
    readonly lambda: number;
    /** @default 12 */
    readonly iterations: number;
    /**
     * Days after which an act counts half. Infinity: never.
     * @default 120
     */
    readonly halfLifeDays: number;
    /**
     * Of the first factors, which are random.
     * @default 1
     */
    readonly seed: number;
}

/**
 * Implicit alternating least squares (Y. Hu, Y. Koren, C. Volinsky, ICDM 2008): people and items as short vectors whose
 * product is 1 for what happened and 0 for the rest, with more confidence in the former. The artefact holds the items
 * only; a person is worked out from their past when they ask.
 */
export const als: ModelKind<AlsSettings> = {
    name: 'als',
    defaults: { factors: 64, alpha: 10, lambda: 10, iterations: 12, halfLifeDays: 120, seed: 1 },

    train(set: TrainingSet, settings): Artefact {
        const all = { ...this.defaults, ...settings };
        const byUser = affinityMatrix(set, 1 / all.halfLifeDays);
        const byItem = transpose(byUser, set.items);
        const random = seededRandom(all.seed);
        let items: Float64Array = Float64Array.from(
            { length: set.items * all.factors },
            () => (random() - 0.5) / all.factors,
        );
        for (let iteration = 0; iteration < all.iterations; iteration++) {
            const users = solveRows(byUser, items, all);
            items = solveRows(byItem, users, all);
        }
        const { factors, alpha, lambda, halfLifeDays } = all;
        return {
            kind: this.name,
            numbers: { factors, alpha, lambda, decayPerDay: 1 / halfLifeDays },
            arrays: { items: Float32Array.from(items) },
        };
    },

    load(artefact: Artefact): RecommenderModel {
        const { number, floats } = open(artefact, this.name);
        const confidence = { factors: number('factors'), alpha: number('alpha'), lambda: number('lambda') };
        return new AlsModel(floats('items'), confidence, number('decayPerDay'));
    },
};

/** Row by row. A model keeps what its artefact has: half the memory to read for each person. */
type Factors = Float64Array | Float32Array;

type Confidence = Pick<AlsSettings, 'factors' | 'alpha' | 'lambda'>;

/** For each row the x that minimises Σ c (p − xᵀy)² + λ‖x‖²: (YᵀY + Σ αr yyᵀ + λI) x = Σ (1 + αr) y. */
function solveRows(rows: SparseRows, other: Float64Array, settings: Confidence): Float64Array {
    const f = settings.factors;
    const shared = gram(other, settings);
    const solved = new Float64Array((rows.start.length - 1) * f);
    const matrix = new Float64Array(f * f);
    for (let row = 0; row < rows.start.length - 1; row++) {
        const from = rows.start[row]!;
        const to = rows.start[row + 1]!;
        if (from < to) {
            matrix.set(shared);
            const x = solved.subarray(row * f, (row + 1) * f);
            for (let entry = from; entry < to; entry++) {
                addAct(matrix, x, other, rows.column[entry]! * f, settings.alpha * rows.value[entry]!);
            }
            factoriseSmall(matrix, f);
            solveSmall(matrix, x, f);
        }
    }
    return solved;
}

/** YᵀY + λI, the lower half. */
function gram(y: Factors, { factors: f, lambda }: Confidence): Float64Array {
    const product = new Float64Array(f * f);
    for (let row = 0; row < y.length; row += f) {
        for (let i = 0; i < f; i++) {
            const yi = y[row + i]!;
            for (let j = 0; j <= i; j++) {
                product[i * f + j]! += yi * y[row + j]!;
            }
        }
    }
    for (let i = 0; i < f; i++) {
        product[i * f + i]! += lambda;
    }
    return product;
}

/** Adds one act of confidence 1 + `more` with the vector at `at` to both sides of the equation. */
function addAct(matrix: Float64Array, right: Float64Array, y: Factors, at: number, more: number): void {
    const f = right.length;
    for (let i = 0; i < f; i++) {
        const yi = y[at + i]!;
        right[i]! += (1 + more) * yi;
        const weighted = more * yi;
        for (let j = 0; j <= i; j++) {
            matrix[i * f + j]! += weighted * y[at + j]!;
        }
    }
}

class AlsModel implements RecommenderModel {
    readonly name = als.name;
    readonly items: number;
    private readonly gram: Float64Array;

    constructor(
        private readonly y: Float32Array,
        private readonly confidence: Confidence,
        private readonly decayPerDay: number,
    ) {
        this.items = y.length / confidence.factors;
        this.gram = gram(y, confidence);
    }

    scores(query: Query): Float64Array {
        return this.products(this.foldIn(query).person);
    }

    recommend(query: Query, n: number, exclude?: (item: number) => boolean): RankedItem[] {
        const ranked = topItems(this.scores(query), n, exclude);
        return withReasons(ranked, this.reasons(query, itemsOf(ranked)));
    }

    /** As in the paper: the score of j is Σ over the past of (1 + αr) yⱼᵀ W yᵢ, with W from the fold-in. */
    reasons(query: Query, items: readonly number[]): ReadonlyMap<number, number> {
        const { matrix, past } = this.foldIn(query);
        const because = new Map<number, number>();
        for (const item of items) {
            const turned = this.vector(item);
            solveSmall(matrix, turned, this.confidence.factors);
            let most = 0;
            for (const [other, affinity] of past) {
                const said = (1 + this.confidence.alpha * affinity) * this.product(turned, other);
                if (said > most) {
                    most = said;
                    because.set(item, other);
                }
            }
        }
        return because;
    }

    similar(item: number, n: number): RankedItem[] {
        const own = this.vector(item);
        const length = Math.hypot(...own);
        const scores = this.products(own).map((product, other) => {
            return product / (length * Math.hypot(...this.vector(other))) || 0;
        });
        return topItems(scores, n, other => other === item);
    }

    private foldIn({ history, now }: Query) {
        const f = this.confidence.factors;
        const known = history.filter(({ item }) => item < this.items);
        const past = affinities(known, now, this.decayPerDay);
        const matrix = this.gram.slice();
        const person = new Float64Array(f);
        for (const [item, affinity] of past) {
            addAct(matrix, person, this.y, item * f, this.confidence.alpha * affinity);
        }
        factoriseSmall(matrix, f);
        solveSmall(matrix, person, f);
        return { person, matrix, past };
    }

    private vector(item: number): Float64Array {
        const f = this.confidence.factors;
        return Float64Array.from(this.y.subarray(item * f, (item + 1) * f));
    }

    /** With every item. Four at a time, since one sum alone would wait for each of its additions. */
    private products(person: Float64Array): Float64Array {
        const { y, items } = this;
        const f = person.length;
        const scores = new Float64Array(items);
        const alone = items % 4;
        for (let item = 0; item < items - alone; item += 4) {
            const at = item * f;
            let first = 0;
            let second = 0;
            let third = 0;
            let fourth = 0;
            for (let i = 0; i < f; i++) {
                const factor = person[i]!;
                first += factor * y[at + i]!;
                second += factor * y[at + f + i]!;
                third += factor * y[at + 2 * f + i]!;
                fourth += factor * y[at + 3 * f + i]!;
            }
            scores[item] = first;
            scores[item + 1] = second;
            scores[item + 2] = third;
            scores[item + 3] = fourth;
        }
        for (let item = items - alone; item < items; item++) {
            scores[item] = this.product(person, item);
        }
        return scores;
    }

    private product(person: Float64Array, item: number): number {
        const at = item * person.length;
        let sum = 0;
        for (let i = 0; i < person.length; i++) {
            sum += person[i]! * this.y[at + i]!;
        }
        return sum;
    }
}
