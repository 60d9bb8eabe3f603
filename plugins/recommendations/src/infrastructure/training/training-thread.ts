import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { TrainingSet } from '../../domain/model';
import { type ModelBytes, toBytes } from '../../domain/training/model-bundle';
import { type Findings, train } from '../../domain/training/train';

export interface TrainingOrder {
    readonly set: TrainingSet;
    readonly productIds: Int32Array;
}

/** What the thread tells: how far it is, and in the end what came out. */
export type TrainingMessage =
    { readonly progress: number } | { readonly findings: Findings; readonly bytes: ModelBytes };

if (!isMainThread && parentPort) {
    const port = parentPort;
    const { set, productIds } = workerData as TrainingOrder;
    const { models, findings } = train(set, productIds, progress => port.postMessage({ progress }));
    port.postMessage({ findings, bytes: toBytes(models) });
}
