import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, type ID, RequestContext, Transaction } from '@vendure/core';
import type { EfiFraudDecision } from '../infrastructure/entities/fraud-decision.entity';
import { Appeals } from '../infrastructure/reviews/appeals';
import { type Decided, type Refused, ReviewDesk } from '../infrastructure/reviews/review-desk';
import { reviewFraud } from './permissions';

/** See the schema. Its message is translated here, not looked up by Vendure. */
class EfiFraudReviewRefusedError {
    readonly __typename = 'EfiFraudReviewRefusedError';
    readonly errorCode = 'EFI_FRAUD_REVIEW_REFUSED_ERROR';
    readonly message: string;

    constructor(ctx: RequestContext, why: Refused['why']) {
        this.message = ctx.translate(`message.efi-fraud-review-${why}`);
    }
}

type Answer = Exclude<Decided, Refused> | EfiFraudReviewRefusedError;

/** No transaction around accepting and rejecting: it would hold the decision's lock while a provider is asked. */
@Resolver()
export class ReviewAdminResolver {
    constructor(
        private readonly desk: ReviewDesk,
        private readonly appeals: Appeals,
    ) {}

    @Mutation()
    @Allow(reviewFraud.Permission)
    async acceptEfiFraudReview(
        @Ctx() ctx: RequestContext,
        @Args() { id, text }: { id: ID; text: string },
    ): Promise<Answer> {
        return answer(ctx, await this.desk.accept(ctx, id, text));
    }

    @Mutation()
    @Allow(reviewFraud.Permission)
    async rejectEfiFraudReview(
        @Ctx() ctx: RequestContext,
        @Args() { id, text }: { id: ID; text: string },
    ): Promise<Answer> {
        return answer(ctx, await this.desk.reject(ctx, id, text));
    }

    @Mutation()
    @Transaction()
    @Allow(reviewFraud.Permission)
    async askEfiFraudCustomer(
        @Ctx() ctx: RequestContext,
        @Args() { id, question }: { id: ID; question: string },
    ): Promise<Answer> {
        return answer(ctx, await this.desk.ask(ctx, id, question));
    }

    @Mutation()
    @Transaction()
    @Allow(reviewFraud.Permission)
    async noteEfiFraudDecision(
        @Ctx() ctx: RequestContext,
        @Args() { id, text }: { id: ID; text: string },
    ): Promise<Answer> {
        return answer(ctx, await this.desk.note(ctx, id, text));
    }

    @Mutation()
    @Transaction()
    @Allow(reviewFraud.Permission)
    async decideEfiFraudAppeal(
        @Ctx() ctx: RequestContext,
        @Args() args: { id: ID; isGranted: boolean; answer: string },
    ): Promise<EfiFraudDecision | null> {
        return (await this.appeals.decide(ctx, args.id, args.isGranted, args.answer)) ?? null;
    }
}

/** Tells the members of the union apart. */
@Resolver('EfiFraudReviewResult')
export class ReviewResultResolver {
    @ResolveField()
    __resolveType(value: object): string {
        return value instanceof EfiFraudReviewRefusedError ? value.__typename : 'EfiFraudReviewDecided';
    }
}

function answer(ctx: RequestContext, decided: Decided): Answer {
    return decided.kind === 'refused' ? new EfiFraudReviewRefusedError(ctx, decided.why) : decided;
}
