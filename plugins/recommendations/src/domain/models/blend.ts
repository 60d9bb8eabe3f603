import { open } from '../artefact';
import { Artefact, ModelKind, RecommenderModel, TrainingSet } from '../model';
import { splitByTime } from '../time-split';
import { learnWeights } from './blend-learning';
import { BlendModel } from './blend-model';
import { loadParts, PartsSettings, trainParts } from './blend-parts';

export interface BlendSettings extends PartsSettings {
    /**
     * The last so many days are kept back to learn how much each part counts; then all is trained again on everything.
     * Never more than a third of the days that the data spans.
     * @default 42
     */
    readonly holdBackDays: number;
}

const day = 24 * 60 * 60 * 1000;

/**
 * All of the others, weighed by what would have been right lately: two logistic regressions, one for items that the
 * person has and one for those they have not, over the scores of the parts, what sold in the last days and months, and
 * the person's own repeats. A score is the probability that the item is taken within `holdBackDays`.
 */
export const blend: ModelKind<BlendSettings> = {
    name: 'blend',
    defaults: { holdBackDays: 42, ease: {}, itemToItem: {}, session: {}, content: {}, als: {} },

    train(set: TrainingSet, settings): Artefact {
        const all = { ...this.defaults, ...settings };
        const first = set.at.reduce((least, at) => Math.min(least, at), set.until);
        const cut = set.until - Math.min(all.holdBackDays * day, (set.until - first) / 3);
        const { past, cases } = splitByTime(set, cut);
        const { own, other } = learnWeights(loadParts(trainParts(past, all)), cases, cut);
        const { kind, numbers, arrays } = trainParts(set, all);
        return { kind, numbers, arrays: { ...arrays, own, other } };
    },

    load(artefact: Artefact): RecommenderModel {
        const { doubles } = open(artefact, this.name);
        return new BlendModel(loadParts(artefact), { own: doubles('own'), other: doubles('other') });
    },
};
