import { featureNames, type FeatureVector } from '../src/domain/features';
import { difference, type Estimate } from '../src/domain/models/bootstrap';
import { accountAgeBand } from '../src/domain/models/fairness';
import type { FraudModel } from '../src/domain/models/fraud-model';
import { matrixOf } from '../src/domain/models/matrix';
import { prAuc } from '../src/domain/models/metrics';
import {
    aboveGood,
    type FraudModelCard,
    type Performance,
    performanceOf,
    writeCard,
} from '../src/domain/models/model-card';
import { decidePromotion, type PromotionDecision } from '../src/domain/models/promotion';
import { seededRandom } from '../src/domain/models/random';
import { probabilities, probabilitiesOf, trainModel } from '../src/domain/models/train-model';
import { matured, pickExamples, type TrainingSet } from '../src/domain/models/training-set';
import { day } from './draw';
import { type FraudKind, fraudKinds } from './events';
import { replay } from './replay';
import { ruleOdds } from './rules';
import { makeWorld, type World, type WorldSettings } from './world';

/** Days at the beginning in which windows and habits fill up. */
const warmUpDays = 40;

/** An order without a report counts as good after so many days. */
const labelDelayDays = 45;

interface KindRecall {
    readonly kind: FraudKind;
    readonly attempts: number;
    readonly seenInTraining: boolean;
    /** Share caught at the threshold that stops 1 % of good orders; interval over campaigns. */
    readonly model: Estimate;
    readonly rulesAlone: Estimate;
}

export interface Experiment {
    readonly settings: WorldSettings;
    readonly card: FraudModelCard;
    readonly promotion: PromotionDecision;
    /** What the parts do by themselves. */
    readonly anomalyAlone: Performance;
    readonly supervisedAlone: Performance;
    readonly overRules: Estimate;
    readonly kinds: readonly KindRecall[];
    readonly microsecondsPerScore: number;
}

/** One world: replayed, cut in time, learned from with the labels that were known then, judged by the truth later. */
export function runExperiment(
    settings: WorldSettings,
    timer: (model: FraudModel, features: FeatureVector[]) => number,
): Experiment {
    const world = makeWorld(settings);
    const features = replay(world.events);
    const trainedAt = world.from + settings.trainedOnDay * day;
    const known = matured(
        setOf(
            world,
            features,
            row => (world.reportedAt[row]! <= trainedAt ? 1 : 0),
            rowsIn(world, warmUpDays),
        ),
        trainedAt,
        labelDelayDays,
    );
    const later = rowsIn(world, settings.trainedOnDay);
    const measured = setOf(world, features, row => (world.truth[row]!.kind === 'good' ? 0 : 1), later);
    const random = seededRandom(settings.seed + 1);
    const model = trainModel(known, {}, random);
    if (!model.supervised) {
        throw new Error('Too few reported frauds to learn from: simulate more shoppers or days.');
    }
    const resampling = { random, ...(measured.group ? { group: measured.group } : {}) };
    const [candidate, rules] = [probabilities(model, measured), probabilitiesOf('rules', model, measured)];
    const { label } = measured;
    return {
        settings,
        card: writeCard(model, {
            trained: known,
            measured,
            labelDelayDays,
            country: later.map(row => world.attempts[row]!.billing.country),
            accountAge: later.map(row => accountAgeBand(features[row]!.accountAgeDays)),
            resampling,
        }),
        promotion: decidePromotion({ label, candidate, rules }, resampling),
        anomalyAlone: performanceOf(
            { score: probabilitiesOf('anomaly', model, measured), label },
            resampling,
        ),
        supervisedAlone: performanceOf(
            { score: probabilitiesOf('supervised', model, measured), label },
            resampling,
        ),
        overRules: difference(prAuc, { score: candidate, label }, { score: rules, label }, resampling),
        kinds: recallByKind({ world, later, label, candidate, rules, random, unseen: settings.unseen }),
        microsecondsPerScore: timer(model, features.slice(-2000)),
    };
}

/** Rows of the world as a set to learn from or to judge by. */
export function setOf(
    world: World,
    features: readonly FeatureVector[],
    labelOf: (row: number) => 0 | 1,
    rows: readonly number[],
): TrainingSet {
    const all: TrainingSet = {
        matrix: matrixOf(featureNames, features),
        label: Uint8Array.from(world.attempts.keys(), labelOf),
        at: Float64Array.from(world.attempts, ({ at }) => at),
        ruleOdds: Float64Array.from(features, ruleOdds),
    };
    const actors = new Map<number, number>();
    const group = Int32Array.from(rows, row => {
        const { actor } = world.truth[row]!;
        return actors.get(actor) ?? actors.set(actor, actors.size).size - 1;
    });
    return { ...pickExamples(all, rows), group };
}

function rowsIn({ attempts, from }: World, sinceDay: number): number[] {
    return [...attempts.keys()].filter(row => attempts[row]!.at >= from + sinceDay * day);
}

interface Judged {
    readonly world: World;
    readonly later: readonly number[];
    readonly label: Uint8Array;
    readonly candidate: Float64Array;
    readonly rules: Float64Array;
    readonly random: () => number;
    readonly unseen: FraudKind | undefined;
}

function recallByKind({ world, later, label, candidate, rules, random, unseen }: Judged): KindRecall[] {
    return fraudKinds.map(kind => {
        const rows = [...later.keys()].filter(at => world.truth[later[at]!]!.kind === kind);
        const actors = rows.map(at => world.truth[later[at]!]!.actor);
        const recall = (score: Float64Array) => {
            const stopped = aboveGood(score, label, 0.01);
            return shareByActor(
                rows.map(at => stopped(score[at]!)),
                actors,
                random,
            );
        };
        return {
            kind,
            attempts: rows.length,
            seenInTraining: kind !== unseen,
            model: recall(candidate),
            rulesAlone: recall(rules),
        };
    });
}

/** A share with its bootstrap interval over actors, whose attempts stand or fall together. */
function shareByActor(caught: readonly boolean[], actors: readonly number[], random: () => number): Estimate {
    const byActor = new Map<number, { caught: number; all: number }>();
    caught.forEach((is, at) => {
        const tally = byActor.get(actors[at]!) ?? { caught: 0, all: 0 };
        byActor.set(actors[at]!, { caught: tally.caught + (is ? 1 : 0), all: tally.all + 1 });
    });
    const tallies = [...byActor.values()];
    const share = (of: ReadonlyArray<{ caught: number; all: number }>) =>
        of.reduce((sum, tally) => sum + tally.caught, 0) / of.reduce((sum, tally) => sum + tally.all, 0);
    const drawn = Float64Array.from({ length: 500 }, () =>
        share(tallies.map(() => tallies[Math.floor(random() * tallies.length)]!)),
    ).sort();
    return { value: share(tallies), from: drawn[12]!, to: drawn[487]! };
}
