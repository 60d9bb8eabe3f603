import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
    Allow,
    Ctx,
    EntityNotFoundError,
    type ListQueryOptions,
    Logger,
    type PaginatedList,
    RequestContext,
    UserService,
} from '@vendure/core';
import { FinishPayment } from '../application/finish-payment';
import { ReviewPayment } from '../application/review-payment';
import type { QuarantineResolution } from '../domain/resolve-quarantine';
import type { EfiPaymentIntent } from '../infrastructure/entities/payment-intent.entity';
import { loggerCtx } from '../infrastructure/logger-context';
import { PaymentRecordsService } from '../infrastructure/payment-records.service';
import { managePayments, readPayments } from './permissions';
import { EfiQuarantineResolutionError } from './quarantine-resolution.error';
import { requireReason, reviewerOf } from './reviewer';

interface ResolveQuarantineInput {
    readonly intentId: string;
    readonly resolution: Uppercase<QuarantineResolution>;
    readonly reason: string;
}

/**
 * Payments, for administrators. No mutation runs in a transaction of the request: what it decides is committed at
 * once, before a provider is called.
 */
@Resolver()
export class PaymentsAdminResolver {
    constructor(
        private readonly records: PaymentRecordsService,
        private readonly reviewPayment: ReviewPayment,
        private readonly finishPayment: FinishPayment,
        private readonly userService: UserService,
    ) {}

    @Query()
    @Allow(readPayments.Permission)
    efiPaymentIntents(
        @Ctx() ctx: RequestContext,
        @Args() args: { options?: ListQueryOptions<EfiPaymentIntent> },
    ): Promise<PaginatedList<EfiPaymentIntent>> {
        return this.records.intents(ctx, args.options);
    }

    @Query()
    @Allow(readPayments.Permission)
    efiPaymentIntent(
        @Ctx() ctx: RequestContext,
        @Args() args: { id: string },
    ): Promise<EfiPaymentIntent | null> {
        return this.records.intent(ctx, args.id);
    }

    @Mutation()
    @Allow(managePayments.Permission)
    async resolveEfiQuarantinedPayment(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: ResolveQuarantineInput },
    ): Promise<EfiPaymentIntent | EfiQuarantineResolutionError> {
        const intent = await this.visibleIntent(ctx, input.intentId);
        const reviewer = await reviewerOf(ctx, this.userService);
        const reason = requireReason(input.reason);
        const resolution = input.resolution.toLowerCase() as QuarantineResolution;
        const result = await this.reviewPayment.run(intent.id, { resolution, reason, reviewer }, new Date());
        if (!result.ok) {
            return new EfiQuarantineResolutionError(result.objection);
        }
        if (result.stepError) {
            const message = `What was decided about payment ${intent.id} follows: ${result.stepError.message}`;
            Logger.error(message, loggerCtx);
        }
        return this.visibleIntent(ctx, intent.id);
    }

    @Mutation()
    @Allow(managePayments.Permission)
    async retryEfiPayment(
        @Ctx() ctx: RequestContext,
        @Args() { intentId }: { intentId: string },
    ): Promise<EfiPaymentIntent> {
        const intent = await this.visibleIntent(ctx, intentId);
        await this.finishPayment.run(intent.id);
        return this.visibleIntent(ctx, intent.id);
    }

    private async visibleIntent(ctx: RequestContext, id: string): Promise<EfiPaymentIntent> {
        const intent = await this.records.intent(ctx, id);
        if (!intent) {
            throw new EntityNotFoundError('EfiPaymentIntent', id);
        }
        return intent;
    }
}
