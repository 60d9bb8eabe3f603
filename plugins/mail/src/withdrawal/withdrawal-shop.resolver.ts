import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, Permission, RequestContext, Transaction, UserInputError } from '@vendure/core';
import { Withdrawals } from './withdrawals';

interface Input {
    readonly orderCode: string;
    readonly emailAddress: string;
    readonly name: string;
    readonly goods?: string | null;
}

const longest = { orderCode: 64, emailAddress: 254, name: 255, goods: 1000 } as const;

/** For everybody: who ordered as a guest withdraws too. Order code and e-mail together are what a guest has. */
@Resolver()
export class WithdrawalShopResolver {
    constructor(private readonly withdrawals: Withdrawals) {}

    @Mutation()
    @Transaction()
    @Allow(Permission.Public)
    async declareEfiWithdrawal(
        @Ctx() ctx: RequestContext,
        @Args() { input }: { input: Input },
    ): Promise<{ orderCode: string; declaredAt: Date } | null> {
        const declaration = {
            orderCode: text(input, 'orderCode'),
            emailAddress: text(input, 'emailAddress'),
            name: text(input, 'name'),
            goods: text(input, 'goods'),
        };
        if (!declaration.name) {
            throw new UserInputError('"name" is empty: it says who withdraws.');
        }
        const declaredAt = await this.withdrawals.declare(ctx, declaration);
        return declaredAt ? { orderCode: declaration.orderCode, declaredAt } : null;
    }
}

/** @throws UserInputError when it is too long. */
function text(input: Input, field: keyof typeof longest): string {
    const value = (input[field] ?? '').trim();
    if (value.length > longest[field]) {
        throw new UserInputError(`"${field}" has more than ${longest[field]} characters.`);
    }
    return value;
}
