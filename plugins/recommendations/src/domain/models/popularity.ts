import { open } from '../artefact';
import { Artefact, ModelKind, Query, RankedItem, RecommenderModel, TrainingSet } from '../model';
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
}

const day = 24 * 60 * 60 * 1000;

/** What sells, the same for everybody: the baseline that all others are measured against. */
export const popularity: ModelKind<PopularitySettings> = {
    name: 'popularity',
    defaults: { halfLifeDays: 14, windowDays: Infinity },

    train(set: TrainingSet, settings): Artefact {
        const { halfLifeDays, windowDays } = { ...this.defaults, ...settings };
        const score = new Float64Array(set.items);
        for (let act = 0; act < set.item.length; act++) {
            const age = (set.until - set.at[act]!) / day;
            if (age <= windowDays) {
                score[set.item[act]!]! += set.weight[act]! * 2 ** (-Math.max(0, age) / halfLifeDays);
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

    similar(): RankedItem[] {
        return [];
    }
}
