import { joinArtefacts, partOf } from '../artefact';
import { Artefact, PastItem, Query, RecommenderModel, TrainingSet } from '../model';
import { purchasesOf } from '../purchases';
import { ageInDays, decay } from './affinity';
import { als, AlsSettings } from './als';
import { content, ContentSettings } from './content';
import { ease, EaseSettings } from './ease';
import { itemToItem, ItemToItemSettings } from './item-to-item';
import { popularity } from './popularity';
import { repeats, RepeatsModel } from './repeats';
import { session, SessionSettings } from './session';

export interface PartsSettings {
    readonly ease: Partial<EaseSettings>;
    readonly itemToItem: Partial<ItemToItemSettings>;
    readonly session: Partial<SessionSettings>;
    readonly content: Partial<ContentSettings>;
    readonly als: Partial<AlsSettings>;
}

/** The models that a blend is made of. */
export interface BlendParts {
    /** Each says of every item how well it goes with the past. */
    readonly signals: readonly RecommenderModel[];
    /** log(1 + popularity) with half-lives of a week and of three months. */
    readonly lately: Float64Array;
    readonly lastingly: Float64Array;
    readonly repeats: RepeatsModel;
}

const halfLives = { lately: 7, lastingly: 90, soonAgain: 45, sometimeAgain: 150 };

export function trainParts(set: TrainingSet, settings: PartsSettings): Artefact {
    return joinArtefacts('blend', {
        ease: ease.train(set, settings.ease),
        itemToItem: itemToItem.train(set, settings.itemToItem),
        session: session.train(set, settings.session),
        content: content.train(set, settings.content),
        als: als.train(set, { factors: factorsFor(set.items), ...settings.als }),
        lately: popularity.train(set, { halfLifeDays: halfLives.lately }),
        lastingly: popularity.train(set, { halfLifeDays: halfLives.lastingly }),
        // To look at a thing again is not to buy it again.
        repeats: repeats.train(purchasesOf(set)),
    });
}

/** A small catalogue has little that more factors could tell, and each costs its cube for each person. */
function factorsFor(items: number): number {
    return Math.min(als.defaults.factors, Math.ceil(items / 4));
}

export function loadParts(artefact: Artefact): BlendParts {
    const log = (part: string) => {
        const model = popularity.load(partOf(artefact, part, popularity.name));
        return model.scores({ history: [], now: 0 }).map(Math.log1p);
    };
    return {
        signals: [
            ease.load(partOf(artefact, 'ease', ease.name)),
            itemToItem.load(partOf(artefact, 'itemToItem', itemToItem.name)),
            session.load(partOf(artefact, 'session', session.name)),
            content.load(partOf(artefact, 'content', content.name)),
            als.load(partOf(artefact, 'als', als.name)),
        ],
        lately: log('lately'),
        lastingly: log('lastingly'),
        repeats: repeats.load(partOf(artefact, 'repeats', repeats.name)),
    };
}

/** A signal below this says nothing. */
const floor = 1e-3;

/** How many features an item has that the person does not own, and how many more one that they do. */
export function widths(parts: BlendParts): { other: number; own: number } {
    const other = 3 + 2 * parts.signals.length;
    return { other, own: other + 4 };
}

/** What is known of items for one query. */
export interface Features {
    /** Scores by part. */
    readonly signals: readonly Float64Array[];
    readonly owns: (item: number) => boolean;
    readonly owned: readonly number[];
    /** Writes the features of `item` to `to` from index `at` on. */
    readonly write: (item: number, to: Float64Array, at: number) => void;
}

/** A signal and its logarithm are both 0 where the signal says nothing. */
export function featuresOf(parts: BlendParts, query: Query): Features {
    const signals = parts.signals.map(model => model.scores(query));
    const own = ownActs(query);
    return {
        signals,
        owns: (item: number): boolean => own.has(item),
        owned: [...own.keys()],
        write(item, to, at) {
            to[at] = 1;
            to[at + 1] = parts.lately[item]!;
            to[at + 2] = parts.lastingly[item]!;
            signals.forEach((scores, i) => {
                const score = Math.max(floor, scores[item]!);
                to[at + 3 + 2 * i] = Math.log(score / floor);
                to[at + 4 + 2 * i] = score - floor;
            });
            const acts = own.get(item);
            if (acts) {
                const after = at + 3 + 2 * signals.length;
                to[after] = Math.log1p(acts.total);
                to[after + 1] = Math.log(acts.soon + floor);
                to[after + 2] = Math.log(acts.sometime + floor);
                to[after + 3] = parts.repeats.again[item]!;
            }
        },
    };
}

/**
 * Adds to each item's sum what the i-th signal's features, as `featuresOf` writes them, come to with these weights.
 * Most items hear nothing of most signals, and are passed over.
 */
export function addSignal(sums: Float64Array, scores: Float64Array, weights: Float64Array, i: number): void {
    const [ofLogarithm, ofScore] = [weights[3 + 2 * i]!, weights[4 + 2 * i]!];
    for (let item = 0; item < sums.length; item++) {
        const score = scores[item]!;
        if (score > floor) {
            const sum = sums[item]! + ofLogarithm * Math.log(score / floor);
            sums[item] = sum + ofScore * (score - floor);
        }
    }
}

function ownActs({ history, now }: Query) {
    const own = new Map<number, { total: number; soon: number; sometime: number }>();
    for (const act of history) {
        const acts = own.get(act.item) ?? { total: 0, soon: 0, sometime: 0 };
        own.set(act.item, acts);
        acts.total += act.weight;
        acts.soon += decayed(act, now, halfLives.soonAgain);
        acts.sometime += decayed(act, now, halfLives.sometimeAgain);
    }
    return own;
}

function decayed({ at, weight }: PastItem, now: number, halfLifeDays: number): number {
    return weight * decay(ageInDays(at, now), 1 / halfLifeDays);
}
