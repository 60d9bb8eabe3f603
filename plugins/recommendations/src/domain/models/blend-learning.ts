import { Case } from '../time-split';
import { BlendParts, featuresOf, widths } from './blend-parts';
import { Examples, fitLogistic } from './logistic';
import { topItems } from './ranking';

/** Two logistic regressions over the features of `blend-parts.ts`. */
export interface BlendWeights {
    readonly own: Float64Array;
    readonly other: Float64Array;
}

/** People to learn from at most; more change the weights no more. */
const mostCases = 2000;
/** How many of the best of each signal, and of the popular, are examples of what might be taken. */
const candidatesPerSignal = 100;
/** Below so many people the priors are safer. */
const fewestCases = 30;

export function learnWeights(parts: BlendParts, cases: readonly Case[], now: number): BlendWeights {
    if (cases.length < fewestCases) {
        return priors(parts);
    }
    const step = Math.max(1, cases.length / mostCases);
    const width = widths(parts);
    const own = new ExampleRows(width.own);
    const other = new ExampleRows(width.other);
    for (let at = 0; at < cases.length; at += step) {
        const { history, later } = cases[Math.floor(at)]!;
        const features = featuresOf(parts, { history, now });
        features.owned.forEach(item =>
            own.add(later.has(item), (to, from) => features.write(item, to, from)),
        );
        const candidates = new Set(
            [...features.signals, parts.lately].flatMap(scores => {
                return topItems(scores, candidatesPerSignal, features.owns).map(({ item }) => item);
            }),
        );
        candidates.forEach(item => other.add(later.has(item), (to, from) => features.write(item, to, from)));
    }
    return { own: fitLogistic(own.examples(), 1), other: fitLogistic(other.examples(), 1) };
}

/** For a shop with too little behind it to learn from: trust each signal a little, and what sells. */
function priors(parts: BlendParts): BlendWeights {
    const { own, other } = widths(parts);
    const weights = Float64Array.from({ length: own }, (_, i) => (i >= 3 && i % 2 === 1 ? 0.2 : 0));
    weights.set([-5, 0.3, 0.2]);
    return { own: weights, other: weights.slice(0, other) };
}

class ExampleRows {
    private features = new Float64Array(1024);
    private readonly outcomes: number[] = [];

    constructor(private readonly width: number) {}

    add(taken: boolean, write: (to: Float64Array, from: number) => void): void {
        const from = this.outcomes.length * this.width;
        if (from + this.width > this.features.length) {
            const larger = new Float64Array(2 * this.features.length);
            larger.set(this.features);
            this.features = larger;
        }
        write(this.features, from);
        this.outcomes.push(taken ? 1 : 0);
    }

    examples(): Examples {
        return { width: this.width, features: this.features, outcome: Uint8Array.from(this.outcomes) };
    }
}
