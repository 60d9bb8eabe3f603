import {
    PaymentsPlugin,
    type PaymentsOptions,
    paymentsMigrations,
    type ProviderEvent,
} from '@efi/payments-plugin';
import { testShop } from '@efi/plugin-kit/testing';
import { parse } from 'graphql';
import { gatewayMethod, Shopper } from '../checkout/payment-shop';
import { OperatedGateway } from './operated-gateway';

/** A shop with two providers, as those see it who run it. */
export async function operatedShop(calls: PaymentsOptions['calls'] = {}) {
    const first = new OperatedGateway('first');
    const second = new OperatedGateway('second');
    const shop = await testShop({
        plugins: [
            PaymentsPlugin.init({
                gateways: [first, second],
                returnOrigins: [],
                calls: { attempts: 1, failuresToOpen: 1_000, ...calls },
            }),
        ],
        migrations: paymentsMigrations,
        paymentMethods: [gatewayMethod('card', ['first']), gatewayMethod('either', ['first', 'second'])],
    });
    const webhooks = `http://127.0.0.1:${shop.config.apiOptions.port}/payments/webhooks`;

    return {
        ...shop,
        first,
        second,

        /** A guest whose order is ready to be paid. */
        async shopper(): Promise<{ shopper: Shopper; code: string }> {
            const shopper = new Shopper(shop.newShopClient());
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
            shop.adminClient.query<T>(parse(document), variables),

        /** The newest intent of an order. */
        async intent(code: string): Promise<IntentRow> {
            const [intent] = await shop.sql<IntentRow>(
                'SELECT * FROM efi_payment_intent WHERE "orderCode" = $1 ORDER BY "createdAt" DESC',
                [code],
            );
            if (!intent) {
                throw new Error(`Order ${code} has no intent.`);
            }
            return intent;
        },

        async orderState(code: string): Promise<string | undefined> {
            const [order] = await shop.sql<{ state: string }>('SELECT state FROM "order" WHERE code = $1', [
                code,
            ]);
            return order?.state;
        },
    };
}

export interface IntentRow {
    readonly id: string;
    readonly state: string;
    readonly gateway: string;
    readonly providerReference: string;
    readonly amount: number;
}
