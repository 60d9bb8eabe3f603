import { PaymentsPlugin, paymentsMigrations } from '@efi/payments-plugin';
import { testShop } from '@efi/plugin-kit/testing';
import {
    LanguageCode,
    OrderService,
    type PartialVendureConfig,
    RequestContextService,
    TransactionalConnection,
} from '@vendure/core';
import type { SimpleGraphQLClient } from '@vendure/testing';
import { parse } from 'graphql';
import { PaymentResolver } from '../../src/infrastructure/payment-resolver.service';
import { SqlIntentStore } from '../../src/infrastructure/sql-intent-store';
import { FakeGateway } from './fake-gateway';

/** A shop that takes payments through two fake gateways, and what tests need of it. */
export async function paymentShop(config: PartialVendureConfig = {}) {
    const first = new FakeGateway('first');
    const second = new FakeGateway('second');
    const shop = await testShop({
        plugins: [
            PaymentsPlugin.init({
                gateways: [first, second],
                returnOrigins: ['https://shop.example'],
                calls: { attempts: 1, failuresToOpen: 1_000 },
            }),
        ],
        migrations: paymentsMigrations,
        paymentMethods: [
            gatewayMethod('card', ['first']),
            gatewayMethod('later', ['first'], 'manual'),
            gatewayMethod('either', ['first', 'second']),
        ],
        config,
    });
    return {
        ...shop,
        first,
        second,
        newShopper: () => new Shopper(shop.newShopClient()),
        /** As the worker does every second, but at once: what is due later is due now. */
        async resolve(): Promise<void> {
            await shop.sql('UPDATE efi_payment_intent SET "leaseUntil" = NULL');
            await shop.sql(
                'UPDATE efi_payment_intent SET "nextStepAt" = now() WHERE "nextStepAt" IS NOT NULL',
            );
            await shop.server.app.get(PaymentResolver).resolveDue();
        },
        /** As a webhook does. */
        async tellOfPayment(intentId: string): Promise<void> {
            const payment = await first.findPayment({ intentId });
            if (payment) {
                await shop.server.app.get(SqlIntentStore).applyProviderPayment(intentId, payment, 'webhook');
            }
        },
        /** A payment that nobody prepared, as an administrator or another plugin adds it. */
        async addPayment(orderId: string, methodCode: string): Promise<void> {
            const { app } = shop.server;
            const ctx = await app.get(RequestContextService).create({ apiType: 'admin' });
            await app.get(TransactionalConnection).withTransaction(ctx, async tx => {
                const id = orderId.replace('T_', '');
                await app.get(OrderService).addPaymentToOrder(tx, id, { method: methodCode, metadata: {} });
            });
            await this.resolve();
        },
        /** With its payments, oldest first. */
        async order(code: string): Promise<OrderSummary> {
            const { orders } = await shop.adminClient.query<{ orders: { items: [OrderSummary] } }>(
                parse(`query ($code: String!) { orders(options: { filter: { code: { eq: $code } } }) { items {
                    id state totalWithTax
                    payments { id state amount transactionId errorMessage refunds { id state total transactionId } }
                    history { items { type data } }
                } } }`),
                { code },
            );
            const [order] = orders.items;
            // The API has them in any order.
            order.payments.sort((a, b) => a.id.localeCompare(b.id, undefined, { numeric: true }));
            return order;
        },
        /** The intents of an order, oldest first. */
        intents: (code: string) =>
            shop.sql<{
                id: string;
                state: string;
                gateway: string;
                quarantineReason: string;
                nextStepAt: Date | null;
                failures: number;
            }>('SELECT * FROM efi_payment_intent WHERE "orderCode" = $1 ORDER BY "createdAt"', [code]),
    };
}

/** A payment method of the shop that uses the gateways, the first of them unless it is down. */
export function gatewayMethod(
    name: string,
    gateways: readonly string[] = [name],
    captureMode: 'automatic' | 'manual' = 'automatic',
) {
    return {
        name,
        handler: {
            code: 'efi-gateway',
            arguments: [
                { name: 'gateways', value: JSON.stringify(gateways) },
                { name: 'captureMode', value: captureMode },
            ],
        },
    };
}

export interface OrderSummary {
    id: string;
    state: string;
    totalWithTax: number;
    payments: Array<{
        id: string;
        state: string;
        amount: number;
        transactionId: string;
        errorMessage: string | null;
        refunds: Array<{ id: string; state: string; total: number; transactionId: string }>;
    }>;
    history: { items: Array<{ type: string; data: Record<string, unknown> }> };
}

export interface PaymentAnswer {
    __typename: string;
    code?: string;
    state?: string;
    message?: string;
    paymentErrorMessage?: string;
    transitionError?: string;
    intentId?: string;
    action?: { kind: string; url: string };
}

/** A guest with a session of their own. */
export class Shopper {
    constructor(private readonly client: SimpleGraphQLClient) {}

    /** Fills a cart and goes to where the payment is arranged. @returns The order's code. */
    async toPayment(productVariantId = 'T_1', quantity = 1): Promise<string> {
        await this.add(productVariantId, quantity);
        await this.query(`mutation { setCustomerForOrder(input: { firstName: "Ada", lastName: "L",
            emailAddress: "ada@shop.example" }) { __typename } }`);
        await this.query(`mutation { setOrderShippingAddress(input: { fullName: "Ada L", streetLine1: "1 Way",
            countryCode: "AT" }) { __typename } }`);
        await this.query('mutation { setOrderShippingMethod(shippingMethodId: ["T_1"]) { __typename } }');
        await this.transitionTo('ArrangingPayment');
        const { activeOrder } = await this.query<{ activeOrder: { code: string } }>(
            '{ activeOrder { code } }',
        );
        return activeOrder.code;
    }

    async add(productVariantId = 'T_1', quantity = 1): Promise<void> {
        await this
            .query(`mutation { addItemToOrder(productVariantId: "${productVariantId}", quantity: ${quantity})
            { __typename } }`);
    }

    async transitionTo(state: string): Promise<{ __typename: string; transitionError?: string }> {
        const { transitionOrderToState } = await this.query<{
            transitionOrderToState: { __typename: string; transitionError?: string };
        }>(`mutation { transitionOrderToState(state: "${state}") {
            __typename ... on OrderStateTransitionError { transitionError } } }`);
        return transitionOrderToState;
    }

    async pay(
        method = 'card',
        metadata: Record<string, unknown> = {},
        languageCode = LanguageCode.en,
    ): Promise<PaymentAnswer> {
        const { addPaymentToOrder } = await this.query<{ addPaymentToOrder: PaymentAnswer }>(
            `mutation ($input: PaymentInput!) { addPaymentToOrder(input: $input) {
                __typename
                ... on Order { code state }
                ... on ErrorResult { message }
                ... on PaymentDeclinedError { paymentErrorMessage }
                ... on PaymentFailedError { paymentErrorMessage }
                ... on OrderStateTransitionError { transitionError }
                ... on EfiPaymentActionRequiredError { intentId action { kind url } }
                ... on EfiPaymentPendingError { intentId }
            } }`,
            { input: { method, metadata } },
            { languageCode },
        );
        return addPaymentToOrder;
    }

    query<T = unknown>(
        document: string,
        variables: Record<string, unknown> = {},
        parameters: Record<string, string> = {},
    ): Promise<T> {
        return this.client.query<T>(parse(document), variables, parameters);
    }
}
