import { Injectable } from '@nestjs/common';
import { Logger } from '@vendure/core';
import { type FraudModel, readModel } from '../../domain/models/fraud-model';
import { shortfallOf } from '../../domain/models/training-run';
import { loggerCtx } from '../logger-context';
import { ModelArchive } from '../models/model-archive';
import { trainInThread } from './train-in-thread';
import { TrainingDataReader } from './training-data';
import { observeTraining } from './training-metrics';

/** Frauds since the last training from which on another is worth its time. */
const NEWS = 20;

export type TrainingResult =
    | { readonly trained: false; readonly reason: string }
    | {
          readonly trained: true;
          readonly modelId: number;
          readonly promoted: boolean;
          readonly reason: string;
      };

/** Reads, learns, measures, stores, and puts the model in place when it has earned it. */
@Injectable()
export class TrainFraudModel {
    constructor(
        private readonly reader: TrainingDataReader,
        private readonly archive: ModelArchive,
    ) {}

    /** Why a training would teach nothing new; `undefined` when it would. */
    async reasonToWait(): Promise<string | undefined> {
        const [last] = await this.archive.latest(1);
        const frauds = await this.reader.fraudsSince(new Date(last?.card.measured.to ?? 0));
        return frauds < NEWS
            ? `${frauds} frauds have become known since the last training; ${NEWS} are waited for.`
            : undefined;
    }

    async run(onProgress: (done: number) => void, cancelled: AbortSignal): Promise<TrainingResult> {
        const startedAt = performance.now();
        const material = await this.reader.read(cancelled);
        const shortfall = shortfallOf(material.set, material.labelDelayDays);
        if (shortfall !== undefined) {
            return { trained: false, reason: shortfall };
        }
        onProgress(0.2);
        const run = await trainInThread(
            { material, inPlace: await this.inPlace() },
            done => onProgress(0.2 + 0.75 * done),
            cancelled,
        );
        if (!run.trained) {
            return run;
        }
        cancelled.throwIfAborted();
        const modelId = await this.archive.add(run);
        onProgress(1);
        const { card, promote, reason } = run;
        observeTraining(card, promote, (performance.now() - startedAt) / 1_000);
        Logger.info(
            `Fraud model ${modelId} ${promote ? 'is in place' : 'was rejected'}: ${reason}`,
            loggerCtx,
        );
        return { trained: true, modelId, promoted: promote, reason };
    }

    /** A model of another version of the plugin can't score any more, and stands in nobody's way. */
    private async inPlace(): Promise<FraudModel | undefined> {
        const modelId = await this.archive.idInPlace();
        if (modelId === undefined) {
            return undefined;
        }
        const read = readModel(JSON.stringify(await this.archive.artefact(modelId)));
        if (!read.ok) {
            Logger.warn(`The model in place takes no part in the comparison: ${read.reason}`, loggerCtx);
        }
        return read.ok ? read.model : undefined;
    }
}
