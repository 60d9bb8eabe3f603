import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, Permission, RequestContext } from '@vendure/core';
import { Consents } from '../infrastructure/consent/consents';
import type { EfiGdprConsent, EfiGdprConsentText } from '../infrastructure/consent/entities';
import { ConsentTexts } from '../infrastructure/consent/consent-texts';
import { methodName, orThrow, purposeName, type PurposeName, purposeOf } from './consent-enums';

@Resolver()
export class ConsentShopResolver {
    constructor(
        private readonly consents: Consents,
        private readonly texts: ConsentTexts,
    ) {}

    @Query()
    @Allow(Permission.Public)
    efiConsentTexts(@Ctx() ctx: RequestContext) {
        return this.texts.shown(ctx);
    }

    @Query()
    @Allow(Permission.Authenticated)
    efiConsentHistory(@Ctx() ctx: RequestContext): Promise<EfiGdprConsent[]> {
        return this.consents.own(ctx);
    }

    // Public, not Owner: that would make a session for whoever refuses. Without a transaction around it: plugins first
    // write out what they hold of the visit, on connections of their own.
    @Mutation()
    @Allow(Permission.Public)
    async decideEfiConsent(
        @Ctx() ctx: RequestContext,
        @Args()
        { input }: { input: { purposes: PurposeName[]; textVersion: number; place: 'BANNER' | 'ACCOUNT' } },
    ) {
        const declared = orThrow(
            ctx,
            await this.consents.declare(ctx, {
                purposes: input.purposes.map(purposeOf),
                textVersion: input.textVersion,
                method: input.place === 'BANNER' ? 'banner' : 'account',
            }),
        );
        return {
            ...declared,
            purposes: declared.purposes.map(purposeName),
            method: methodName(declared.method),
        };
    }
}

/** Names the values of enumerations as GraphQL does, in both APIs. */
@Resolver('EfiConsentRecord')
export class ConsentRecordResolver {
    @ResolveField()
    purpose(@Parent() { purpose }: EfiGdprConsent): PurposeName {
        return purposeName(purpose);
    }

    @ResolveField()
    method(@Parent() { method }: EfiGdprConsent): string {
        return methodName(method);
    }
}

/** As {@link ConsentRecordResolver}. */
@Resolver('EfiConsentText')
export class ConsentTextResolver {
    @ResolveField()
    purpose(@Parent() { purpose }: EfiGdprConsentText): PurposeName {
        return purposeName(purpose);
    }
}
