import { checkoutContracts, type CheckoutRefusal, retryTransaction } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { CreateAddressInput, CreateCustomerInput } from '@vendure/common/lib/generated-shop-types';
import {
    ActiveOrderService,
    ConfigService,
    CountryService,
    type ID,
    Order,
    OrderService,
    type RequestContext,
    TransactionalConnection,
    UserInputError,
} from '@vendure/core';
import { NoActiveOrderError } from '@vendure/core/dist/common/error/generated-graphql-shop-errors';
import { ORDER_INTEGRITY_OPTIONS, type ResolvedOrderIntegrityOptions } from '../../order-integrity.options';

export interface ArrangeOrderInput {
    readonly customer?: CreateCustomerInput | null;
    readonly shippingAddress?: CreateAddressInput | null;
    readonly billingAddress?: CreateAddressInput | null;
    readonly shippingMethodIds?: ID[] | null;
    readonly couponCodes?: string[] | null;
}

/** Each is looked up, and prices are made anew for it. */
const MOST_COUPONS = 10;

/**
 * A checkout up to its payment in one transaction, with the steps that Vendure's own mutations take, in the order in
 * which a storefront asks for them.
 */
@Injectable()
export class ArrangeOrder {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly activeOrders: ActiveOrderService,
        private readonly orders: OrderService,
        private readonly countries: CountryService,
        private readonly config: ConfigService,
        @Inject(ORDER_INTEGRITY_OPTIONS) private readonly options: ResolvedOrderIntegrityOptions,
    ) {}

    /**
     * @returns The order, ready to be paid, or why it is not. Then nothing of it was kept.
     * @throws UserInputError for an unknown country, or too many coupons.
     */
    async execute(ctx: RequestContext, input: ArrangeOrderInput): Promise<Order | CheckoutRefusal> {
        if ((input.couponCodes?.length ?? 0) > MOST_COUPONS) {
            throw new UserInputError(`At most ${MOST_COUPONS} coupon codes can be given at once.`);
        }
        try {
            return await retryTransaction(
                () => this.connection.withTransaction(ctx, transaction => this.arrange(transaction, input)),
                { retries: this.options.transactionRetries },
            );
        } catch (error) {
            if (error instanceof Refused) {
                return error.refusal;
            }
            throw error;
        }
    }

    private async arrange(ctx: RequestContext, input: ArrangeOrderInput): Promise<Order> {
        const { id } = await this.openOrder(ctx);
        const { couponCodes, shippingMethodIds } = input;
        await this.setCustomer(ctx, id, input.customer);
        await this.setAddresses(ctx, id, input);
        for (const code of couponCodes ?? []) {
            accepted(await this.orders.applyCouponCode(ctx, id, code));
        }
        if (shippingMethodIds?.length) {
            accepted(await this.orders.setShippingMethod(ctx, id, shippingMethodIds));
        }
        const contracts = checkoutContracts(this.connection.rawConnection);
        const refusal = await contracts.arrange(ctx, id, { ...input });
        if (refusal) {
            throw new Refused(refusal);
        }
        return accepted(await this.orders.transitionToState(ctx, id, 'ArrangingPayment'));
    }

    /** Who asks twice finds the order waiting for its payment, and may change it as long as nothing was paid. */
    private async openOrder(ctx: RequestContext): Promise<Order> {
        const order = ctx.authorizedAsOwnerOnly
            ? await this.activeOrders.getActiveOrder(ctx, undefined)
            : undefined;
        if (!order) {
            throw new Refused(new NoActiveOrderError());
        }
        return order.state === 'ArrangingPayment'
            ? accepted(await this.orders.transitionToState(ctx, order.id, 'AddingItems'))
            : order;
    }

    private async setCustomer(
        ctx: RequestContext,
        orderId: ID,
        input: ArrangeOrderInput['customer'],
    ): Promise<void> {
        if (!input) {
            return;
        }
        const order = await this.connection.getEntityOrThrow(ctx, Order, orderId);
        const { guestCheckoutStrategy } = this.config.orderOptions;
        const customer = accepted(await guestCheckoutStrategy.setCustomerForOrder(ctx, order, input));
        await this.orders.addCustomerToOrder(ctx, orderId, customer);
    }

    /** Vendure makes the prices anew for each address: given both, once is enough. */
    private async setAddresses(
        ctx: RequestContext,
        orderId: ID,
        { shippingAddress, billingAddress }: ArrangeOrderInput,
    ): Promise<void> {
        if (shippingAddress && billingAddress) {
            const country = await this.countries.findOneByCode(ctx, billingAddress.countryCode);
            await this.connection
                .getRepository(ctx, Order)
                .update(orderId, { billingAddress: { ...billingAddress, country: country.name } });
        } else if (billingAddress) {
            await this.orders.setBillingAddress(ctx, orderId, billingAddress);
        }
        if (shippingAddress) {
            await this.orders.setShippingAddress(ctx, orderId, shippingAddress);
        }
    }
}

/** Thrown so that the transaction is taken back. */
class Refused extends Error {
    constructor(readonly refusal: CheckoutRefusal) {
        super(refusal.message);
    }
}

function accepted<T extends object>(result: T): Exclude<T, { errorCode: unknown }> {
    if ('errorCode' in result) {
        throw new Refused(result as unknown as CheckoutRefusal);
    }
    return result as Exclude<T, { errorCode: unknown }>;
}
