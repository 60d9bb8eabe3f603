import { Injectable } from '@nestjs/common';
import { metrics } from '@efi/plugin-kit';
import { Logger } from '@vendure/core';
import type { ModelCard } from '../../domain/training/model-card';
import { decide } from '../../domain/training/promotion';
import { LoadedModels } from '../loaded-models';
import { loggerCtx } from '../logger-context';
import { ModelArchive } from '../model-archive';
import { trainInThread } from './train-in-thread';
import { TrainingDataReader } from './training-data';

const DAY = 86_400_000;
/** Below, a model has seen too little to be measured. */
const LEAST_ORDERS = 50;

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
export class TrainRecommendations {
    /** @param historyDays - How far back orders are learned from. */
    constructor(
        private readonly reader: TrainingDataReader,
        private readonly archive: ModelArchive,
        private readonly models: LoadedModels,
        private readonly historyDays: number,
    ) {}

    async run(onProgress: (done: number) => void, cancelled: AbortSignal): Promise<TrainingResult> {
        const until = new Date();
        const since = new Date(until.getTime() - this.historyDays * DAY);
        const data = await this.reader.read(since, until);
        if (data.orders < LEAST_ORDERS) {
            return { trained: false, reason: `${data.orders} orders are too few to learn from.` };
        }
        onProgress(0.1);
        const { findings, bytes } = await trainInThread(
            data,
            done => onProgress(0.1 + 0.8 * done),
            cancelled,
        );
        const card: ModelCard = {
            ...findings,
            from: since.toISOString(),
            to: until.toISOString(),
            orders: data.orders,
            people: data.people,
            seconds: (Date.now() - until.getTime()) / 1000,
            bytes: Object.values(bytes).reduce((sum, { byteLength }) => sum + byteLength, 0),
        };
        const { promote, reason } = decide(card, (await this.archive.inPlace())?.card);
        cancelled.throwIfAborted();
        const modelId = await this.archive.add({ card, parts: bytes, promote, reason });
        onProgress(1);
        await this.models.refresh();
        observe(card, promote);
        Logger.info(`Model ${modelId} ${promote ? 'is in place' : 'was rejected'}: ${reason}`, loggerCtx);
        return { trained: true, modelId, promoted: promote, reason };
    }
}

function observe({ seconds, drift, scores }: ModelCard, promoted: boolean): void {
    metrics().gauge('efi_recommendation_training_seconds', 'How long the last training took').set(seconds);
    metrics()
        .gauge('efi_recommendation_drift', 'How far the last 30 days of sales lie from those before, 0 to 1')
        .set(drift);
    const recall = metrics().gauge('efi_recommendation_recall', 'Recall at 10 on what was held back', [
        'model',
    ]);
    for (const score of scores) {
        recall.set(score.recall, { model: score.name });
    }
    metrics()
        .counter('efi_recommendation_trainings_total', 'Trainings by what became of the model', ['promoted'])
        .increment({ promoted: String(promoted) });
}
