import {
    type OrderIntegrityOptions,
    orderIntegrityMigrations,
    OrderIntegrityPlugin,
} from '@efi/order-integrity-plugin';
import { pickUpMigrations, PickUpPlugin } from '@efi/pick-up-plugin';
import { testShop } from '@efi/plugin-kit/testing';
import { vatNumberMigrations, VatNumberPlugin } from '@efi/vat-number-plugin';
import type { PartialVendureConfig } from '@vendure/core';
import type { SimpleGraphQLClient } from '@vendure/testing';
import { parse } from 'graphql';

/** Set to 1, the suites run against Vendure without the plugin, and show what it is needed for. */
export const isWithoutPlugin = process.env.EFI_WITHOUT_ORDER_INTEGRITY === '1';

/** Whom the shop begins with. */
export const CUSTOMER = 'hayden.zieme12@hotmail.com';

/** A small shop with the plugin, on a PostgreSQL database of its own. Begin and end it in the suite's hooks. */
export async function orderIntegrityShop(
    extra: PartialVendureConfig = {},
    options: OrderIntegrityOptions = {},
) {
    const shop = await testShop({
        plugins: [
            VatNumberPlugin.init(),
            PickUpPlugin.init(),
            ...(isWithoutPlugin ? [] : [OrderIntegrityPlugin.init(options)]),
        ],
        migrations: [...orderIntegrityMigrations, ...vatNumberMigrations, ...pickUpMigrations],
        customerCount: 1,
        config: extra,
    });
    return {
        ...shop,
        /** A customer who has signed in never before; the password is `test`. */
        createCustomer: (email: string) =>
            shop.adminClient.query(
                parse(`mutation ($email: String!) {
                    createCustomer(input: { emailAddress: $email, firstName: "A", lastName: "B" }, password: "test") {
                        __typename
                    }
                }`),
                { email },
            ),
        /** A shopper with a session of its own. */
        shopper: () => new Shopper(shop.newShopClient()),
    };
}

export type Shop = Awaited<ReturnType<typeof orderIntegrityShop>>;

/** What a shopper does in the Shop API. */
export class Shopper {
    /** Of messages. */
    language = 'en';

    constructor(readonly client: SimpleGraphQLClient) {}

    query<T>(document: string, variables?: Record<string, unknown>): Promise<T> {
        return this.client.query<T>(parse(document), variables, { languageCode: this.language });
    }

    /** Has the server make the session that the requests after this one share. */
    async begin(): Promise<this> {
        await this.query('{ activeOrder { id } }');
        return this;
    }

    /** As one of the shop's customers. The cart of the session goes along. */
    async signIn(email = CUSTOMER): Promise<this> {
        await this.query(
            'mutation ($email: String!) { login(username: $email, password: "test") { __typename } }',
            { email },
        );
        return this;
    }

    add(variant: number | string = 1, quantity = 1) {
        return this.query<{ addItemToOrder: { __typename: string; id?: string; totalQuantity?: number } }>(
            `mutation ($variant: ID!, $quantity: Int!) {
                addItemToOrder(productVariantId: $variant, quantity: $quantity) {
                    __typename ... on Order { id totalQuantity } ... on ErrorResult { errorCode message }
                }
            }`,
            { variant: `T_${variant}`, quantity },
        ).then(({ addItemToOrder }) => addItemToOrder);
    }

    /** A cart that lacks nothing but its payment. Signed-in customers give no address of theirs. */
    async fillCart(guest?: string): Promise<this> {
        await this.add();
        if (guest) {
            await this.query(
                `mutation ($email: String!) {
                    setCustomerForOrder(input: { emailAddress: $email, firstName: "A", lastName: "B" }) { __typename }
                }`,
                { email: guest },
            );
        }
        await this.query('mutation { setOrderShippingMethod(shippingMethodId: ["T_1"]) { __typename } }');
        return this;
    }

    applyCoupon(code: string) {
        return this.query<{ applyCouponCode: { __typename: string } }>(
            'mutation ($code: String!) { applyCouponCode(couponCode: $code) { __typename } }',
            { code },
        ).then(({ applyCouponCode }) => applyCouponCode.__typename);
    }

    /** @returns `undefined`, or why the order may not be there. */
    async transition(state: string): Promise<string | undefined> {
        const { transitionOrderToState: result } = await this.query<{
            transitionOrderToState: { transitionError?: string };
        }>(
            `mutation ($state: String!) {
                transitionOrderToState(state: $state) { ... on OrderStateTransitionError { transitionError } }
            }`,
            { state },
        );
        return result.transitionError;
    }

    /** @returns The state of the order afterwards, or the error's type. */
    async pay(method = 'card'): Promise<string> {
        const { addPaymentToOrder: result } = await this.query<{
            addPaymentToOrder: { __typename: string; state?: string };
        }>(
            `mutation ($method: String!) {
                addPaymentToOrder(input: { method: $method, metadata: {} }) { __typename ... on Order { state } }
            }`,
            { method },
        );
        return result.state ?? result.__typename;
    }

    async order() {
        const { activeOrder } = await this.query<{
            activeOrder: {
                id: string;
                state: string;
                totalWithTax: number;
                couponCodes: string[];
                lines: { id: string }[];
            };
        }>('{ activeOrder { id state totalWithTax couponCodes lines { id } } }');
        return activeOrder;
    }
}
