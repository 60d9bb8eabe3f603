import type { Scorer } from '../../domain/assessment';
import { readModel, score } from '../../domain/models/fraud-model';

/** @throws Error when it is no artefact that this version can read. */
export function readScorer(artefact: unknown): Scorer {
    const read = readModel(JSON.stringify(artefact));
    if (!read.ok) {
        throw new Error(read.reason);
    }
    return { score: (features, ruleOdds) => score(read.model, features, ruleOdds) };
}
