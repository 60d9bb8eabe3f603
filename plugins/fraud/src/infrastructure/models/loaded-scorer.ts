import { Injectable } from '@nestjs/common';
import { Logger } from '@vendure/core';
import type { Scorer } from '../../domain/assessment';
import { loggerCtx } from '../logger-context';
import { ModelArchive } from './model-archive';
import { readScorer } from './read-scorer';

/** A model in place, ready to score. */
export interface ScorerInPlace {
    readonly modelId: number;
    readonly scorer: Scorer;
}

/** Before one that can't be read is tried again. */
const TRY_AGAIN_AFTER_MS = 5_000;

/** Models that were read, by their id: a stored model never changes. */
@Injectable()
export class LoadedScorers {
    private readonly scorers = new Map<number, Promise<Scorer>>();
    private serving: ScorerInPlace | undefined;

    constructor(private readonly archive: ModelArchive) {}

    /** Reads the model in place before the first shopper needs it. */
    async prepare(): Promise<void> {
        const modelId = await this.archive.idInPlace();
        if (modelId !== undefined) {
            await this.inPlace(modelId);
        }
    }

    /**
     * The model in place. Whoever pays while a new one is being read does not wait for it: the one before scores them,
     * and is named in their decision.
     *
     * @throws Error when there is none before, and the model can't be read.
     */
    async inPlace(modelId: number): Promise<ScorerInPlace> {
        const { serving } = this;
        if (serving?.modelId === modelId) {
            return serving;
        }
        const read = this.of(modelId).then(scorer => (this.serving = { modelId, scorer }));
        if (!serving) {
            return read;
        }
        read.catch((error: unknown) =>
            Logger.error(
                `Fraud model ${modelId} can't be read; ${serving.modelId} goes on: ${String(error)}`,
                loggerCtx,
            ),
        );
        return serving;
    }

    /** @throws Error when there is no such model, or its artefact can't be read. */
    of(modelId: number): Promise<Scorer> {
        const known = this.scorers.get(modelId);
        if (known) {
            return known;
        }
        const read = this.archive.artefact(modelId).then(readScorer);
        this.scorers.set(modelId, read);
        read.catch(() => {
            setTimeout(() => this.scorers.delete(modelId), TRY_AGAIN_AFTER_MS).unref();
        });
        return read;
    }
}
