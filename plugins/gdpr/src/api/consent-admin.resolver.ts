import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, type ID, RequestContext, Transaction } from '@vendure/core';
import type { WrittenText } from '../application/consent-rules';
import { Consents } from '../infrastructure/consent/consents';
import { Staff } from '../infrastructure/staff';
import { type ConsentVersion, ConsentTexts } from '../infrastructure/consent/consent-texts';
import type { EfiGdprConsent, EfiGdprConsentText } from '../infrastructure/consent/entities';
import { orThrow, purposeName, type PurposeName, purposeOf } from './consent-enums';
import { managePrivacy, readPrivacy } from './permissions';

@Resolver()
export class ConsentAdminResolver {
    constructor(
        private readonly consents: Consents,
        private readonly texts: ConsentTexts,
    ) {}

    @Query()
    @Allow(readPrivacy.Permission, managePrivacy.Permission)
    efiConsentTexts(
        @Ctx() ctx: RequestContext,
        @Args() { version }: { version?: number | null },
    ): Promise<EfiGdprConsentText[]> {
        return this.texts.all(ctx, version ?? undefined);
    }

    @Query()
    @Allow(readPrivacy.Permission, managePrivacy.Permission)
    efiConsentHistory(
        @Ctx() ctx: RequestContext,
        @Args() { customerId }: { customerId: ID },
    ): Promise<EfiGdprConsent[]> {
        return this.consents.of(ctx, customerId);
    }

    @Query()
    @Allow(readPrivacy.Permission, managePrivacy.Permission)
    efiConsentVersions(@Ctx() ctx: RequestContext): Promise<ConsentVersion[]> {
        return this.texts.versions(ctx);
    }

    @Mutation()
    @Transaction()
    @Allow(managePrivacy.Permission)
    async publishEfiConsentTexts(
        @Ctx() ctx: RequestContext,
        @Args() { texts }: { texts: (Omit<WrittenText, 'purpose'> & { purpose: PurposeName })[] },
    ): Promise<EfiGdprConsentText[]> {
        const written = texts.map(text => ({ ...text, purpose: purposeOf(text.purpose) }));
        return orThrow(ctx, await this.texts.publish(ctx, written));
    }

    @Mutation()
    @Transaction()
    @Allow(managePrivacy.Permission)
    async recordEfiConsent(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: { customerId: ID; purposes: PurposeName[]; because: string } },
    ): Promise<EfiGdprConsent[]> {
        const purposes = input.purposes.map(purposeOf);
        return orThrow(ctx, await this.consents.record(ctx, { ...input, purposes }));
    }
}

@Resolver('EfiConsentRecord')
export class ConsentRecordAdminResolver {
    constructor(private readonly staff: Staff) {}

    @ResolveField()
    recordedByName(@Ctx() ctx: RequestContext, @Parent() { recordedBy }: EfiGdprConsent) {
        return this.staff.nameOf(ctx, recordedBy);
    }
}

@Resolver('EfiConsentVersion')
export class ConsentVersionResolver {
    constructor(private readonly staff: Staff) {}

    @ResolveField()
    publishedByName(@Ctx() ctx: RequestContext, @Parent() { publishedBy }: ConsentVersion) {
        return this.staff.nameOf(ctx, publishedBy);
    }

    @ResolveField()
    purposes(@Parent() { purposes }: ConsentVersion) {
        return purposes.map(counted => ({ ...counted, purpose: purposeName(counted.purpose) }));
    }
}
