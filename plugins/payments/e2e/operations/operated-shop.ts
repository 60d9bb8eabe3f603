import {
    PaymentsPlugin,
    type PaymentsOptions,
    paymentsMigrations,
    type ProviderEvent,
} from '@efi/payments-plugin';
import {
    freePort,
    MigratingPostgresInitializer,
    smallShop,
    smallShopProducts,
} from '@efi/plugin-kit/testing';
import { dummyPaymentHandler, mergeConfig, TransactionalConnection } from '@vendure/core';
import { createTestEnvironment, registerInitializer, testConfig } from '@vendure/testing';
import { parse } from 'graphql';
import { Shopper } from '../checkout/payment-shop';
import { OperatedGateway } from './operated-gateway';

/** A shop with two providers, as those see it who run it. */
export async function operatedShop(calls: PaymentsOptions['calls'] = {}) {
    const first = new OperatedGateway('first');
    const second = new OperatedGateway('second');
    const port = await freePort();
    const config = mergeConfig(testConfig, {
        apiOptions: { port },
        dbConnectionOptions: { type: 'postgres' },
        paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
        plugins: [
            PaymentsPlugin.init({
                gateways: [first, second],
                returnOrigins: [],
                calls: { attempts: 1, failuresToOpen: 1_000, ...calls },
            }),
        ],
    });
    registerInitializer('postgres', new MigratingPostgresInitializer(config, paymentsMigrations));
    const { server, adminClient } = createTestEnvironment(config);
    const webhooks = `http://127.0.0.1:${port}/payments/webhooks`;

    return {
        first,
        second,
        server,
        adminClient,

        async start(): Promise<void> {
            await server.init({
                initialData: {
                    ...smallShop,
                    paymentMethods: [method('card', '["first"]'), method('either', '["first","second"]')],
                },
                productsCsvPath: smallShopProducts(),
            });
            await adminClient.asSuperAdmin();
        },

        /** A guest whose order is ready to be paid. */
        async shopper(): Promise<{ shopper: Shopper; code: string }> {
            const shopper = new Shopper(config);
            return { shopper, code: await shopper.toPayment() };
        },

        /** Delivers an event of the first provider, signed rightly. */
        async deliver(event: ProviderEvent, at?: number): Promise<number> {
            return this.post(first.signed(event, at));
        },

        async post(
            { body, headers }: { body: string; headers: Record<string, string> },
            gateway = 'first',
        ): Promise<number> {
            const response = await fetch(`${webhooks}/${gateway}`, { method: 'POST', body, headers });
            return response.status;
        },

        admin: <T>(document: string, variables: Record<string, unknown> = {}) =>
            adminClient.query<T>(parse(document), variables),

        /** The newest intent of an order. */
        async intent(code: string): Promise<IntentRow> {
            const [intent] = await this.sql<IntentRow>(
                'SELECT * FROM efi_payment_intent WHERE "orderCode" = $1 ORDER BY "createdAt" DESC',
                [code],
            );
            if (!intent) {
                throw new Error(`Order ${code} has no intent.`);
            }
            return intent;
        },

        async orderState(code: string): Promise<string | undefined> {
            const [order] = await this.sql<{ state: string }>('SELECT state FROM "order" WHERE code = $1', [
                code,
            ]);
            return order?.state;
        },

        sql: <Row>(text: string, parameters: unknown[] = []) =>
            server.app.get(TransactionalConnection).rawConnection.query<Row[]>(text, parameters),
    };
}

export interface IntentRow {
    readonly id: string;
    readonly state: string;
    readonly gateway: string;
    readonly providerReference: string;
    readonly amount: number;
}

function method(name: string, gateways: string) {
    return {
        name,
        handler: {
            code: 'efi-gateway',
            arguments: [
                { name: 'gateways', value: gateways },
                { name: 'captureMode', value: 'automatic' },
            ],
        },
    };
}
