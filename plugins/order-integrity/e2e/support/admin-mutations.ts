import { parse } from 'graphql';
import type { Shop } from './shop';
import { newEmail, type PrepareScenario, RESULT } from './shop-mutations';

/** What a mutation can name in its variables. */
interface OrderParts {
    readonly order: string;
    readonly line?: string;
    readonly payment?: string;
    readonly fulfillment?: string;
    readonly refund?: string;
}

type PrepareOrder = (shop: Shop) => Promise<OrderParts>;

function on(prepare: PrepareOrder, document: string): PrepareScenario {
    return async shop => {
        const parts = await prepare(shop);
        return { orderId: parts.order, run: () => admin(shop, document, parts) };
    };
}

function admin<T = unknown>(shop: Shop, document: string, variables: object = {}): Promise<T> {
    return shop.adminClient.query<T>(parse(document), { ...variables });
}

const inPayment: PrepareOrder = async shop => {
    const shopper = await shop.shopper().fillCart(newEmail());
    await shopper.transition('ArrangingPayment');
    return { order: (await shopper.order()).id };
};

function paid(method: 'card' | 'invoice'): PrepareOrder {
    return async shop => {
        const shopper = await shop.shopper().fillCart(newEmail());
        const { id, lines } = await shopper.order();
        await shopper.transition('ArrangingPayment');
        await shopper.pay(method);
        const { order } = await admin<{ order: { payments: { id: string }[] } }>(
            shop,
            'query ($id: ID!) { order(id: $id) { payments { id } } }',
            { id },
        );
        return { order: id, line: lines[0]?.id, payment: order.payments[0]?.id };
    };
}

const settled = paid('card');
const authorised = paid('invoice');

const FULFIL = `mutation ($line: ID!) { addFulfillmentToOrder(input: { lines: [{ orderLineId: $line, quantity: 1 }],
    handler: { code: "manual-fulfillment", arguments: [{ name: "method", value: "post" }, { name: "trackingCode", value: "" }] } })
    { __typename ... on Fulfillment { id } ... on ErrorResult { errorCode message } } }`;

const fulfilled: PrepareOrder = async shop => {
    const parts = await settled(shop);
    const { addFulfillmentToOrder } = await admin<{ addFulfillmentToOrder: { id: string } }>(
        shop,
        FULFIL,
        parts,
    );
    return { ...parts, fulfillment: addFulfillmentToOrder.id };
};

const REFUND = `mutation ($payment: ID!) { refundOrder(input: { paymentId: $payment, amount: 100, lines: [], shipping: 0,
    adjustment: 0 }) { __typename ... on Refund { id } ... on ErrorResult { errorCode message } } }`;

const refunded: PrepareOrder = async shop => {
    const parts = await settled(shop);
    const { refundOrder } = await admin<{ refundOrder: { id: string } }>(shop, REFUND, parts);
    return { ...parts, refund: refundOrder.id };
};

const modifying: PrepareOrder = async shop => {
    const parts = await settled(shop);
    await admin(
        shop,
        'mutation ($order: ID!) { transitionOrderToState(id: $order, state: "Modifying") { __typename } }',
        parts,
    );
    return parts;
};

const ADD_TO_DRAFT = `mutation ($order: ID!) { addItemToDraftOrder(orderId: $order, input: { productVariantId: "T_1",
    quantity: 1 }) { __typename ... on Order { lines { id } } ... on ErrorResult { errorCode message } } }`;

const draft: PrepareOrder = async shop => {
    const { createDraftOrder } = await admin<{ createDraftOrder: { id: string } }>(
        shop,
        'mutation { createDraftOrder { id } }',
    );
    const order = createDraftOrder.id;
    const { addItemToDraftOrder } = await admin<{ addItemToDraftOrder: { lines: { id: string }[] } }>(
        shop,
        ADD_TO_DRAFT,
        { order },
    );
    return { order, line: addItemToDraftOrder.lines[0]?.id };
};

/** A cart in a second market, which the shipping method of the cart is about to leave. */
const cartInAnotherMarket: PrepareOrder = async shop => {
    const shopper = await shop.shopper().fillCart(newEmail());
    const { id } = await shopper.order();
    await shop.sql(
        `INSERT INTO order_channels_channel ("orderId", "channelId")
         SELECT $1, id FROM channel WHERE code = 'second-market'`,
        [id.replace('T_', '')],
    );
    return { order: id };
};

const ADDRESS = 'input: { countryCode: "AT", streetLine1: "Ring 1" }';

