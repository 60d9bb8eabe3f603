import { Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { Experiments } from '../application/ports/experiments.port';
import type { Experiment } from '../domain/attribution/experiment';
import type { Placement } from '../domain/serving/placement';
import { ShortMemory } from './short-memory';
import { SigningKey } from './signing-key';

const FIVE_SECONDS = 5_000;
const TWO_TO_48 = 2 ** 48;

/** {@link Experiments} in PostgreSQL. */
@Injectable()
export class SqlExperiments extends Experiments {
    private readonly running: ShortMemory<'running', Experiment[]>;

    constructor(
        connection: TransactionalConnection,
        private readonly key: SigningKey,
    ) {
        super();
        this.running = new ShortMemory(FIVE_SECONDS, () =>
            connection.rawConnection.query<Experiment[]>(
                `SELECT id, placement, "challengerId", share FROM efi_recommendation_experiment
                  WHERE "endedAt" IS NULL`,
            ),
        );
    }

    async runningAt(at: Placement): Promise<Experiment | undefined> {
        const running = await this.running.get('running');
        return running.find(({ placement }) => placement === null || placement === at);
    }

    async draw(experiment: Experiment, shopper: string): Promise<number> {
        const digest = await this.key.sign(`experiment ${experiment.id} ${shopper}`);
        return digest.readUIntBE(0, 6) / TWO_TO_48;
    }

    /** To be called after a change. */
    forget(): void {
        this.running.forget();
    }
}
