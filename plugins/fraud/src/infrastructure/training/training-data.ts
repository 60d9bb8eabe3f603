import { Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import type { QueryRunner } from 'typeorm';
import { ruleOddsOf } from '../../domain/assessment';
import { featureNames, type FeatureVector } from '../../domain/features';
import { accountAgeBand } from '../../domain/models/fairness';
import { handsOf } from '../../domain/models/hands';
import { rowOf } from '../../domain/models/matrix';
import type { TrainingMaterial } from '../../domain/models/training-run';
import { firedRules, type ReadyRule } from '../../domain/rule';
import { ReadyRules } from '../settings/ready-rules';

/** A complaint comes weeks after the order: a younger one without any is not a good one yet. */
export const LABEL_DELAY_DAYS = 45;

/** More say little more, and have to be held in memory (650 bytes each): the newest are taken. */
const MOST_ATTEMPTS = 200_000;
const PAGE = 1_000;

interface LabelledRow {
    readonly at: number;
    readonly isFraud: boolean;
    readonly features: Partial<FeatureVector>;
    readonly country: string | null;
    /** Pseudonyms of whom it was made by. */
    readonly keys: readonly string[];
}

/** Payments old enough to judge, and what they turned out to be: those that went through count as good without a complaint. */
const MATURED = `
      FROM efi_fraud_decision
     WHERE basis IN ('scored', 'listed') AND "createdAt" < now() - ${LABEL_DELAY_DAYS} * interval '1 day'
       AND (label IS NOT NULL OR (outcome = 'authorised' AND "reviewState" IS DISTINCT FROM 'open'))`;

const LABELLED = `
    SELECT (extract(epoch FROM "createdAt") * 1000)::float8 AS at, label IS NOT DISTINCT FROM 'fraud' AS "isFraud", features,
           "billingCountry" AS country, array_remove(ARRAY["emailKey", "deviceKey", "cardKey"], NULL) AS keys
      FROM (SELECT * ${MATURED} ORDER BY "createdAt" DESC, id DESC LIMIT ${MOST_ATTEMPTS}) newest
     ORDER BY "createdAt", id`;

/**
 * Reads what models learn from: the features as they were stored with the decision, and nothing that says who somebody was.
 * Pseudonyms only tell which attempts belong together, and are numbers from then on.
 */
@Injectable()
export class TrainingDataReader {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly rules: ReadyRules,
    ) {}

    /** Known frauds that have matured, made after a moment. */
    async fraudsSince(since: Date): Promise<number> {
        const [row] = await this.connection.rawConnection.query<Array<{ frauds: number }>>(
            `SELECT count(*)::int AS frauds ${MATURED} AND label = 'fraud' AND "createdAt" > $1`,
            [since],
        );
        return row?.frauds ?? 0;
    }

    async read(cancelled: AbortSignal): Promise<TrainingMaterial> {
        // As they are now: it is beside them that a new model will be asked.
        const columns = new Columns(await this.rules.inForce());
        const runner = this.connection.rawConnection.createQueryRunner();
        await runner.startTransaction();
        try {
            await runner.query(`DECLARE labelled NO SCROLL CURSOR FOR ${LABELLED}`);
            for (let rows = await fetch(runner); rows.length > 0; rows = await fetch(runner)) {
                cancelled.throwIfAborted();
                rows.forEach(row => columns.add(row));
            }
        } finally {
            // Nothing was written.
            await runner.rollbackTransaction();
            await runner.release();
        }
        return columns.toMaterial();
    }
}

function fetch(runner: QueryRunner): Promise<LabelledRow[]> {
    return runner.query(`FETCH ${PAGE} FROM labelled`) as Promise<LabelledRow[]>;
}

/** Collects rows as columns. */
class Columns {
    private readonly vectors: Float64Array[] = [];
    private readonly at: number[] = [];
    private readonly label: number[] = [];
    private readonly ruleOdds: number[] = [];
    private readonly keys: Array<readonly string[]> = [];
    private readonly country: string[] = [];
    private readonly accountAge: string[] = [];

    constructor(private readonly rules: readonly ReadyRule[]) {}

    add({ at, isFraud, features, country, keys }: LabelledRow): void {
        const vector = features as FeatureVector;
        this.vectors.push(rowOf(featureNames, vector));
        this.at.push(at);
        this.label.push(isFraud ? 1 : 0);
        this.ruleOdds.push(ruleOddsOf(firedRules(this.rules, vector)));
        this.keys.push(keys);
        this.country.push(country ?? '–');
        this.accountAge.push(accountAgeBand(vector.accountAgeDays));
    }

    toMaterial(): TrainingMaterial {
        const rows = new Float64Array(this.vectors.length * featureNames.length);
        this.vectors.forEach((vector, at) => rows.set(vector, at * featureNames.length));
        return {
            set: {
                matrix: { names: featureNames, rows },
                label: Uint8Array.from(this.label),
                at: Float64Array.from(this.at),
                ruleOdds: Float64Array.from(this.ruleOdds),
                group: handsOf(this.keys),
            },
            country: this.country,
            accountAge: this.accountAge,
            labelDelayDays: LABEL_DELAY_DAYS,
        };
    }
}
