import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { FraudModel } from '../../domain/models/fraud-model';
import { seededRandom } from '../../domain/models/random';
import { runTraining, type TrainingMaterial, type TrainingRun } from '../../domain/models/training-run';

export interface TrainingOrder {
    readonly material: TrainingMaterial;
    readonly inPlace: FraudModel | undefined;
}

/** What the thread tells: how far it is, and in the end what came out. */
export type TrainingMessage = { readonly progress: number } | { readonly run: TrainingRun };

/** The same payments always make the same model. */
const SEED = 1;

if (!isMainThread && parentPort) {
    const port = parentPort;
    const { material, inPlace } = workerData as TrainingOrder;
    const run = runTraining(material, inPlace, seededRandom(SEED), progress =>
        port.postMessage({ progress }),
    );
    port.postMessage({ run });
}
