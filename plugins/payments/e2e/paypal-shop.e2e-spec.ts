import { testShop } from '@efi/plugin-kit/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PaymentsPlugin, paymentsMigrations, paypalGateway } from '../src';
import { gatewayMethod, Shopper } from './checkout/payment-shop';
import { CLIENT_ID, CLIENT_SECRET, LocalPayPal, WEBHOOK_ID } from './local-paypal/local-paypal';

interface Answer {
    readonly __typename: string;
    readonly state?: string;
    readonly intentId?: string;
    readonly action?: { readonly kind: string; readonly url?: string };
}

describe('a shop with PayPal', async () => {
    const paypal = await LocalPayPal.start();
    const gateway = paypalGateway({
        clientId: CLIENT_ID,
        clientSecret: CLIENT_SECRET,
        webhookId: WEBHOOK_ID,
        apiUrl: paypal.url,
    });
    const shop = await testShop({
        plugins: [PaymentsPlugin.init({ gateways: [gateway], returnOrigins: ['https://shop.example'] })],
        migrations: paymentsMigrations,
        paymentMethods: [gatewayMethod('paypal')],
    });

    beforeAll(() => shop.start());
    afterAll(async () => {
        await shop.stop();
        await paypal.stop();
    });

    async function pay(shopper: Shopper, metadata: Record<string, unknown>): Promise<Answer> {
        const { addPaymentToOrder } = await shopper.query<{ addPaymentToOrder: Answer }>(
            `mutation ($metadata: JSON!) { addPaymentToOrder(input: { method: "paypal", metadata: $metadata }) {
                __typename
                ... on Order { state }
                ... on EfiPaymentActionRequiredError { intentId action { kind url } }
            } }`,
            { metadata },
        );
        return addPaymentToOrder;
    }

    async function toPayPal(): Promise<{ shopper: Shopper; started: Answer; orderId: string }> {
        const shopper = new Shopper(shop.newShopClient());
        await shopper.toPayment();
        const started = await pay(shopper, { returnUrl: 'https://shop.example/checkout/return' });
        expect(started).toMatchObject({
            __typename: 'EfiPaymentActionRequiredError',
            action: { kind: 'REDIRECT' },
        });
        return {
            shopper,
            started,
            orderId: new URL(started.action?.url ?? '').searchParams.get('token') ?? '',
        };
    }

    const decide = (started: Answer, decision: 'approve' | 'cancel') =>
        fetch(`${started.action?.url}&decision=${decision}`, { redirect: 'manual' });

    /** As PayPal does once the shopper has approved. */
    async function tellOf(orderId: string): Promise<void> {
        const { body, headers } = paypal.webhook('CHECKOUT.ORDER.APPROVED', paypal.books.order(orderId));
        const response = await fetch(
            `http://localhost:${shop.config.apiOptions.port}/payments/webhooks/paypal`,
            {
                method: 'POST',
                headers: { ...headers, 'Content-Type': 'application/json' },
                body,
            },
        );
        expect(response.status).toBe(200);
    }

    it('is paid after the shopper approved there and came back', async () => {
        const { shopper, started, orderId } = await toPayPal();
        await decide(started, 'approve');
        expect(await pay(shopper, { intentId: started.intentId })).toMatchObject({
            __typename: 'Order',
            state: 'PaymentSettled',
        });
        const { amount, payments } = paypal.books.order(orderId).purchase_units[0];
        expect(payments.captures.map(capture => capture.amount)).toEqual([amount]);
    });

    it('takes nothing from a shopper who turned back, and lets them try again', async () => {
        const { shopper, started, orderId } = await toPayPal();
        await decide(started, 'cancel');
        const again = await pay(shopper, { intentId: started.intentId });
        expect(again).toMatchObject({
            __typename: 'EfiPaymentActionRequiredError',
            intentId: started.intentId,
        });
        expect(paypal.books.order(orderId).purchase_units[0].payments.authorizations).toEqual([]);
    });

    it('holds nothing for a shopper who approved, and has changed the order meanwhile', async () => {
        const { shopper, started, orderId } = await toPayPal();
        await decide(started, 'approve');
        await shopper.transitionTo('AddingItems');
        await tellOf(orderId);
        expect(paypal.books.order(orderId).purchase_units[0].payments.authorizations).toEqual([]);
        await shopper.transitionTo('ArrangingPayment');
        expect(await pay(shopper, { intentId: started.intentId })).toMatchObject({
            __typename: 'PaymentFailedError',
        });
        expect(await pay(shopper, { returnUrl: 'https://shop.example/checkout/return' })).toMatchObject({
            __typename: 'EfiPaymentActionRequiredError',
        });
    });

    it('has the order of a shopper who approved and closed the window, once PayPal tells, and shows it to them only', async () => {
        const { shopper, started, orderId } = await toPayPal();
        await decide(started, 'approve');
        await tellOf(orderId);
        expect(paypal.books.order(orderId).purchase_units[0].payments.captures).toHaveLength(1);
        expect(await pay(new Shopper(shop.newShopClient()), { intentId: started.intentId })).toMatchObject({
            __typename: 'NoActiveOrderError',
        });
        expect(await pay(shopper, { intentId: started.intentId })).toMatchObject({
            __typename: 'Order',
            state: 'PaymentSettled',
        });
    });
});