/** Every mutation of the Admin API that changes an order, ready to run. */
export const adminMutations: Record<string, PrepareScenario> = {
    addFulfillmentToOrder: on(settled, FULFIL),
    addItemToDraftOrder: on(draft, ADD_TO_DRAFT),
    addManualPaymentToOrder: on(
        inPayment,
        `mutation ($order: ID!) { addManualPaymentToOrder(input: { orderId: $order, method: "bank", metadata: {} }) ${RESULT} }`,
    ),
    adjustDraftOrderLine: on(
        draft,
        `mutation ($order: ID!, $line: ID!) { adjustDraftOrderLine(orderId: $order, input: { orderLineId: $line, quantity: 2 }) ${RESULT} }`,
    ),
    applyCouponCodeToDraftOrder: on(
        draft,
        `mutation ($order: ID!) { applyCouponCodeToDraftOrder(orderId: $order, couponCode: "SAVE") ${RESULT} }`,
    ),
    cancelOrder: on(settled, `mutation ($order: ID!) { cancelOrder(input: { orderId: $order }) ${RESULT} }`),
    cancelPayment: on(authorised, `mutation ($payment: ID!) { cancelPayment(id: $payment) ${RESULT} }`),
    deleteDraftOrder: on(draft, 'mutation ($order: ID!) { deleteDraftOrder(orderId: $order) { result } }'),
    modifyOrder: on(
        modifying,
        `mutation ($order: ID!) { modifyOrder(input: { dryRun: false, orderId: $order, updateShippingAddress: { streetLine1: "Ring 1", countryCode: "AT" } }) ${RESULT} }`,
    ),
    refundOrder: on(settled, REFUND),
    removeCouponCodeFromDraftOrder: on(
        draft,
        'mutation ($order: ID!) { removeCouponCodeFromDraftOrder(orderId: $order, couponCode: "SAVE") { __typename } }',
    ),
    removeDraftOrderLine: on(
        draft,
        `mutation ($order: ID!, $line: ID!) { removeDraftOrderLine(orderId: $order, orderLineId: $line) ${RESULT} }`,
    ),
    removeShippingMethodsFromChannel: on(
        cartInAnotherMarket,
        'mutation { removeShippingMethodsFromChannel(input: { shippingMethodIds: ["T_1"], channelId: "T_2" }) { id } }',
    ),
    setCustomerForDraftOrder: on(
        draft,
        `mutation ($order: ID!) { setCustomerForDraftOrder(orderId: $order, customerId: "T_1") ${RESULT} }`,
    ),
    setDraftOrderBillingAddress: on(
        draft,
        `mutation ($order: ID!) { setDraftOrderBillingAddress(orderId: $order, ${ADDRESS}) { __typename } }`,
    ),
    setDraftOrderCustomFields: on(
        draft,
        'mutation ($order: ID!) { setDraftOrderCustomFields(orderId: $order, input: { id: $order, customFields: { message: "Hello" } }) { __typename } }',
    ),
    setDraftOrderShippingAddress: on(
        draft,
        `mutation ($order: ID!) { setDraftOrderShippingAddress(orderId: $order, ${ADDRESS}) { __typename } }`,
    ),
    setDraftOrderShippingMethod: on(
        draft,
        `mutation ($order: ID!) { setDraftOrderShippingMethod(orderId: $order, shippingMethodId: "T_1") ${RESULT} }`,
    ),
    setOrderCustomFields: on(
        settled,
        'mutation ($order: ID!) { setOrderCustomFields(input: { id: $order, customFields: { message: "Hello" } }) { __typename } }',
    ),
    setOrderCustomer: on(
        settled,
        'mutation ($order: ID!) { setOrderCustomer(input: { orderId: $order, customerId: "T_1" }) { __typename } }',
    ),
    settlePayment: on(authorised, `mutation ($payment: ID!) { settlePayment(id: $payment) ${RESULT} }`),
    settleRefund: on(
        refunded,
        `mutation ($refund: ID!) { settleRefund(input: { id: $refund, transactionId: "1" }) ${RESULT} }`,
    ),
    transitionFulfillmentToState: on(
        fulfilled,
        `mutation ($fulfillment: ID!) { transitionFulfillmentToState(id: $fulfillment, state: "Shipped") ${RESULT} }`,
    ),
    transitionOrderToState: on(
        settled,
        `mutation ($order: ID!) { transitionOrderToState(id: $order, state: "Modifying") ${RESULT} }`,
    ),
    transitionPaymentToState: on(
        authorised,
        `mutation ($payment: ID!) { transitionPaymentToState(id: $payment, state: "Settled") ${RESULT} }`,
    ),
    unsetDraftOrderBillingAddress: on(
        draft,
        'mutation ($order: ID!) { unsetDraftOrderBillingAddress(orderId: $order) { __typename } }',
    ),
    unsetDraftOrderShippingAddress: on(
        draft,
        'mutation ($order: ID!) { unsetDraftOrderShippingAddress(orderId: $order) { __typename } }',
    ),
};
