import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, Permission, RequestContext, UserInputError } from '@vendure/core';
import { statesBefore } from '../domain/privacy-request';
import {
    type AskedByMail,
    type Confirmed,
    type MailLinkView,
    MailRequests,
} from '../infrastructure/by-mail/mail-requests';
import type { EfiGdprRequest } from '../infrastructure/entities';
import { type ExportLink, Exports, MAILED_EXPORT_ROUTE } from '../infrastructure/exports';
import { LONGEST_NOTE } from '../infrastructure/privacy-requests';
import { RequestQueue } from '../infrastructure/request-queue';
import { PrivacyRefusedError } from './refused.error';

const LONGEST_ADDRESS = 254;

/** For everybody: who ordered as a guest has an e-mail address, and no more. Transactions are the service's own. */
@Resolver()
export class ByMailResolver {
    constructor(
        private readonly byMail: MailRequests,
        private readonly queue: RequestQueue,
    ) {}

    @Query()
    @Allow(Permission.Public)
    async efiPrivacyMailLink(@Args() { token }: { token: string }): Promise<MailLinkView | null> {
        return (await this.byMail.show(token)) ?? null;
    }

    @Mutation()
    @Allow(Permission.Public)
    async askEfiPrivacyByMail(@Ctx() ctx: RequestContext, @Args() { input }: { input: AskedByMail }) {
        if (input.emailAddress.length > LONGEST_ADDRESS) {
            throw new UserInputError(`"emailAddress" has more than ${LONGEST_ADDRESS} characters.`);
        }
        if ((input.note?.length ?? 0) > LONGEST_NOTE) {
            throw new UserInputError(`"note" has more than ${LONGEST_NOTE} characters.`);
        }
        await this.byMail.ask(ctx, input);
        return { success: true };
    }

    @Mutation()
    @Allow(Permission.Public)
    async confirmEfiPrivacyByMail(
        @Ctx() ctx: RequestContext,
        @Args() { token }: { token: string },
    ): Promise<Confirmed | PrivacyRefusedError> {
        const confirmed = await this.byMail.confirm(ctx, token);
        if (typeof confirmed !== 'string') {
            await this.queue.add(ctx, confirmed.request.id);
        }
        return PrivacyRefusedError.orRequest(ctx, confirmed);
    }

    @Mutation()
    @Allow(Permission.Public)
    async cancelEfiPrivacyByMail(
        @Ctx() ctx: RequestContext,
        @Args() { token }: { token: string },
    ): Promise<EfiGdprRequest | PrivacyRefusedError> {
        return PrivacyRefusedError.orRequest(ctx, await this.byMail.cancel(ctx, token));
    }
}

@Resolver('EfiPrivacyMailedRequest')
export class MailedRequestResolver {
    constructor(private readonly exports: Exports) {}

    @ResolveField()
    canCancel(@Parent() { state }: EfiGdprRequest): boolean {
        return statesBefore('cancel').includes(state);
    }

    /** Whoever gets to see a request here has its link. */
    @ResolveField()
    async download(@Parent() { id }: EfiGdprRequest): Promise<ExportLink | null> {
        return (await this.exports.link(id, MAILED_EXPORT_ROUTE)) ?? null;
    }
}

/** Tells the members of the union apart. */
@Resolver('ConfirmEfiPrivacyByMailResult')
export class ConfirmByMailResultResolver {
    @ResolveField()
    __resolveType(value: object): string {
        return value instanceof PrivacyRefusedError ? value.__typename : 'EfiPrivacyConfirmed';
    }
}

/** Tells the members of the union apart. */
@Resolver('CancelEfiPrivacyByMailResult')
export class CancelByMailResultResolver {
    @ResolveField()
    __resolveType(value: object): string {
        return value instanceof PrivacyRefusedError ? value.__typename : 'EfiPrivacyMailedRequest';
    }
}
