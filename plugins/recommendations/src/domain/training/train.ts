import type { RecommenderModel, TrainingSet } from '../model';
import { popularity } from '../models/popularity';
import { onlyActs, purchasesOf } from '../purchases';
import { chooseByScore } from './choice';
import { alikeModel, personalModel, togetherModel, togetherSettings } from './chosen-models';
import { type HeldBack, holdBack, type Riddle } from './hold-back';
import { type Guess, measure } from './measure';
import type { TrainedModels } from './model-bundle';
import { BASELINE_NAME, MODEL_NAME, type ModelCard, type Score } from './model-card';

const HELD_BACK_SHARE = 0.2;
const MOST_RIDDLES = 5_000;
const THIRTY_DAYS = 30 * 86_400_000;

/** What the card says about learning and measuring; the rest is known by who read the data. */
export type Findings = Pick<
    ModelCard,
    | 'personal'
    | 'together'
    | 'heldBackSince'
    | 'measuredOn'
    | 'scores'
    | 'drift'
    | 'lines'
    | 'events'
    | 'usesEvents'
    | 'products'
>;

export interface Training {
    readonly models: TrainedModels;
    readonly findings: Findings;
}

/**
 * Learns from the earlier part and measures on the later one, then learns from all of it. Views and carts are learned
 * from only when what is bought is told no worse with them, on the same shoppers.
 *
 * @param onProgress - Told the share that is done, from 0 to 1.
 */
export function train(
    set: TrainingSet,
    productIds: Int32Array,
    onProgress: (done: number) => void,
): Training {
    const bought = purchasesOf(set);
    const held = holdBack(bought, HELD_BACK_SHARE, MOST_RIDDLES);
    const events = set.item.length - bought.item.length;
    const trial = tryOut(
        held,
        events > 0 ? { ...before(set, held.since), until: held.since } : undefined,
        onProgress,
    );
    onProgress(0.6);
    const models = {
        productIds,
        personal: personalModel.train(trial.usesEvents ? set : bought),
        alike: alikeModel.train(bought),
        together: togetherModel.train(bought, togetherSettings),
    };
    onProgress(1);
    return {
        models,
        findings: {
            personal: personalModel.name,
            together: togetherModel.name,
            lines: bought.item.length,
            events,
            usesEvents: trial.usesEvents,
            products: set.items,
            heldBackSince: new Date(held.since).toISOString(),
            measuredOn: held.riddles.length,
            scores: trial.scores,
            drift: driftOf(bought),
        },
    };
}

/** Measures what was learned from the past, with and without events; the better one stands for the model. */
function tryOut(
    { past, riddles }: HeldBack,
    withEvents: TrainingSet | undefined,
    onProgress: (done: number) => void,
): { readonly usesEvents: boolean; readonly scores: readonly Score[] } {
    const sales = countItems(past);
    const together = togetherModel.load(togetherModel.train(past, togetherSettings));
    const scoreOf = (from: TrainingSet) => {
        const personal = personalModel.load(personalModel.train(from));
        const guess: Guess = (riddle, n) =>
            ask(riddle.kind === 'same-basket' ? together : personal, riddle, n);
        return measure(MODEL_NAME, guess, riddles, sales);
    };
    const plain = scoreOf(past);
    onProgress(0.3);
    const { usesEvents, scores } = chooseByScore(plain, withEvents && scoreOf(withEvents));
    onProgress(0.5);
    const baseline = popularity.load(popularity.train(past));
    return {
        usesEvents,
        scores: [
            ...scores,
            measure(BASELINE_NAME, (riddle, n) => ask(baseline, riddle, n), riddles, sales),
            measure('random', randomGuess(past.items), riddles, sales),
        ],
    };
}

function before(set: TrainingSet, moment: number): TrainingSet {
    return onlyActs(set, act => (set.at[act] ?? 0) < moment);
}

function ask(model: RecommenderModel, { history, now }: Riddle, n: number) {
    const known = new Set(history.map(({ item }) => item));
    return model.recommend({ history, now }, n, item => known.has(item));
}

/** The same each time: the riddle's place in the list decides. */
function randomGuess(items: number): Guess {
    let state = 1;
    const next = () => {
        // Numerical Recipes' linear congruential generator.
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state / 2 ** 32;
    };
    return (_, n) => {
        const drawn = new Set<number>();
        for (let tries = 0; drawn.size < Math.min(n, items) && tries < 10 * n; tries++) {
            drawn.add(Math.floor(next() * items));
        }
        return [...drawn].map(item => ({ item, score: 1 }));
    };
}

function countItems(set: TrainingSet): Int32Array {
    const counts = new Int32Array(set.items);
    for (const item of set.item) {
        counts[item] = (counts[item] ?? 0) + 1;
    }
    return counts;
}

/** Total variation distance between the last 30 days' sales and those before. */
function driftOf({ items, item, at, until }: TrainingSet): number {
    const [recent, before] = [new Float64Array(items), new Float64Array(items)];
    let [recentSum, beforeSum] = [0, 0];
    for (const [row, index] of item.entries()) {
        if ((at[row] ?? 0) > until - THIRTY_DAYS) {
            recent[index] = (recent[index] ?? 0) + 1;
            recentSum++;
        } else {
            before[index] = (before[index] ?? 0) + 1;
            beforeSum++;
        }
    }
    if (recentSum === 0 || beforeSum === 0) {
        return 0;
    }
    const gaps = recent.map((count, index) => Math.abs(count / recentSum - (before[index] ?? 0) / beforeSum));
    return gaps.reduce((a, b) => a + b, 0) / 2;
}
