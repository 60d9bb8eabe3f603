import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { TrainingRun } from '../../domain/models/training-run';
import type { TrainingMessage, TrainingOrder } from './training-thread';

/** From the build, also when this file runs from its source: Node runs no TypeScript in a thread. */
const THREAD = path.resolve(__dirname, '../../../dist/infrastructure/training/training-thread.js');

/**
 * Trains in a thread of its own, so that the worker goes on with its other jobs and keeps its leases.
 *
 * @param onProgress - Told the share that is done, from 0 to 1.
 * @param cancelled - Ends the thread at once, and the promise rejects with the signal's reason.
 */
export function trainInThread(
    order: TrainingOrder,
    onProgress: (done: number) => void,
    cancelled: AbortSignal,
): Promise<TrainingRun> {
    return new Promise((resolve, reject) => {
        cancelled.throwIfAborted();
        const thread = new Worker(THREAD, { workerData: order });
        const onCancelled = () => {
            reject(
                cancelled.reason instanceof Error ? cancelled.reason : new Error('Training was cancelled.'),
            );
            void thread.terminate();
        };
        cancelled.addEventListener('abort', onCancelled, { once: true });
        thread.on('message', (message: TrainingMessage) => {
            if ('progress' in message) {
                onProgress(message.progress);
            } else {
                resolve(message.run);
            }
        });
        thread.once('error', reject);
        thread.once('exit', code => {
            cancelled.removeEventListener('abort', onCancelled);
            reject(new Error(`The training thread ended with code ${code} and no model.`));
        });
    });
}
