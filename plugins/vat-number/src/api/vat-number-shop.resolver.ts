import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import {
    ActiveOrderService,
    Allow,
    Ctx,
    type Order,
    OrderService,
    Permission,
    RequestContext,
    Transaction,
} from '@vendure/core';
import {
    NoActiveOrderError,
    OrderModificationError,
} from '@vendure/core/dist/common/error/generated-graphql-shop-errors';
import { readVatNumber, type VatNumberProblem } from '../read-vat-number';
import { VAT_NUMBER, vatNumberOf } from '../vat-number-field';
import { problemMessages } from '../vat-number.messages';

class EfiVatNumberInvalidError {
    readonly __typename = 'EfiVatNumberInvalidError';
    readonly errorCode = 'EFI_VAT_NUMBER_INVALID_ERROR';
    readonly message: string;

    constructor(
        ctx: RequestContext,
        readonly problem: VatNumberProblem,
    ) {
        this.message = ctx.translate(`message.${problemMessages[problem]}`);
    }
}

type Result = Order | EfiVatNumberInvalidError | NoActiveOrderError | OrderModificationError;

/** The states in which a cart is changed. */
const CHANGING: readonly string[] = ['AddingItems', 'Draft'];

@Resolver()
export class VatNumberShopResolver {
    constructor(
        private readonly activeOrders: ActiveOrderService,
        private readonly orders: OrderService,
    ) {}

    @Mutation()
    @Transaction()
    @Allow(Permission.UpdateOrder, Permission.Owner)
    async setEfiVatNumber(
        @Ctx() ctx: RequestContext,
        @Args() { vatNumber, country }: { vatNumber?: string | null; country?: string | null },
    ): Promise<Result> {
        const order = await this.activeOrders.getActiveOrder(ctx, undefined);
        if (!order) {
            return new NoActiveOrderError();
        }
        if (!CHANGING.includes(order.state)) {
            return new OrderModificationError();
        }
        const text = vatNumber?.trim();
        const reading = text ? readVatNumber(text, country ?? undefined) : undefined;
        if (reading?.ok === false) {
            return new EfiVatNumberInvalidError(ctx, reading.problem);
        }
        return reading?.vatNumber === vatNumberOf(order)
            ? order
            : this.orders.updateCustomFields(ctx, order.id, { [VAT_NUMBER]: reading?.vatNumber ?? null });
    }
}

/** Tells the members of the union apart. */
@Resolver('SetEfiVatNumberResult')
export class SetVatNumberResultResolver {
    @ResolveField()
    __resolveType(value: Result): string {
        return 'errorCode' in value ? value.__typename : 'Order';
    }
}
