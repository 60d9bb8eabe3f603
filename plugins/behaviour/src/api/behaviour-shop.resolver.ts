import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type ConsentPurpose, declaredConsent } from '@efi/plugin-kit';
import { Allow, Ctx, type ID, Permission, RequestContext, UserInputError } from '@vendure/core';
import { readActs, type ReportedAct } from '../application/read-acts';
import { CustomerBehaviour } from '../infrastructure/customer-behaviour';
import { ReportedActs } from '../infrastructure/events/reported-acts';

const LARGEST_ID = 2 ** 31 - 1;

@Resolver()
export class BehaviourShopResolver {
    constructor(
        private readonly reported: ReportedActs,
        private readonly customers: CustomerBehaviour,
    ) {}

    // Public, not Owner: that would make a session for whoever only looks.
    @Mutation()
    @Allow(Permission.Public)
    recordEfiBehaviour(@Ctx() ctx: RequestContext, @Args() { input }: { input: ReportedAct[] }): number {
        const read = readActs(input, isId);
        if (!read.ok) {
            throw new UserInputError(read.problem);
        }
        return this.reported.take(ctx, read.acts);
    }

    @Mutation()
    @Allow(Permission.Public)
    async declareEfiConsent(
        @Ctx() ctx: RequestContext,
        @Args() args: { purposes: Uppercase<ConsentPurpose>[] },
    ): Promise<{ purposes: string[] }> {
        const purposes = declaredConsent({
            'efi-consent': args.purposes.join(' '),
            'sec-gpc': ctx.req?.headers['sec-gpc'],
        });
        await this.customers.decide(ctx, purposes);
        return {
            purposes: [...purposes]
                .filter(purpose => purpose !== 'necessary')
                .map(purpose => purpose.toUpperCase()),
        };
    }
}

function isId(id: ID): boolean {
    const value = Number(id);
    return Number.isInteger(value) && value > 0 && value <= LARGEST_ID;
}
