import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, RequestContext } from '@vendure/core';
import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';
import { HeldData, type OpenedHold, type OpenHeld } from '../infrastructure/held-data';
import { openHeldData } from './permissions';
import { PrivacyRefusedError } from './refused.error';

export const heldDataAdminSchema: DocumentNode = gql`
    extend enum EfiPrivacyDeskRefusal {
        NO_SUCH_HOLD
    }

    type EfiHeldPart {
        "Of the record of processing"
        part: String!
        "As they were before the erasure"
        rows: [JSON!]!
    }

    "What a legal hold keeps of somebody who is erased"
    type EfiHeldData {
        holdId: ID!
        parts: [EfiHeldPart!]!
    }

    union OpenEfiHeldDataResult = EfiHeldData | EfiPrivacyDeskError

    input OpenEfiHeldDataInput {
        holdId: ID!
        "In words; it is written to the audit trail before anything is shown"
        because: String!
    }

    extend type Mutation {
        "Opens what a hold keeps, for staff who say why"
        openEfiHeldData(input: OpenEfiHeldDataInput!): OpenEfiHeldDataResult!
    }
`;

@Resolver()
export class HeldDataAdminResolver {
    constructor(private readonly held: HeldData) {}

    // No transaction around it: that somebody opened it stays written down, whatever fails afterwards.
    @Mutation()
    @Allow(openHeldData.Permission)
    async openEfiHeldData(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: OpenHeld },
    ): Promise<OpenedHold | PrivacyRefusedError> {
        return PrivacyRefusedError.orDone(ctx, await this.held.open(ctx, input));
    }
}

/** Tells the members of the union apart. */
@Resolver('OpenEfiHeldDataResult')
export class OpenHeldResultResolver {
    @ResolveField()
    __resolveType(value: object): string {
        return value instanceof PrivacyRefusedError ? value.__typename : 'EfiHeldData';
    }
}
