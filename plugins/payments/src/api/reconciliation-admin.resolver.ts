import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
    Allow,
    Ctx,
    ForbiddenError,
    type ID,
    type Job,
    type ListQueryOptions,
    type PaginatedList,
    RequestContext,
    UserInputError,
    UserService,
} from '@vendure/core';
import { GatewayRegistry } from '../application/ports/gateway-registry.port';
import type { EfiDiscrepancy } from '../infrastructure/entities/discrepancy.entity';
import type { EfiReconciliation } from '../infrastructure/entities/reconciliation.entity';
import { type ReconciliationRequest, ReconciliationQueue } from '../infrastructure/jobs/reconciliation.queue';
import { isDefaultChannel, PaymentRecordsService } from '../infrastructure/payment-records.service';
import { managePayments, readPayments } from './permissions';
import { requireReason, reviewerOf } from './reviewer';

interface StartReconciliationInput {
    readonly gateway?: string | null;
    readonly from?: Date | null;
    readonly to?: Date | null;
}

/** Reconciliations, for administrators of the whole shop: an account at a provider serves all channels. */
@Resolver()
export class ReconciliationAdminResolver {
    constructor(
        private readonly records: PaymentRecordsService,
        private readonly queue: ReconciliationQueue,
        private readonly userService: UserService,
        private readonly gateways: GatewayRegistry,
    ) {}

    @Query()
    @Allow(readPayments.Permission)
    efiReconciliations(
        @Ctx() ctx: RequestContext,
        @Args() args: { options?: ListQueryOptions<EfiReconciliation> },
    ): Promise<PaginatedList<EfiReconciliation>> {
        requireDefaultChannel(ctx);
        return this.records.reconciliations(ctx, args.options);
    }

    @Query()
    @Allow(readPayments.Permission)
    efiDiscrepancies(
        @Ctx() ctx: RequestContext,
        @Args() args: { options?: ListQueryOptions<EfiDiscrepancy> },
    ): Promise<PaginatedList<EfiDiscrepancy>> {
        requireDefaultChannel(ctx);
        return this.records.discrepancies(ctx, args.options);
    }

    @Mutation()
    @Allow(managePayments.Permission)
    async resolveEfiDiscrepancy(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: { id: ID; reason: string } },
    ): Promise<EfiDiscrepancy> {
        requireDefaultChannel(ctx);
        const reason = requireReason(input.reason);
        const { identifier } = await reviewerOf(ctx, this.userService);
        const resolved = await this.records.resolveDiscrepancy(ctx, input.id, identifier, reason);
        if (!resolved) {
            throw new UserInputError(`There is no open discrepancy ${input.id}.`);
        }
        return resolved;
    }

    @Mutation()
    @Allow(managePayments.Permission)
    startEfiReconciliation(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input?: StartReconciliationInput | null },
    ): Promise<Job<ReconciliationRequest>> {
        requireDefaultChannel(ctx);
        const request = toRequest(input ?? {});
        this.requireGateway(request.gateway);
        return this.queue.add(request);
    }

    private requireGateway(gateway: string | undefined): void {
        const known = this.gateways.all().map(({ name }) => name);
        if (gateway !== undefined && !known.includes(gateway)) {
            throw new UserInputError(
                `There is no payment gateway "${gateway}". Known: ${known.join(', ') || 'none'}.`,
            );
        }
    }
}

function requireDefaultChannel(ctx: RequestContext): void {
    if (!isDefaultChannel(ctx)) {
        throw new ForbiddenError();
    }
}

function toRequest({ gateway, from, to }: StartReconciliationInput): ReconciliationRequest {
    if (!from !== !to || (from && to && from >= to)) {
        throw new UserInputError('Give both ends of the period or none, and the beginning before the end.');
    }
    return {
        ...(gateway ? { gateway } : {}),
        ...(from && to ? { period: { from: from.toISOString(), to: to.toISOString() } } : {}),
    };
}
