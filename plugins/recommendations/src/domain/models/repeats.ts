import { open } from '../artefact';
import { Artefact, ModelKind, PastItem, Query, RankedItem, RecommenderModel, TrainingSet } from '../model';
import { ageInDays, decay } from './affinity';
import { topItems } from './ranking';
import { sparseRows } from './sparse';

export interface RepeatsSettings {
    /**
     * Days after which a purchase counts half.
     * @default 150
     */
    readonly halfLifeDays: number;
}

/** What a person buys again: their own items by how often and how lately they took them. */
export const repeats = {
    name: 'repeats',
    defaults: { halfLifeDays: 150 },

    train(set: TrainingSet, settings?: Partial<RepeatsSettings>): Artefact {
        const { halfLifeDays } = { ...this.defaults, ...settings };
        return {
            kind: this.name,
            numbers: { decayPerDay: 1 / halfLifeDays },
            arrays: { again: shareOfRepeaters(set) },
        };
    },

    load(artefact: Artefact): RepeatsModel {
        const { number, doubles } = open(artefact, this.name);
        return new RepeatsModel(doubles('again'), number('decayPerDay'));
    },
} satisfies ModelKind<RepeatsSettings>;

export class RepeatsModel implements RecommenderModel {
    readonly name = 'repeats';
    readonly items: number;

    constructor(
        /** Per item the share of its buyers who took it again, held towards 1 in 5 where there are few. */
        readonly again: Float64Array,
        private readonly decayPerDay: number,
    ) {
        this.items = again.length;
    }

    scores({ history, now }: Query): Float64Array {
        const scores = new Float64Array(this.items);
        for (const past of history.filter(({ item }) => item < this.items)) {
            scores[past.item]! += strength(past, now, this.decayPerDay);
        }
        return scores;
    }

    recommend(query: Query, n: number, exclude?: (item: number) => boolean): RankedItem[] {
        return topItems(this.scores(query), n, exclude);
    }

    reasons(): ReadonlyMap<number, number> {
        return new Map();
    }

    similar(): RankedItem[] {
        return [];
    }
}

function strength({ at, weight }: PastItem, now: number, decayPerDay: number): number {
    return weight * decay(ageInDays(at, now), decayPerDay);
}

function shareOfRepeaters(set: TrainingSet): Float64Array {
    const ones = new Float64Array(set.item.length).fill(1);
    const counts = sparseRows({ rows: set.users, row: set.user, column: set.item, value: ones }, set.items);
    const people = new Float64Array(set.items).fill(10);
    const repeaters = new Float64Array(set.items).fill(2);
    counts.column.forEach((item, entry) => {
        people[item]! += 1;
        repeaters[item]! += counts.value[entry]! > 1 ? 1 : 0;
    });
    return repeaters.map((count, item) => count / people[item]!);
}
