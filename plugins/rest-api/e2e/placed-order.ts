import type { SimpleGraphQLClient } from '@vendure/testing';
import { parse } from 'graphql';

/** Buys a variant at the Shop API as whoever the client is signed in as. @returns the order's code. */
export async function placeOrder(shopper: SimpleGraphQLClient, variantId = 'T_1'): Promise<string> {
    const { addPaymentToOrder } = await shopper.query<{ addPaymentToOrder: { code: string } }>(
        parse(`mutation {
            addItemToOrder(productVariantId: "${variantId}", quantity: 2) { __typename }
            setOrderShippingAddress(input: { fullName: "Ada L", streetLine1: "Ring 1", postalCode: "1010",
                countryCode: "AT" }) { __typename }
            setOrderShippingMethod(shippingMethodId: ["T_1"]) { __typename }
            transitionOrderToState(state: "ArrangingPayment") { __typename }
            addPaymentToOrder(input: { method: "card", metadata: { public: {}, secret: "swordfish" } }) {
                ... on Order { code }
                ... on ErrorResult { message }
            }
        }`),
    );
    return addPaymentToOrder.code;
}
