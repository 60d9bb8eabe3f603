import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Ctx, OrderService, Permission, RequestContext } from '@vendure/core';
import { type OrderKey, OrderKeys } from '../order-keys';
import { ORDER_ACCESS_OPTIONS, type OrderAccessOptions } from '../order-access.options';

const HOUR = 60 * 60;

@Resolver()
export class OrderKeyShopResolver {
    constructor(
        private readonly orders: OrderService,
        private readonly keys: OrderKeys,
        @Inject(ORDER_ACCESS_OPTIONS) private readonly options: Required<OrderAccessOptions>,
    ) {}

    @Query()
    @Allow(Permission.Public)
    efiOrderKeyOpens(@Args() { orderCode, key }: { orderCode: string; key: string }): boolean {
        return this.keys.opens(key, orderCode);
    }

    @Mutation()
    @Allow(Permission.Public)
    async createEfiOrderKey(
        @Ctx() ctx: RequestContext,
        @Args() { orderCode, emailAddress }: { orderCode: string; emailAddress: string },
    ): Promise<OrderKey | null> {
        const order = await this.orders.findOneByCode(ctx, orderCode, ['customer', 'customer.user']);
        const customer = order?.customer;
        return order &&
            customer &&
            !customer.user?.verified &&
            plain(customer.emailAddress) === plain(emailAddress)
            ? this.keys.issue(order.code, this.options.hoursOfLookup * HOUR)
            : null;
    }
}

/** As shoppers take two addresses for the same. */
function plain(emailAddress: string): string {
    return emailAddress.trim().toLowerCase();
}
