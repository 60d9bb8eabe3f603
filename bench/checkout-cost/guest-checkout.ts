import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { delivering } from '../../e2e/support/delivering';
import { GraphQlClient } from '../../e2e/support/graphql-client';

const ORDER = `__typename id code state totalQuantity subTotalWithTax shippingWithTax totalWithTax
    lines { id quantity linePriceWithTax productVariant { id name sku } }`;
const RESULT = `{ ... on Order { ${ORDER} } ... on ErrorResult { errorCode message } }`;

/** One guest's way from the first item to the confirmation, as the storefront goes it. */
export interface CheckoutTiming {
    readonly totalMs: number;
    /** Of the last two mutations: leaving the cart, and paying. */
    readonly payingMs: number;
}

/**
 * @param shopApi - Address of the Shop API.
 * @param variantIds - What goes into the cart.
 * @param paymentMethod - Code of the payment method.
 * @throws Error when the order is not paid at the end.
 */
export async function guestCheckout(
    shopApi: string,
    variantIds: readonly string[],
    paymentMethod: string,
): Promise<CheckoutTiming> {
    const client = new GraphQlClient(shopApi);
    const started = performance.now();
    for (const id of variantIds) {
        await client.run(
            `mutation ($id: ID!) { addItemToOrder(productVariantId: $id, quantity: 1) ${RESULT} }`,
            {
                id,
            },
        );
    }
    await client.run(`{ activeOrder { ${ORDER} } }`);
    await client.run(
        `mutation ($email: String!) { setCustomerForOrder(input: { firstName: "Ada", lastName: "King", emailAddress: $email }) ${RESULT} }`,
        { email: `${randomUUID()}@example.com` },
    );
    await client.run(
        `mutation { setOrderShippingAddress(input: { fullName: "Ada King", streetLine1: "Ring 1", city: "Wien", postalCode: "1010", countryCode: "AT" }) ${RESULT} }`,
    );
    const { eligibleShippingMethods } = await client.run<{
        eligibleShippingMethods: Array<{ id: string; code: string }>;
    }>(`{ eligibleShippingMethods { id code name priceWithTax } }`);
    await client.run(`mutation ($ids: [ID!]!) { setOrderShippingMethod(shippingMethodId: $ids) ${RESULT} }`, {
        ids: delivering(eligibleShippingMethods).slice(0, 1),
    });
    await client.run(`{ eligiblePaymentMethods { id code name isEligible } }`);
    const payingFrom = performance.now();
    await client.run(
        `mutation {
            transitionOrderToState(state: "ArrangingPayment") {
                ... on Order { ${ORDER} }
                ... on OrderStateTransitionError { errorCode message transitionError }
            }
        }`,
    );
    const { addPaymentToOrder: order } = await client.run<{
        addPaymentToOrder: { code: string; state: string };
    }>(
        `mutation ($method: String!) { addPaymentToOrder(input: { method: $method, metadata: {} }) ${RESULT} }`,
        {
            method: paymentMethod,
        },
    );
    const paidAt = performance.now();
    if (order.state !== 'PaymentSettled') {
        throw new Error(`Order ${order.code} is ${order.state}, not PaymentSettled.`);
    }
    await client.run(`query ($code: String!) { orderByCode(code: $code) { ${ORDER} } }`, {
        code: order.code,
    });
    return { totalMs: performance.now() - started, payingMs: paidAt - payingFrom };
}

/**
 * The same order in one request, as an agent or a wallet sends it that knows all of it beforehand.
 *
 * @param shippingMethodId - Of a way to deliver that the shop has.
 * @throws Error when the order is not paid at the end.
 */
export async function checkoutAtOnce(
    shopApi: string,
    variantIds: readonly string[],
    paymentMethod: string,
    shippingMethodId: string,
): Promise<CheckoutTiming> {
    const client = new GraphQlClient(shopApi);
    const started = performance.now();
    const { addPaymentToOrder: order } = await client.run<{
        addPaymentToOrder: { code: string; state: string };
    }>(
        `mutation ($items: [AddItemInput!]!, $input: ArrangeEfiOrderInput!, $method: String!) {
            addItemsToOrder(inputs: $items) { errorResults { ... on ErrorResult { errorCode message } } }
            arrangeEfiOrder(input: $input) { __typename ... on ErrorResult { errorCode message } }
            addPaymentToOrder(input: { method: $method, metadata: {} }) ${RESULT}
        }`,
        {
            items: variantIds.map(productVariantId => ({ productVariantId, quantity: 1 })),
            input: {
                customer: { firstName: 'Ada', lastName: 'King', emailAddress: `${randomUUID()}@example.com` },
                shippingAddress: {
                    fullName: 'Ada King',
                    streetLine1: 'Ring 1',
                    city: 'Wien',
                    postalCode: '1010',
                    countryCode: 'AT',
                },
                shippingMethodIds: [shippingMethodId],
            },
            method: paymentMethod,
        },
    );
    if (order.state !== 'PaymentSettled') {
        throw new Error(`Order ${order.code} is ${order.state}, not PaymentSettled.`);
    }
    const totalMs = performance.now() - started;
    return { totalMs, payingMs: totalMs };
}
