import { Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import { difference, type Interval, wilson } from '../domain/attribution/interval';
import type { Placement } from '../domain/serving/placement';
import { type ArmRow, AttributionBooks, type OutcomeRow } from './attribution/attribution-books';
import { EfiRecommendationExperiment } from './entities/recommendation-experiment.entity';
import { SqlExperiments } from './sql-experiments';

/** A share of the lists, with 95 % confidence. */
interface Rate extends Interval {
    readonly lists: number;
    readonly value: number;
}

export interface Outcome extends Omit<OutcomeRow, 'clicked' | 'inCart' | 'bought'> {
    readonly clicked: Rate;
    readonly inCart: Rate;
    readonly bought: Rate;
}

export interface ArmOutcome extends Omit<ArmRow, 'clicked' | 'inCart' | 'bought'> {
    readonly clicked: Rate;
    readonly inCart: Rate;
    readonly bought: Rate;
}

export interface ExperimentReport {
    readonly arms: readonly ArmOutcome[];
    /** Of clicked lists, challenger less model in place: all above 0 or all below means a difference. */
    readonly clickedDifference: Interval;
    readonly boughtDifference: Interval;
}

const noLists = { shown: 0, clicked: 0, inCart: 0, bought: 0 };

/** Comparisons between models on shoppers, and what lists achieve. */
@Injectable()
export class ExperimentsService {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly books: AttributionBooks,
        private readonly running: SqlExperiments,
    ) {}

    all(): Promise<EfiRecommendationExperiment[]> {
        return this.repository().find({ order: { id: 'DESC' }, take: 50 });
    }

    find(id: number): Promise<EfiRecommendationExperiment | null> {
        return this.repository().findOne({ where: { id } });
    }

    /** Undefined while another one runs. */
    async start(
        startedBy: string,
        plan: { placement: Placement | null; challengerId: number | null; share: number },
    ): Promise<EfiRecommendationExperiment | undefined> {
        const [row] = await this.connection.rawConnection.query<Array<{ id: number }>>(
            `INSERT INTO efi_recommendation_experiment (placement, "challengerId", share, "startedBy")
             VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING id`,
            [plan.placement, plan.challengerId, plan.share, startedBy],
        );
        this.running.forget();
        return row ? ((await this.find(row.id)) ?? undefined) : undefined;
    }

    /** Null when it does not run. */
    async end(id: number): Promise<EfiRecommendationExperiment | null> {
        await this.connection.rawConnection.query(
            'UPDATE efi_recommendation_experiment SET "endedAt" = now() WHERE id = $1 AND "endedAt" IS NULL',
            [id],
        );
        this.running.forget();
        return this.find(id);
    }

    async report(id: number): Promise<ExperimentReport> {
        const rows = await this.books.arms(id);
        const [inPlace, challenger] = (['IN_PLACE', 'CHALLENGER'] as const).map(
            arm => rows.find(row => row.arm === arm) ?? { arm, ...noLists },
        ) as [ArmRow, ArmRow];
        const gap = (kind: 'clicked' | 'bought') =>
            difference(
                { successes: challenger[kind], cases: challenger.shown },
                { successes: inPlace[kind], cases: inPlace.shown },
            );
        return {
            arms: [inPlace, challenger].map(withRates),
            clickedDifference: gap('clicked'),
            boughtDifference: gap('bought'),
        };
    }

    async outcomes(channelId: number, since: Date): Promise<Outcome[]> {
        const rows = await this.books.outcomes(channelId, since);
        return rows.map(withRates);
    }

    private repository() {
        return this.connection.rawConnection.getRepository(EfiRecommendationExperiment);
    }
}

function withRates<Row extends typeof noLists>(row: Row) {
    const rate = (lists: number): Rate => ({
        lists,
        value: row.shown === 0 ? 0 : lists / row.shown,
        ...wilson(lists, row.shown),
    });
    return { ...row, clicked: rate(row.clicked), inCart: rate(row.inCart), bought: rate(row.bought) };
}
