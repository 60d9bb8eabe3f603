import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, type ID, RequestContext, Transaction } from '@vendure/core';
import { featureNames } from '../domain/features';
import type { Policy } from '../domain/policy';
import { EfiFraudListEntry } from '../infrastructure/entities/fraud-settings.entities';
import { Erasure } from '../infrastructure/reviews/erasure';
import { Fairness } from '../infrastructure/reviews/fairness';
import { type ListedKind, Lists } from '../infrastructure/settings/lists';
import { Policies } from '../infrastructure/settings/policies';
import { manageFraud, readFraud } from './permissions';
import { EfiFraudPolicyInvalidError } from './settings.errors';
import { fromGraphQl, type PolicyView, policyView, toGraphQl } from './verdicts';

interface NewEntry {
    kind: Uppercase<ListedKind>;
    value: string;
    verdict: 'ALLOW' | 'BLOCK';
    note: string;
    expiresAt?: Date | null;
}

/** Thresholds, lists and figures of the active channel. */
@Resolver()
export class SettingsAdminResolver {
    constructor(
        private readonly policies: Policies,
        private readonly lists: Lists,
        private readonly fairness: Fairness,
        private readonly erasure: Erasure,
    ) {}

    @Query()
    @Allow(readFraud.Permission)
    async efiFraudPolicy(@Ctx() ctx: RequestContext): Promise<PolicyView> {
        return policyView(await this.policies.of(ctx));
    }

    @Query()
    @Allow(readFraud.Permission)
    async efiFraudPolicyPreview(
        @Ctx() ctx: RequestContext,
        @Args()
        { days, ...thresholds }: Pick<Policy, 'stepUpFrom' | 'reviewFrom' | 'blockFrom'> & { days: number },
    ) {
        const preview = await this.policies.preview(ctx, thresholds, days);
        return preview.map(({ verdict, orders }) => ({ verdict: toGraphQl(verdict), orders }));
    }

    @Mutation()
    @Transaction()
    @Allow(manageFraud.Permission)
    async setEfiFraudPolicy(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: PolicyView },
    ): Promise<PolicyView | EfiFraudPolicyInvalidError> {
        const wanted = {
            ...input,
            fourEyesAbove: input.fourEyesAbove ?? null,
            unscoredAbove: fromGraphQl(input.unscoredAbove),
        };
        const set = await this.policies.set(ctx, wanted);
        return typeof set === 'string' ? new EfiFraudPolicyInvalidError(ctx, set) : policyView(set);
    }

    @Query()
    @Allow(readFraud.Permission)
    async efiFraudListEntries(@Ctx() ctx: RequestContext) {
        return (await this.lists.all(ctx)).map(entryView);
    }

    @Mutation()
    @Transaction()
    @Allow(manageFraud.Permission)
    async addEfiFraudListEntry(@Ctx() ctx: RequestContext, @Args() { input }: { input: NewEntry }) {
        const { kind, verdict, expiresAt = null, ...rest } = input;
        return entryView(
            await this.lists.add(ctx, {
                ...rest,
                expiresAt,
                kind: kind.toLowerCase() as ListedKind,
                verdict: verdict === 'ALLOW' ? 'allow' : 'block',
            }),
        );
    }

    @Mutation()
    @Transaction()
    @Allow(manageFraud.Permission)
    removeEfiFraudListEntry(@Ctx() ctx: RequestContext, @Args() { id }: { id: ID }): Promise<boolean> {
        return this.lists.remove(ctx, id);
    }

    @Query()
    @Allow(readFraud.Permission)
    efiFraudFairness(@Ctx() ctx: RequestContext, @Args() { days }: { days: number }) {
        return this.fairness.compare(ctx, days);
    }

    @Query()
    @Allow(readFraud.Permission)
    efiFraudFeatures() {
        return featureNames.map(name => ({ name }));
    }

    @Mutation()
    @Transaction()
    @Allow(manageFraud.Permission)
    eraseEfiFraudData(
        @Ctx() ctx: RequestContext,
        @Args() { customerId }: { customerId: ID },
    ): Promise<number> {
        return this.erasure.erase(ctx, customerId);
    }
}

function entryView(entry: EfiFraudListEntry) {
    return { ...entry, verdict: toGraphQl(entry.verdict) };
}
