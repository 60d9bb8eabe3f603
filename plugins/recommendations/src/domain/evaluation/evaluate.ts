import { RecommenderModel, TrainingSet } from '../model';
import { Case } from '../time-split';
import { coverageOf, Estimate, estimate, noveltyOf, qualityOf } from './metrics';

/** What may be recommended: everything, or only what the person has not had yet. */
export type Scope = 'repeats-allowed' | 'new-only';

export interface Evaluation {
    readonly model: string;
    readonly scope: Scope;
    /** People who took something within the scope. */
    readonly people: number;
    readonly precision: Estimate;
    readonly recall: Estimate;
    readonly ndcg: Estimate;
    readonly coverage: number;
    /** In bits. */
    readonly novelty: number;
}

/** Asks the model for `length` items for each case as of the end of `past`, and compares with what came later. */
export function evaluate(
    model: RecommenderModel,
    past: TrainingSet,
    cases: readonly Case[],
    scope: Scope,
    length = 10,
): Evaluation {
    const judged = cases.flatMap(({ history, later }) => {
        const had = new Set(scope === 'new-only' ? history.map(({ item }) => item) : []);
        const wanted = new Set([...later].filter(item => !had.has(item)));
        if (wanted.size === 0) {
            return [];
        }
        const ranked = model.recommend({ history, now: past.until }, length, item => had.has(item));
        const list = ranked.map(({ item }) => item);
        return [{ list, quality: qualityOf(list, wanted, length) }];
    });
    const lists = judged.map(({ list }) => list);
    const takers = peoplePerItem(past);
    const estimated = (metric: 'precision' | 'recall' | 'ndcg') => {
        return estimate(judged.map(({ quality }) => quality[metric]));
    };
    return {
        model: model.name,
        scope,
        people: judged.length,
        precision: estimated('precision'),
        recall: estimated('recall'),
        ndcg: estimated('ndcg'),
        coverage: coverageOf(lists, takers.filter(count => count > 0).length),
        novelty: noveltyOf(lists, takers, past.users),
    };
}

function peoplePerItem({ items, user, item }: TrainingSet): Int32Array {
    const counted = new Set<number>();
    const people = new Int32Array(items);
    item.forEach((taken, act) => {
        const pair = user[act]! * items + taken;
        if (!counted.has(pair)) {
            counted.add(pair);
            people[taken]!++;
        }
    });
    return people;
}
