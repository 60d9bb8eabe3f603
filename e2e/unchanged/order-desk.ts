import { gatherCrowd } from '../storm/crowd';
import type { GraphQlClient } from '../support/graphql-client';
import type { RunningShop } from '../support/running-shop';

const REFUSAL = `... on ErrorResult { errorCode message }`;

const BY_POST = [
    { name: 'method', value: 'Post' },
    { name: 'trackingCode', value: 'P-1' },
];

interface Entity {
    readonly id: string;
}

/** An order as the merchant sees it. */
export interface DeskOrder extends Entity {
    readonly code: string;
    readonly state: string;
    readonly totalWithTax: number;
    readonly lines: ReadonlyArray<Entity & { readonly quantity: number }>;
    readonly payments: ReadonlyArray<Entity & { readonly amount: number; readonly state: string }>;
}

/** What a merchant does with orders, by the Admin API of one shop. Every refusal throws. */
export class OrderDesk {
    readonly admin: GraphQlClient;

    /** @param method - Code of the payment method that takes the money at once. */
    constructor(
        readonly shop: RunningShop,
        private readonly method: string,
    ) {
        this.admin = shop.merchant.client;
    }

    /** An order that a shopper has paid. @returns Its id. */
    async paidOrder(variantId: string, quantity: number, couponCode?: string): Promise<string> {
        const [shopper] = await gatherCrowd(this.shop, { size: 1, variantId, quantity, couponCode });
        await shopper?.startPaying();
        const answer = await shopper?.pay(this.method);
        if (answer?.state !== 'PaymentSettled') {
            throw new Error(`The order is not paid: ${JSON.stringify(answer)}`);
        }
        return answer.id ?? '';
    }

    async order(id: string): Promise<DeskOrder> {
        const { order } = await this.admin.run<{ order: DeskOrder }>(
            `query ($id: ID!) { order(id: $id) {
                id code state totalWithTax lines { id quantity } payments { id amount state }
            } }`,
            { id },
        );
        return order;
    }

    async move(id: string, state: string): Promise<void> {
        await this.admin.run(
            `mutation ($id: ID!, $state: String!) { transitionOrderToState(id: $id, state: $state) { ${REFUSAL} } }`,
            { id, state },
        );
    }

    async modify(input: Record<string, unknown>): Promise<void> {
        await this.admin.run(
            `mutation ($input: ModifyOrderInput!) { modifyOrder(input: $input) { ${REFUSAL} } }`,
            { input: { dryRun: false, ...input } },
        );
    }

    async payByHand(orderId: string): Promise<void> {
        await this.admin.run(
            `mutation ($input: ManualPaymentInput!) { addManualPaymentToOrder(input: $input) { ${REFUSAL} } }`,
            { input: { orderId, method: 'bank-transfer', transactionId: `T-${orderId}`, metadata: {} } },
        );
    }

    /** Sends goods and says that they arrived. */
    async fulfil(lines: ReadonlyArray<{ orderLineId: string; quantity: number }>): Promise<void> {
        const { addFulfillmentToOrder } = await this.admin.run<{ addFulfillmentToOrder: Entity }>(
            `mutation ($input: FulfillOrderInput!) {
                addFulfillmentToOrder(input: $input) { ... on Fulfillment { id } ${REFUSAL} }
            }`,
            { input: { lines, handler: { code: 'manual-fulfillment', arguments: BY_POST } } },
        );
        for (const state of ['Shipped', 'Delivered']) {
            await this.admin.run(
                `mutation ($id: ID!, $state: String!) { transitionFulfillmentToState(id: $id, state: $state) { ${REFUSAL} } }`,
                { id: addFulfillmentToOrder.id, state },
            );
        }
    }

    async cancel(input: Record<string, unknown>): Promise<void> {
        await this.admin.run(
            `mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { ${REFUSAL} } }`,
            { input: { reason: 'asked for', ...input } },
        );
    }

    async refund(paymentId: string, amount: number): Promise<void> {
        await this.admin.run(
            `mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { ${REFUSAL} } }`,
            { input: { paymentId, amount, reason: 'asked for', lines: [], shipping: 0, adjustment: 0 } },
        );
    }

    /** An order that the merchant writes down for somebody. @returns Its id. */
    async draftOrder(variantId: string, quantity: number): Promise<string> {
        const { createDraftOrder } = await this.admin.run<{ createDraftOrder: Entity }>(
            `mutation { createDraftOrder { id } }`,
        );
        const orderId = createDraftOrder.id;
        const steps = [
            `addItemToDraftOrder(orderId: $orderId, input: { productVariantId: "${variantId}", quantity: ${quantity} }) { ${REFUSAL} }`,
            `setCustomerForDraftOrder(orderId: $orderId, input: { firstName: "Ada", lastName: "King", emailAddress: "draft@example.com" }) { ${REFUSAL} }`,
            `setDraftOrderShippingAddress(orderId: $orderId, input: { fullName: "Ada King", streetLine1: "Ring 1", city: "Wien", postalCode: "1010", countryCode: "AT" }) { id }`,
        ];
        for (const step of steps) {
            await this.admin.run(`mutation ($orderId: ID!) { ${step} }`, { orderId });
        }
        const { methods } = await this.admin.run<{ methods: Entity[] }>(
            `query ($orderId: ID!) { methods: eligibleShippingMethodsForDraftOrder(orderId: $orderId) { id } }`,
            { orderId },
        );
        await this.admin.run(
            `mutation ($orderId: ID!, $id: ID!) { setDraftOrderShippingMethod(orderId: $orderId, shippingMethodId: $id) { ${REFUSAL} } }`,
            { orderId, id: methods[0]?.id },
        );
        return orderId;
    }
}
