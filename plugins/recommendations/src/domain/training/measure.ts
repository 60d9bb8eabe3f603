import type { RankedItem } from '../model';
import type { Riddle } from './hold-back';
import type { Score } from './model-card';

/** Length of the lists that are measured. */
const AT = 10;
/** Standard deviations that hold 95 % of a normal distribution. */
const Z = 1.959964;

/** Answers a riddle with the best items first, none of them in its history. */
export type Guess = (riddle: Riddle, n: number) => readonly RankedItem[];

/**
 * How well guesses meet the answers in ten places, on average over the riddles. Recall is the hits out of what the
 * places could hold, `hits / min(10, answers)`. The interval is that of a mean.
 *
 * @param sales - How often each item was bought before.
 */
export function measure(name: string, guess: Guess, riddles: readonly Riddle[], sales: Int32Array): Score {
    const gains: number[] = [];
    const shown = new Map<number, number>();
    let [precision, recall] = [0, 0];
    for (const riddle of riddles) {
        const items = guess(riddle, AT).map(({ item }) => item);
        const hits = items.filter(item => riddle.answer.has(item)).length;
        const most = Math.min(AT, riddle.answer.size);
        precision += hits / AT / riddles.length;
        recall += hits / most / riddles.length;
        gains.push(gain(items, riddle.answer) / ideal(most));
        for (const item of items) {
            shown.set(item, (shown.get(item) ?? 0) + 1);
        }
    }
    const ndcg = mean(gains);
    const half = gains.length > 1 ? Z * Math.sqrt(variance(gains, ndcg) / gains.length) : 1;
    return {
        name,
        precision,
        recall,
        ndcg,
        ndcgFrom: Math.max(0, ndcg - half),
        ndcgTo: Math.min(1, ndcg + half),
        coverage: shown.size / Math.max(1, sales.length),
        popularityBias: shareOfBestSellers(shown, sales),
    };
}

function gain(items: readonly number[], answer: ReadonlySet<number>): number {
    return items.reduce((sum, item, place) => sum + (answer.has(item) ? 1 / Math.log2(place + 2) : 0), 0);
}

function ideal(hits: number): number {
    return Array.from({ length: hits }, (_, place) => 1 / Math.log2(place + 2)).reduce((a, b) => a + b, 0);
}

function shareOfBestSellers(shown: ReadonlyMap<number, number>, sales: Int32Array): number {
    const bySales = Array.from(sales.keys()).sort((a, b) => (sales[b] ?? 0) - (sales[a] ?? 0));
    const best = new Set(bySales.slice(0, Math.ceil(sales.length / 10)));
    let [all, ofBest] = [0, 0];
    for (const [item, times] of shown) {
        all += times;
        ofBest += best.has(item) ? times : 0;
    }
    return all === 0 ? 0 : ofBest / all;
}

function mean(values: readonly number[]): number {
    return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}

function variance(values: readonly number[], average: number): number {
    return values.reduce((sum, value) => sum + (value - average) ** 2, 0) / (values.length - 1);
}
