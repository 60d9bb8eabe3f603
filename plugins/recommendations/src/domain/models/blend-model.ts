import { Query, RankedItem, RecommenderModel } from '../model';
import { BlendWeights } from './blend-learning';
import { BlendParts, featuresOf, widths } from './blend-parts';
import { product, sigmoid } from './logistic';
import { topItems } from './ranking';

export class BlendModel implements RecommenderModel {
    readonly name = 'blend';
    readonly items: number;

    constructor(
        private readonly parts: BlendParts,
        private readonly weights: BlendWeights,
    ) {
        this.items = parts.lately.length;
    }

    scores(query: Query): Float64Array {
        const features = featuresOf(this.parts, query);
        const width = widths(this.parts);
        const row = new Float64Array(width.own);
        const rowOfOther = row.subarray(0, width.other);
        return Float64Array.from({ length: this.items }, (_, item) => {
            features.write(item, row, 0);
            const weighed = features.owns(item)
                ? product(this.weights.own, row)
                : product(this.weights.other, rowOfOther);
            return sigmoid(weighed);
        });
    }

    /** The reason is that of the first part that knows one; the others are not asked for it again. */
    recommend(query: Query, n: number, exclude?: (item: number) => boolean): RankedItem[] {
        const ranked = topItems(this.scores(query), n, exclude);
        const unexplained = new Set(ranked.map(({ item }) => item));
        const because = new Map<number, number>();
        for (const model of this.parts.signals) {
            if (unexplained.size === 0) {
                break;
            }
            const open = new Set(unexplained);
            for (const found of model.recommend(query, open.size, item => !open.has(item))) {
                if (found.because !== undefined) {
                    because.set(found.item, found.because);
                    unexplained.delete(found.item);
                }
            }
        }
        return ranked.map(found => {
            const reason = because.get(found.item);
            return reason === undefined ? found : { ...found, because: reason };
        });
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
}
