import { Query, RankedItem, RecommenderModel } from '../model';
import { BlendWeights } from './blend-learning';
import { addSignal, BlendParts, Features, featuresOf, widths } from './blend-parts';
import { product, sigmoid } from './logistic';
import { itemsOf, topItems, withReasons } from './ranking';

export class BlendModel implements RecommenderModel {
    readonly name = 'blend';
    readonly items: number;
    /** What the first three features come to, which are the same for everybody. */
    private readonly common: Float64Array;

    constructor(
        private readonly parts: BlendParts,
        private readonly weights: BlendWeights,
    ) {
        const { lately, lastingly } = parts;
        this.items = lately.length;
        this.common = lately.map((recent, item) => {
            return product(weights.other.subarray(0, 3), Float64Array.of(1, recent, lastingly[item]!));
        });
    }

    scores(query: Query): Float64Array {
        return this.probabilities(featuresOf(this.parts, query));
    }

    recommend(query: Query, n: number, exclude?: (item: number) => boolean): RankedItem[] {
        const features = featuresOf(this.parts, query);
        const ranked = topItems(this.probabilities(features), n, exclude);
        return withReasons(ranked, this.reasonsOf(query, itemsOf(ranked), features));
    }

    reasons(query: Query, items: readonly number[]): ReadonlyMap<number, number> {
        return this.reasonsOf(query, items, featuresOf(this.parts, query));
    }

    /** The parts' own answers, each as a share of its best one, added up. */
    similar(item: number, n: number): RankedItem[] {
        const scores = new Float64Array(this.items);
        for (const model of this.parts.signals) {
            const found = model.similar(item, 4 * n);
            found.forEach(other => (scores[other.item]! += other.score / found[0]!.score));
        }
        return topItems(scores, n);
    }

    /** Adds up in the order of the features, so that a score is to the last bit what the weights were learned for. */
    private probabilities(features: Features): Float64Array {
        const { own, other } = this.weights;
        const sums = this.common.slice();
        features.signals.forEach((scores, i) => addSignal(sums, scores, other, i));
        const row = new Float64Array(widths(this.parts).own);
        for (const item of features.owned.filter(known => known < this.items)) {
            features.write(item, row, 0);
            sums[item] = product(own, row);
        }
        return sums.map(sigmoid);
    }

    /** That of the first part that knows one; the others are not asked for it again. */
    private reasonsOf(query: Query, items: readonly number[], { signals }: Features): Map<number, number> {
        const because = new Map<number, number>();
        this.parts.signals.forEach((model, i) => {
            const open = items.filter(item => !because.has(item) && signals[i]![item]! > 0);
            if (open.length > 0) {
                model.reasons(query, open).forEach((cause, item) => because.set(item, cause));
            }
        });
        return because;
    }
}
