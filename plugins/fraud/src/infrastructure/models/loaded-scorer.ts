import { Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import type { Scorer } from '../../domain/assessment';
import { EfiFraudModel } from '../entities/fraud-settings.entities';
import { readScorer } from './read-scorer';

/** Models that were read, by their id: a stored model never changes. */
@Injectable()
export class LoadedScorers {
    private readonly scorers = new Map<number, Promise<Scorer>>();

    constructor(private readonly connection: TransactionalConnection) {}

    /** @throws Error when there is no such model, or its artefact can't be read. */
    of(modelId: number): Promise<Scorer> {
        const known = this.scorers.get(modelId);
        if (known) {
            return known;
        }
        const read = this.read(modelId);
        this.scorers.set(modelId, read);
        read.catch(() => this.scorers.delete(modelId));
        return read;
    }

    private async read(modelId: number): Promise<Scorer> {
        const model = await this.connection.rawConnection
            .getRepository(EfiFraudModel)
            .findOneByOrFail({ id: modelId });
        return readScorer(model.artefact);
    }
}
