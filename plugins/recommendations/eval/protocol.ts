import { evaluate, Evaluation } from '../src/domain/evaluation/evaluate';
import { Artefact, ModelKind, Query, RankedItem, RecommenderModel, TrainingSet } from '../src/domain/model';
import { decodeArtefact, encodeArtefact } from '../src/domain/artefact';
import { als } from '../src/domain/models/als';
import { blend } from '../src/domain/models/blend';
import { content } from '../src/domain/models/content';
import { ease } from '../src/domain/models/ease';
import { itemToItem } from '../src/domain/models/item-to-item';
import { popularity } from '../src/domain/models/popularity';
import { seededRandom } from '../src/domain/models/random';
import { topItems } from '../src/domain/models/ranking';
import { repeats } from '../src/domain/models/repeats';
import { session } from '../src/domain/models/session';
import { splitByTime } from '../src/domain/time-split';
import { Data } from './data';

export interface Result {
    readonly data: string;
    readonly attribution: string;
    /** ISO 8601. */
    readonly cut: string;
    readonly acts: number;
    readonly people: number;
    readonly models: ReadonlyArray<{
        readonly name: string;
        readonly trainedInSeconds: number;
        readonly artefactBytes: number;
        readonly evaluations: readonly Evaluation[];
    }>;
}

const ever = { halfLifeDays: Infinity };

/** Those of the papers without any decay come first, since their figures are known: they show that the split is right. */
function contenders(): Record<string, (past: TrainingSet) => Artefact> {
    return {
        popularity: past => popularity.train(past, { ...ever, countPeople: true }),
        'popularity, 30 days': past => {
            return popularity.train(past, { ...ever, windowDays: 30, countPeople: true });
        },
        'popularity, decayed': past => popularity.train(past),
        'cosine, undecayed': past => {
            const all = { ...ever, neighbours: Infinity, maxItemsTogether: Infinity };
            return itemToItem.train(past, { ...all, within: 'person' });
        },
        'EASE, λ 250, undecayed': past => ease.train(past, { ...ever, lambda: 250, neighbours: Infinity }),
        cosine: past => itemToItem.train(past),
        'cosine, people': past => itemToItem.train(past, { within: 'person' }),
        jaccard: past => itemToItem.train(past, { similarity: 'jaccard' }),
        'log-likelihood': past => itemToItem.train(past, { similarity: 'log-likelihood' }),
        session: past => session.train(past),
        content: past => content.train(past),
        ALS: past => als.train(past),
        EASE: past => ease.train(past),
        repeats: past => repeats.train(past),
        blend: past => blend.train(past),
    };
}

const kinds: ReadonlyMap<string, Pick<ModelKind<never>, 'load'>> = new Map(
    [popularity, itemToItem, ease, session, content, als, repeats, blend].map(kind => [kind.name, kind]),
);

/**
 * Trains on the acts before the time at which the share `cut` of all rows had happened, and asks for the later ones.
 * What is asked are trained models that went through their bytes, as in a shop.
 */
export function evaluateAt(data: Data, cut: number, starting: (model: string) => void): Result {
    const at = data.times[Math.floor(data.times.length * cut)]!;
    const { past, cases } = splitByTime(data.set, at);
    const judge = (
        name: string,
        model: RecommenderModel,
        trainedInSeconds: number,
        artefactBytes: number,
    ) => ({
        name,
        trainedInSeconds,
        artefactBytes,
        evaluations: data.scopes.map(scope => evaluate(model, past, cases, scope)),
    });
    const trained = Object.entries(contenders()).map(([name, train]) => {
        starting(name);
        const began = process.hrtime.bigint();
        const bytes = encodeArtefact(train(past));
        const seconds = Number(process.hrtime.bigint() - began) / 1e9;
        const artefact = decodeArtefact(bytes);
        return judge(name, kinds.get(artefact.kind)!.load(artefact), seconds, bytes.length);
    });
    return {
        data: data.name,
        attribution: data.attribution,
        cut: new Date(at).toISOString(),
        acts: past.item.length,
        people: cases.length,
        models: [judge('random', new RandomModel(past), 0, 0), ...trained],
    };
}

/** Any item that somebody had taken, each as likely as the other. */
class RandomModel implements RecommenderModel {
    readonly name = 'random';
    readonly items: number;
    private readonly random = seededRandom(1);
    private readonly known: ReadonlySet<number>;

    constructor(past: TrainingSet) {
        this.items = past.items;
        this.known = new Set(past.item);
    }

    scores(): Float64Array {
        return Float64Array.from({ length: this.items }, (_, item) => {
            return this.known.has(item) ? this.random() : 0;
        });
    }

    recommend(_query: Query, n: number, exclude?: (item: number) => boolean): RankedItem[] {
        return topItems(this.scores(), n, exclude);
    }

    reasons(): ReadonlyMap<number, number> {
        return new Map();
    }

    similar(): RankedItem[] {
        return [];
    }
}
