import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, ConfigService, Ctx, type ID, RequestContext, Transaction } from '@vendure/core';
import { recordOfProcessing } from '../application/record-of-processing';
import type { RequestKind, RequestState } from '../domain/privacy-request';
import type { EfiGdprPart, EfiGdprRequest } from '../infrastructure/entities';
import { type NewHold, RequestDesk } from '../infrastructure/request-desk';
import { personalDataRegistry } from '../registry';
import { managePrivacy, readPrivacy } from './permissions';
import { PrivacyRefusedError } from './refused.error';

type Answer = EfiGdprRequest | PrivacyRefusedError;

@Resolver()
export class PrivacyAdminResolver {
    constructor(
        private readonly desk: RequestDesk,
        private readonly config: ConfigService,
    ) {}

    @Query()
    @Allow(readPrivacy.Permission, managePrivacy.Permission)
    efiPrivacyRequests(
        @Ctx() ctx: RequestContext,
        @Args() { options }: { options?: { states?: RequestState[]; take: number; skip: number } },
    ) {
        return this.desk.list(ctx, options ?? { take: 50, skip: 0 });
    }

    @Query()
    @Allow(readPrivacy.Permission, managePrivacy.Permission)
    efiRecordOfProcessing(): string {
        return recordOfProcessing(personalDataRegistry(this.config.plugins));
    }

    @Mutation()
    @Transaction()
    @Allow(managePrivacy.Permission)
    async openEfiPrivacyRequest(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: { emailAddress: string; kind: RequestKind } },
    ): Promise<Answer> {
        return PrivacyRefusedError.orDone(ctx, await this.desk.open(ctx, input));
    }

    @Mutation()
    @Transaction()
    @Allow(managePrivacy.Permission)
    async verifyEfiPrivacyRequest(
        @Ctx() ctx: RequestContext,
        @Args() { id }: { id: string },
    ): Promise<Answer> {
        return PrivacyRefusedError.orDone(ctx, await this.desk.verify(ctx, id));
    }

    @Mutation()
    @Transaction()
    @Allow(managePrivacy.Permission)
    async extendEfiPrivacyRequest(
        @Ctx() ctx: RequestContext,
        @Args() { id, because }: { id: string; because: string },
    ): Promise<Answer> {
        return PrivacyRefusedError.orDone(ctx, await this.desk.extend(ctx, id, because));
    }

    @Mutation()
    @Transaction()
    @Allow(managePrivacy.Permission)
    async refuseEfiPrivacyRequest(
        @Ctx() ctx: RequestContext,
        @Args() { id, because }: { id: string; because: string },
    ): Promise<Answer> {
        return PrivacyRefusedError.orDone(ctx, await this.desk.refuse(ctx, id, because));
    }

    @Mutation()
    @Transaction()
    @Allow(managePrivacy.Permission)
    async completeEfiPrivacyRequest(
        @Ctx() ctx: RequestContext,
        @Args() { id }: { id: string },
    ): Promise<Answer> {
        return PrivacyRefusedError.orDone(ctx, await this.desk.complete(ctx, id));
    }

    @Mutation()
    @Transaction()
    @Allow(managePrivacy.Permission)
    async holdEfiPrivacyData(@Ctx() ctx: RequestContext, @Args() { input }: { input: NewHold }) {
        const by = String(ctx.activeUserId);
        return PrivacyRefusedError.orDone(ctx, await this.desk.hold(ctx, input, by));
    }

    @Mutation()
    @Transaction()
    @Allow(managePrivacy.Permission)
    async releaseEfiPrivacyHold(@Ctx() ctx: RequestContext, @Args() { id }: { id: ID }) {
        return { success: await this.desk.release(ctx, id) };
    }
}

@Resolver('EfiPrivacyRequest')
export class PrivacyRequestAdminResolver {
    constructor(private readonly desk: RequestDesk) {}

    @ResolveField()
    parts(@Ctx() ctx: RequestContext, @Parent() { id }: EfiGdprRequest): Promise<EfiGdprPart[]> {
        return this.desk.partsOf(ctx, id);
    }
}

/** Tells the members of the union apart. */
@Resolver('HoldEfiPrivacyDataResult')
export class HoldResultResolver {
    @ResolveField()
    __resolveType(value: object): string {
        return value instanceof PrivacyRefusedError ? value.__typename : 'EfiPrivacyLegalHold';
    }
}
