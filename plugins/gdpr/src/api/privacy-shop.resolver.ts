import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, Permission, RequestContext, Transaction } from '@vendure/core';
import { statesBefore } from '../domain/privacy-request';
import type { EfiGdprRequest } from '../infrastructure/entities';
import { type ExportLink, Exports } from '../infrastructure/exports';
import { type NewRequest, PrivacyRequests } from '../infrastructure/privacy-requests';
import { RequestQueue } from '../infrastructure/request-queue';
import { PrivacyRefusedError } from './refused.error';

@Resolver()
export class PrivacyShopResolver {
    constructor(
        private readonly requests: PrivacyRequests,
        private readonly queue: RequestQueue,
    ) {}

    @Query()
    @Allow(Permission.Authenticated)
    efiPrivacyRequests(@Ctx() ctx: RequestContext): Promise<EfiGdprRequest[]> {
        return this.requests.own(ctx);
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.Authenticated)
    async requestEfiPrivacy(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: NewRequest },
    ): Promise<EfiGdprRequest | PrivacyRefusedError> {
        const opened = await this.requests.open(ctx, input);
        if (typeof opened !== 'string') {
            await this.queue.add(ctx, opened.id);
        }
        return PrivacyRefusedError.orRequest(ctx, opened);
    }

    @Mutation()
    @Transaction()
    @Allow(Permission.Authenticated)
    async cancelEfiPrivacyRequest(
        @Ctx() ctx: RequestContext,
        @Args() { id }: { id: string },
    ): Promise<EfiGdprRequest | PrivacyRefusedError> {
        return PrivacyRefusedError.orRequest(ctx, await this.requests.cancel(ctx, id));
    }
}

@Resolver('EfiPrivacyRequest')
export class PrivacyRequestShopResolver {
    constructor(private readonly exports: Exports) {}

    @ResolveField()
    canCancel(@Parent() { state }: EfiGdprRequest): boolean {
        return statesBefore('cancel').includes(state);
    }

    /** Whoever gets to see a request here is its owner. */
    @ResolveField()
    async download(@Parent() { id }: EfiGdprRequest): Promise<ExportLink | null> {
        return (await this.exports.link(id)) ?? null;
    }
}

/** Tells the members of the unions apart, in both APIs. */
@Resolver('EfiPrivacyRequestResult')
export class PrivacyRequestResultResolver {
    @ResolveField()
    __resolveType(value: object): string {
        return value instanceof PrivacyRefusedError ? value.__typename : 'EfiPrivacyRequest';
    }
}
