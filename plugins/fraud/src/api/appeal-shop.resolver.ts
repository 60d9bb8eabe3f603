import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, Permission, RequestContext, Transaction } from '@vendure/core';
import { type Appeal, type AppealRefusal, Appeals } from '../infrastructure/reviews/appeals';

const REASONS = {
    'nothing-to-appeal': 'NOTHING_TO_APPEAL',
    'appealed-already': 'APPEALED_ALREADY',
    'text-missing': 'TEXT_MISSING',
    'text-too-long': 'TEXT_TOO_LONG',
} as const satisfies Record<AppealRefusal, string>;

/** See the schema. Its message is translated here, not looked up by Vendure. */
export class EfiFraudAppealRefusedError {
    readonly __typename = 'EfiFraudAppealRefusedError';
    readonly errorCode = 'EFI_FRAUD_APPEAL_REFUSED_ERROR';
    readonly reason: string;
    readonly message: string;

    constructor(ctx: RequestContext, why: AppealRefusal) {
        this.reason = REASONS[why];
        this.message = ctx.translate(`message.efi-fraud-appeal-${why}`);
    }
}

@Resolver()
export class AppealShopResolver {
    constructor(private readonly appeals: Appeals) {}

    @Query()
    @Allow(Permission.Owner)
    async efiFraudAppeal(
        @Ctx() ctx: RequestContext,
        @Args() { orderCode }: { orderCode: string },
    ): Promise<Appeal | null> {
        return (await this.appeals.of(ctx, orderCode)) ?? null;
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.Owner)
    async appealEfiFraudDecision(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: { orderCode: string; text: string } },
    ): Promise<Appeal | EfiFraudAppealRefusedError> {
        const appealed = await this.appeals.appeal(ctx, input.orderCode, input.text);
        return appealed.ok ? appealed.appeal : new EfiFraudAppealRefusedError(ctx, appealed.why);
    }
}

/** Tells the members of the union apart. */
@Resolver('AppealEfiFraudDecisionResult')
export class AppealResultResolver {
    @ResolveField()
    __resolveType(value: object): string {
        return value instanceof EfiFraudAppealRefusedError ? value.__typename : 'EfiFraudAppeal';
    }
}
