import { Inject, Injectable } from '@nestjs/common';
import { auditTrail } from '@efi/plugin-kit';
import { Logger, type RequestContext, TransactionalConnection } from '@vendure/core';
import { type RetentionRule, retentionRules } from '../../application/retention-rules';
import { GDPR_OPTIONS, type ResolvedGdprOptions } from '../../gdpr.options';
import { problemOf } from '../erasures';
import { EfiGdprRetentionRun } from './retention-run.entity';

/** Rows that one transaction deals with. */
const BATCH = 500;

/** A rule with its days. */
type Active = RetentionRule & { readonly days: number };

/**
 * Has data go when its time is over. Some rows at a time, each time in one transaction that also notes how far it is;
 * whatever ends a run, the next one finds what is left. Rows that somebody else works on are left for the next one.
 */
@Injectable()
export class Retention {
    constructor(
        private readonly connection: TransactionalConnection,
        @Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions,
    ) {}

    /** The rules that are switched on. */
    rules(): Active[] {
        return retentionRules.flatMap(rule => {
            const days = this.options.retention[rule.id];
            return days === false ? [] : [{ ...rule, days }];
        });
    }

    /**
     * Applies all rules, and keeps a report of each.
     *
     * @param isDryRun - Only counts.
     * @param until - No batch begins after this.
     */
    async run(isDryRun: boolean, until: Date): Promise<EfiGdprRetentionRun[]> {
        const reports: EfiGdprRetentionRun[] = [];
        for (const rule of this.rules()) {
            reports.push(await this.apply(rule, isDryRun, until));
        }
        return reports;
    }

    /** What was found and done, the newest first. */
    reports(ctx: RequestContext, take: number): Promise<EfiGdprRetentionRun[]> {
        return this.connection
            .getRepository(ctx, EfiGdprRetentionRun)
            .find({ order: { id: 'DESC' }, take: Math.min(Math.max(take, 1), 500) });
    }

    private async apply(rule: Active, isDryRun: boolean, until: Date): Promise<EfiGdprRetentionRun> {
        const runs = this.connection.rawConnection.getRepository(EfiGdprRetentionRun);
        const startedAt = new Date();
        const { id } = await runs.save(
            runs.create({ rule: rule.id, days: rule.days, isDryRun, startedAt, due: 0 }),
        );
        try {
            await runs.update({ id }, { due: await this.count(rule) });
            while (!isDryRun && new Date() < until && (await this.batch(rule, id)) === BATCH);
        } catch (error) {
            const problem = problemOf(error);
            Logger.error(`Retention of ${rule.id} failed: ${problem}`, 'GdprPlugin');
            await runs.update({ id }, { problem });
        }
        await runs.update({ id }, { endedAt: new Date() });
        return runs.findOneByOrFail({ id });
    }

    private async count({ table, isDue, days }: Active): Promise<number> {
        const [row] = await this.connection.rawConnection.query<{ count: number }[]>(
            `SELECT count(*)::int AS count FROM "${table}" t WHERE ${isDue}`,
            [days],
        );
        return row?.count ?? 0;
    }

    /** @returns how many rows it dealt with. */
    private batch({ id, table, isDue, then, days }: Active, runId: string): Promise<number> {
        return this.connection.rawConnection.transaction(async manager => {
            const [row] = await manager.query<{ done: number }[]>(
                `WITH due AS (SELECT t.id FROM "${table}" t WHERE ${isDue} ORDER BY t.id LIMIT ${BATCH}
                                FOR UPDATE SKIP LOCKED),
                      done AS (${then} RETURNING 1)
                 SELECT count(*)::int AS done FROM done`,
                [days],
            );
            const done = row?.done ?? 0;
            if (done > 0) {
                await manager.increment(EfiGdprRetentionRun, { id: runId }, 'done', done);
                await auditTrail(this.connection.rawConnection).recordIn(manager, {
                    action: 'applyRetention',
                    class: 'security',
                    resource: { type: 'EfiRetentionRule', id },
                    after: { days, rows: done },
                });
            }
            return done;
        });
    }
}
