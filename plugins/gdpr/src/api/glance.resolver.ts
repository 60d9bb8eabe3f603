import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, RequestContext } from '@vendure/core';
import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';
import { Consents } from '../infrastructure/consent/consents';
import type { EfiGdprConsent } from '../infrastructure/consent/entities';
import type { EfiGdprLegalHold } from '../infrastructure/entities';
import { LegalHolds } from '../infrastructure/legal-holds';
import { type Glance, type Look, PersonalDataGlance } from '../infrastructure/personal-data-glance';
import { type ListedRequest, RequestRegister } from '../infrastructure/request-register';
import { managePrivacy, readPrivacy } from './permissions';
import { PrivacyRefusedError } from './refused.error';

export const glanceAdminSchema: DocumentNode = gql`
    enum EfiPrivacyLookReason {
        CUSTOMER_ASKED
        SUPPORT_CASE
        PRIVACY_REQUEST
        FRAUD_CHECK
        LEGAL_MATTER
        OTHER
    }

    "How much is kept of a customer in one place"
    type EfiPrivacyGlancePart {
        "Of the record of processing"
        part: String!
        holds: String!
        basis: String!
        retention: String!
        "Null when they could not be counted within some seconds"
        rows: Int
    }

    "What is kept of a customer: how much, not what"
    type EfiPrivacyGlance {
        customerId: ID!
        parts: [EfiPrivacyGlancePart!]!
        "All decisions, the newest first; 500 at the most"
        consents: [EfiConsentRecord!]!
        "Those that are over too; 100 at the most"
        requests: [EfiPrivacyRequest!]!
        holds: [EfiPrivacyLegalHold!]!
    }

    input LookAtEfiPrivacyDataInput {
        customerId: ID!
        reason: EfiPrivacyLookReason!
        "In words; it is written to the audit trail before anything is shown"
        because: String!
    }

    union LookAtEfiPrivacyDataResult = EfiPrivacyGlance | EfiPrivacyDeskError

    extend type Mutation {
        "What is kept of a customer, for staff who say why they look"
        lookAtEfiPrivacyData(input: LookAtEfiPrivacyDataInput!): LookAtEfiPrivacyDataResult!
    }
`;

@Resolver()
export class GlanceAdminResolver {
    constructor(private readonly glance: PersonalDataGlance) {}

    // No transaction around it: that somebody looked stays written down, whatever fails afterwards.
    @Mutation()
    @Allow(readPrivacy.Permission, managePrivacy.Permission)
    async lookAtEfiPrivacyData(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: Look },
    ): Promise<Glance | PrivacyRefusedError> {
        return PrivacyRefusedError.orDone(ctx, await this.glance.look(ctx, input));
    }
}

@Resolver('EfiPrivacyGlance')
export class GlanceResolver {
    constructor(
        private readonly consentsOf: Consents,
        private readonly register: RequestRegister,
        private readonly holdsOf: LegalHolds,
    ) {}

    @ResolveField()
    consents(@Ctx() ctx: RequestContext, @Parent() { customerId }: Glance): Promise<EfiGdprConsent[]> {
        return this.consentsOf.of(ctx, customerId);
    }

    @ResolveField()
    requests(@Ctx() ctx: RequestContext, @Parent() { customerId }: Glance): Promise<ListedRequest[]> {
        return this.register.ofCustomer(ctx, customerId);
    }

    @ResolveField()
    holds(@Ctx() ctx: RequestContext, @Parent() { customerId }: Glance): Promise<EfiGdprLegalHold[]> {
        return this.holdsOf.of(ctx, customerId);
    }
}

/** Tells the members of the union apart. */
@Resolver('LookAtEfiPrivacyDataResult')
export class LookResultResolver {
    @ResolveField()
    __resolveType(value: object): string {
        return value instanceof PrivacyRefusedError ? value.__typename : 'EfiPrivacyGlance';
    }
}
