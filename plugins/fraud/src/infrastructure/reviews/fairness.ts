import { Injectable } from '@nestjs/common';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import { ageGroup, compareGroups, type GroupRates } from '../../domain/compare-groups';
import { EfiFraudDecision } from '../entities/fraud-decision.entity';
import { seesAll } from './channel-scope';

const MOST_COMPARED = 50_000;

/** Whether some are stopped more often than others. */
@Injectable()
export class Fairness {
    constructor(private readonly connection: TransactionalConnection) {}

    async compare(
        ctx: RequestContext,
        days: number,
    ): Promise<{ readonly byCountry: GroupRates[]; readonly byAccountAge: GroupRates[] }> {
        const decisions = await this.connection
            .getRepository(ctx, EfiFraudDecision)
            .createQueryBuilder('d')
            .select(['d.id', 'd.verdict', 'd.label', 'd.features', 'd.billingCountry'])
            .where(
                `(:seesAll OR d.channelId = :channelId) AND d.createdAt > now() - :days * interval '1 day'`,
                {
                    seesAll: seesAll(ctx),
                    channelId: ctx.channelId,
                    days,
                },
            )
            .orderBy('d.id', 'DESC')
            .limit(MOST_COMPARED)
            .getMany();
        const grouped = (groupOf: (decision: EfiFraudDecision) => string) =>
            compareGroups(
                decisions.map(decision => ({
                    group: groupOf(decision),
                    verdict: decision.verdict,
                    label: decision.label ?? undefined,
                })),
            );
        return {
            byCountry: grouped(({ billingCountry }) => billingCountry ?? '–'),
            byAccountAge: grouped(({ features }) => ageGroup(features.accountAgeDays)),
        };
    }
}
