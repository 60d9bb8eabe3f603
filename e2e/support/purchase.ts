import { delivering } from './delivering';
import type { GraphQlClient } from './graphql-client';

export interface Cart {
    readonly code: string;
    readonly state: string;
    readonly totalQuantity: number;
    readonly totalWithTax: number;
}

const CART = `code state totalQuantity totalWithTax`;
const OR_ERROR = `... on ErrorResult { errorCode message }`;

/** The steps of a guest's purchase, by the Shop API, as the storefront takes them. */
export class Purchase {
    constructor(private readonly shop: GraphQlClient) {}

    async cart(): Promise<Cart | null> {
        return (await this.shop.run<{ activeOrder: Cart | null }>(`{ activeOrder { ${CART} } }`)).activeOrder;
    }

    async add(variantId: string, quantity = 1): Promise<Cart> {
        const { addItemToOrder } = await this.shop.run<{ addItemToOrder: Cart }>(
            `mutation ($variantId: ID!, $quantity: Int!) {
                addItemToOrder(productVariantId: $variantId, quantity: $quantity) { ... on Order { ${CART} } ${OR_ERROR} }
            }`,
            { variantId, quantity },
        );
        return addItemToOrder;
    }

    /** Everything between the cart and the payment: who, where to, how. */
    async checkOut(): Promise<void> {
        await this.prepare();
        await this.shop.run(`mutation { transitionOrderToState(state: "ArrangingPayment") { ${OR_ERROR} } }`);
    }

    /** Who and where to, without the step that leaves the cart. */
    async prepare(): Promise<void> {
        await this.shop.run(
            `mutation { setCustomerForOrder(input: { firstName: "Ada", lastName: "King", emailAddress: "ada@example.com" }) { ${OR_ERROR} } }`,
        );
        await this.shop.run(
            `mutation { setOrderShippingAddress(input: { fullName: "Ada King", streetLine1: "Ring 1", city: "Wien", postalCode: "1010", countryCode: "AT" }) { ${OR_ERROR} } }`,
        );
        const { eligibleShippingMethods } = await this.shop.run<{
            eligibleShippingMethods: Array<{ id: string; code: string }>;
        }>(`{ eligibleShippingMethods { id code } }`);
        await this.shop.run(
            `mutation ($ids: [ID!]!) { setOrderShippingMethod(shippingMethodId: $ids) { ${OR_ERROR} } }`,
            { ids: delivering(eligibleShippingMethods) },
        );
    }

    async pay(): Promise<Cart> {
        const { addPaymentToOrder } = await this.shop.run<{ addPaymentToOrder: Cart }>(
            `mutation { addPaymentToOrder(input: { method: "dummy", metadata: {} }) { ... on Order { ${CART} } ${OR_ERROR} } }`,
        );
        return addPaymentToOrder;
    }

    async orderByCode(code: string): Promise<Cart | null> {
        const { orderByCode } = await this.shop.run<{ orderByCode: Cart | null }>(
            `query ($code: String!) { orderByCode(code: $code) { ${CART} } }`,
            { code },
        );
        return orderByCode;
    }
}
