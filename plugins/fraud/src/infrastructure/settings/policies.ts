import { Inject, Injectable } from '@nestjs/common';
import { EventBus, type RequestContext, TransactionalConnection } from '@vendure/core';
import { type Policy, type PolicyProblem, problemOf } from '../../domain/policy';
import { type PolicyPreview, previewPolicy } from '../../domain/preview-policy';
import { FRAUD_OPTIONS, type ResolvedFraudOptions } from '../../fraud.options';
import { EfiFraudPolicy } from '../entities/fraud-settings.entities';
import { FraudPolicySetEvent } from '../events/fraud-events';
import { DecisionArchive } from '../reviews/decision-archive';

/** How the active channel decides. */
@Injectable()
export class Policies {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly archive: DecisionArchive,
        private readonly events: EventBus,
        @Inject(FRAUD_OPTIONS) private readonly options: ResolvedFraudOptions,
    ) {}

    async of(ctx: RequestContext): Promise<Policy> {
        const newest = await this.connection
            .getRepository(ctx, EfiFraudPolicy)
            .findOne({ where: { channelId: Number(ctx.channelId) }, order: { id: 'DESC' } });
        return { ...this.options.policy, ...newest?.policy };
    }

    async set(ctx: RequestContext, policy: Policy): Promise<Policy | PolicyProblem> {
        const problem = problemOf(policy);
        if (problem) {
            return problem;
        }
        await this.connection
            .getRepository(ctx, EfiFraudPolicy)
            .insert({ channelId: Number(ctx.channelId), policy, createdBy: String(ctx.activeUserId) });
        await this.events.publish(new FraudPolicySetEvent(ctx));
        return policy;
    }

    async preview(
        ctx: RequestContext,
        thresholds: Pick<Policy, 'stepUpFrom' | 'reviewFrom' | 'blockFrom'>,
        days: number,
    ): Promise<PolicyPreview[]> {
        return previewPolicy(thresholds, await this.archive.past(ctx, days));
    }
}
