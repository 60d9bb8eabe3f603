import { open } from '../artefact';
import { Artefact, ModelKind, Query, RankedItem, RecommenderModel, TrainingSet } from '../model';
import { ageInDays, decay } from './affinity';
import { topItems } from './ranking';

export interface PopularitySettings {
    /**
     * Days after which an act counts half. Infinity: all count the same.
     * @default 14
     */
    readonly halfLifeDays: number;
    /**
     * Only acts of the last so many days count.
     * @default Infinity
     */
    readonly windowDays: number;
    /**
     * Whether a person counts once per item, with their latest act, however often they bought it.
     * @default false
     */
    readonly countPeople: boolean;
}

/** What sells, the same for everybody: the baseline that all others are measured against. */
export const popularity: ModelKind<PopularitySettings> = {
    name: 'popularity',
    defaults: { halfLifeDays: 14, windowDays: Infinity, countPeople: false },

    train(set: TrainingSet, settings): Artefact {
        const { halfLifeDays, windowDays, countPeople } = { ...this.defaults, ...settings };
        const score = new Float64Array(set.items);
        const latest = countPeople ? latestActs(set) : set.item.keys();
        for (const act of latest) {
            const age = ageInDays(set.at[act]!, set.until);
            if (age <= windowDays) {
                score[set.item[act]!]! += set.weight[act]! * decay(age, 1 / halfLifeDays);
            }
        }
        return { kind: this.name, numbers: {}, arrays: { score } };
    },

    load(artefact: Artefact): RecommenderModel {
        return new PopularityModel(open(artefact, this.name).doubles('score'));
    },
};

class PopularityModel implements RecommenderModel {
    readonly name = popularity.name;
    readonly items: number;

    constructor(private readonly score: Float64Array) {
        this.items = score.length;
    }

    scores(): Float64Array {
        return this.score.slice();
    }

    recommend(_query: Query, n: number, exclude?: (item: number) => boolean): RankedItem[] {
        return topItems(this.score, n, exclude);
    }

    reasons(): ReadonlyMap<number, number> {
        return new Map();
    }

    similar(): RankedItem[] {
        return [];
    }
}

/** The latest act of each person on each item. */
function latestActs({ items, user, item, at }: TrainingSet): Iterable<number> {
    const latest = new Map<number, number>();
    for (const act of item.keys()) {
        const pair = user[act]! * items + item[act]!;
        const known = latest.get(pair);
        if (known === undefined || at[act]! > at[known]!) {
            latest.set(pair, act);
        }
    }
    return latest.values();
}
