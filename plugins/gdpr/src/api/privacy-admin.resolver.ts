import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, ConfigService, Ctx, type ID, RequestContext, Transaction } from '@vendure/core';
import { type ProcessingEntry, processingEntries } from '../application/processing-entries';
import { recordOfProcessing } from '../application/record-of-processing';
import { actsOn, type RequestAct } from '../domain/privacy-request';
import type { EfiGdprLegalHold, EfiGdprPart, EfiGdprRequest } from '../infrastructure/entities';
import { Exports } from '../infrastructure/exports';
import { LegalHolds, type NewHold } from '../infrastructure/legal-holds';
import { Recipients } from '../infrastructure/processors/recipients';
import { type NewDeskRequest, RequestDesk } from '../infrastructure/request-desk';
import {
    type ListedRequest,
    type RequestListOptions,
    type RequestPerson,
    RequestRegister,
} from '../infrastructure/request-register';
import { Staff } from '../infrastructure/staff';
import { personalDataRegistry } from '../registry';
import { managePrivacy, readPrivacy } from './permissions';
import { PrivacyRefusedError } from './refused.error';

type Answer = EfiGdprRequest | PrivacyRefusedError;

@Resolver()
export class PrivacyAdminResolver {
    constructor(
        private readonly desk: RequestDesk,
        private readonly register: RequestRegister,
        private readonly holds: LegalHolds,
        private readonly config: ConfigService,
        private readonly recipients: Recipients,
    ) {}

    @Query()
    @Allow(readPrivacy.Permission, managePrivacy.Permission)
    efiPrivacyRequests(@Ctx() ctx: RequestContext, @Args() { options }: { options?: RequestListOptions }) {
        return this.register.list(ctx, options ?? { take: 50, skip: 0 });
    }

    @Query()
    @Allow(readPrivacy.Permission, managePrivacy.Permission)
    efiPrivacyRequest(
        @Ctx() ctx: RequestContext,
        @Args() { id }: { id: string },
    ): Promise<EfiGdprRequest | null> {
        return this.register.find(ctx, id);
    }

    @Query()
    @Allow(readPrivacy.Permission, managePrivacy.Permission)
    efiPrivacyHolds(
        @Ctx() ctx: RequestContext,
        @Args() { customerId }: { customerId: ID },
    ): Promise<EfiGdprLegalHold[]> {
        return this.holds.of(ctx, customerId);
    }

    @Query()
    @Allow(readPrivacy.Permission, managePrivacy.Permission)
    efiProcessingEntries(): ProcessingEntry[] {
        return processingEntries(personalDataRegistry(this.config.plugins));
    }

    @Query()
    @Allow(readPrivacy.Permission, managePrivacy.Permission)
    async efiProcessingRecipients() {
        const recipients = await this.recipients.all();
        return recipients.map(({ role, ...rest }) => ({ ...rest, role: role.toUpperCase() }));
    }

    @Query()
    @Allow(readPrivacy.Permission, managePrivacy.Permission)
    async efiRecordOfProcessing(): Promise<string> {
        return recordOfProcessing(personalDataRegistry(this.config.plugins), await this.recipients.all());
    }

    @Mutation()
    @Transaction()
    @Allow(managePrivacy.Permission)
    async openEfiPrivacyRequest(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: NewDeskRequest },
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
    async cancelEfiPrivacyRequest(
        @Ctx() ctx: RequestContext,
        @Args() { id }: { id: string },
    ): Promise<Answer> {
        return PrivacyRefusedError.orDone(ctx, await this.desk.cancel(ctx, id));
    }

    @Mutation()
    @Transaction()
    @Allow(managePrivacy.Permission)
    async retryEfiPrivacyRequest(
        @Ctx() ctx: RequestContext,
        @Args() { id }: { id: string },
    ): Promise<Answer> {
        return PrivacyRefusedError.orDone(ctx, await this.desk.retry(ctx, id));
    }

    @Mutation()
    @Transaction()
    @Allow(managePrivacy.Permission)
    async holdEfiPrivacyData(@Ctx() ctx: RequestContext, @Args() { input }: { input: NewHold }) {
        const by = String(ctx.activeUserId);
        return PrivacyRefusedError.orDone(ctx, await this.holds.hold(ctx, input, by));
    }

    @Mutation()
    @Transaction()
    @Allow(managePrivacy.Permission)
    async releaseEfiPrivacyHold(@Ctx() ctx: RequestContext, @Args() { id }: { id: ID }) {
        return { success: await this.holds.release(ctx, id) };
    }
}

@Resolver('EfiPrivacyRequest')
export class PrivacyRequestAdminResolver {
    constructor(
        private readonly register: RequestRegister,
        private readonly exports: Exports,
    ) {}

    @ResolveField()
    parts(@Ctx() ctx: RequestContext, @Parent() { id }: EfiGdprRequest): Promise<EfiGdprPart[]> {
        return this.register.partsOf(ctx, id);
    }

    @ResolveField()
    person(@Ctx() ctx: RequestContext, @Parent() request: ListedRequest): Promise<RequestPerson | null> {
        return this.register.personOf(ctx, request);
    }

    @ResolveField()
    export(@Parent() { id }: EfiGdprRequest) {
        return this.exports.state(id);
    }

    @ResolveField()
    acts(@Parent() { kind, state, extendedBecause }: EfiGdprRequest): RequestAct[] {
        return actsOn({ kind, state, isExtended: extendedBecause !== null });
    }
}

@Resolver('EfiPrivacyLegalHold')
export class LegalHoldResolver {
    constructor(private readonly staff: Staff) {}

    @ResolveField()
    isSealed(@Parent() { sealedKey }: EfiGdprLegalHold): boolean {
        return sealedKey !== null;
    }

    @ResolveField()
    createdByName(@Ctx() ctx: RequestContext, @Parent() { createdBy }: EfiGdprLegalHold) {
        return this.staff.nameOf(ctx, createdBy);
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
