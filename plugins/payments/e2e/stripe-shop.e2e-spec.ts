import { testShop } from '@efi/plugin-kit/testing';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PaymentsPlugin, paymentsMigrations, stripeGateway } from '../src';
import { PaymentCustomers } from '../src/application/ports/payment-customers.port';
import { gatewayMethod, Shopper } from './checkout/payment-shop';
import { LocalStripe, PUBLISHABLE_KEY, SECRET_KEY, WEBHOOK_SECRET } from './local-stripe/local-stripe';

interface Answer {
    readonly __typename: string;
    readonly state?: string;
    readonly message?: string;
    readonly paymentErrorMessage?: string;
    readonly action?: { readonly kind: string; readonly url?: string; readonly clientSecret?: string };
}

interface SavedMethod {
    readonly reference: string;
    readonly brand: string;
    readonly last4: string;
}

describe('a shop with Stripe', async () => {
    const stripe = await LocalStripe.start();
    const gateway = stripeGateway({
        secretKey: SECRET_KEY,
        publishableKey: PUBLISHABLE_KEY,
        webhookSecret: WEBHOOK_SECRET,
        apiUrl: stripe.url,
    });
    const shop = await testShop({
        plugins: [PaymentsPlugin.init({ gateways: [gateway], returnOrigins: ['https://shop.example'] })],
        migrations: paymentsMigrations,
        paymentMethods: [gatewayMethod('stripe')],
        customerCount: 2,
    });
    const { adminClient } = shop;
    let customers: string[];

    beforeAll(async () => {
        await shop.start();
        const answer = await adminClient.query<{ customers: { items: Array<{ emailAddress: string }> } }>(
            parse('{ customers { items { emailAddress } } }'),
        );
        customers = answer.customers.items.map(({ emailAddress }) => emailAddress);
    });
    afterAll(async () => {
        await shop.stop();
        await stripe.stop();
    });

    const guest = () => new Shopper(shop.newShopClient());
    async function signedIn(index: number): Promise<Shopper> {
        const shopper = new Shopper(shop.newShopClient());
        await shopper.query(
            'mutation ($username: String!) { login(username: $username, password: "test") { __typename } }',
            { username: customers[index] },
        );
        return shopper;
    }

    async function pay(shopper: Shopper, metadata: Record<string, unknown> = {}): Promise<Answer> {
        const { addPaymentToOrder } = await shopper.query<{ addPaymentToOrder: Answer }>(
            `mutation ($metadata: JSON!) { addPaymentToOrder(input: { method: "stripe", metadata: $metadata }) {
                __typename
                ... on Order { state }
                ... on ErrorResult { message }
                ... on PaymentFailedError { paymentErrorMessage }
                ... on EfiPaymentActionRequiredError { action { kind url clientSecret } }
            } }`,
            { metadata },
        );
        return addPaymentToOrder;
    }

    /** What Stripe's Payment Element does in the browser. */
    async function confirmInBrowser({ action }: Answer, card: string): Promise<void> {
        const clientSecret = action?.clientSecret ?? '';
        const id = clientSecret.split('_secret_')[0];
        const response = await fetch(`${stripe.url}/v1/payment_intents/${id}/confirm`, {
            method: 'POST',
            headers: {
                Authorization: `Bearer ${PUBLISHABLE_KEY}`,
                'Content-Type': 'application/x-www-form-urlencoded',
            },
            body: new URLSearchParams({ client_secret: clientSecret, payment_method: card }).toString(),
        });
        expect(response.status).toBe(200);
    }

    async function savedMethods(shopper: Shopper): Promise<SavedMethod[]> {
        const { efiSavedPaymentMethods } = await shopper.query<{ efiSavedPaymentMethods: SavedMethod[] }>(
            '{ efiSavedPaymentMethods(method: "stripe") { reference brand last4 expiryMonth expiryYear } }',
        );
        return efiSavedPaymentMethods;
    }

    async function forget(shopper: Shopper, reference: string): Promise<SavedMethod[]> {
        const answer = await shopper.query<{ forgetEfiSavedPaymentMethod: SavedMethod[] }>(
            `mutation ($reference: String!) {
                forgetEfiSavedPaymentMethod(method: "stripe", reference: $reference) { reference }
            }`,
            { reference },
        );
        return answer.forgetEfiSavedPaymentMethod;
    }

    const charges = () => stripe.books.all('charge').length;

    it('is paid through the Payment Element: held, taken, and in Stripe’s books under the order’s code', async () => {
        const shopper = guest();
        const code = await shopper.toPayment();
        const started = await pay(shopper);
        expect(started).toMatchObject({
            __typename: 'EfiPaymentActionRequiredError',
            action: { kind: 'CLIENT_CONFIRMATION' },
        });
        await confirmInBrowser(started, 'pm_card_visa');
        expect(await pay(shopper)).toMatchObject({ __typename: 'Order', state: 'PaymentSettled' });
        const intent = stripe.books.all('payment_intent').find(({ description }) => description === code);
        expect(intent).toMatchObject({ status: 'succeeded', amount_received: 1_800, customer: null });
    });

    it('is paid after 3-D Secure on the bank’s page', async () => {
        const shopper = guest();
        await shopper.toPayment();
        const started = await pay(shopper, {
            token: 'pm_card_authenticationRequired',
            returnUrl: 'https://shop.example/back',
        });
        expect(started.action?.kind).toBe('REDIRECT');
        const bank = await fetch(`${started.action?.url}&outcome=pass`, { redirect: 'manual' });
        expect(bank.headers.get('location')).toMatch(/^https:\/\/shop\.example\/back\?/);
        expect(await pay(shopper)).toMatchObject({ __typename: 'Order', state: 'PaymentSettled' });
    });

    it('is paid when the shopper closes the window after confirming: the webhook brings it home', async () => {
        const shopper = guest();
        const code = await shopper.toPayment();
        await confirmInBrowser(await pay(shopper), 'pm_card_visa');
        const event = stripe.books.events.findLast(
            ({ type }) => type === 'payment_intent.amount_capturable_updated',
        );
        if (!event) {
            throw new Error('Stripe sent no event.');
        }
        const { body, headers } = stripe.deliver(event);
        const address = `http://localhost:${shop.config.apiOptions.port}/payments/webhooks/stripe`;
        const response = await fetch(address, { method: 'POST', headers, body: new Uint8Array(body) });
        expect(response.status).toBeLessThan(300);
        await expect.poll(() => stateOf(code)).toBe('PaymentSettled');
    });

    async function stateOf(code: string): Promise<string | undefined> {
        const { orders } = await adminClient.query<{ orders: { items: Array<{ state: string }> } }>(
            parse(`query ($code: String!) {
                orders(options: { filter: { code: { eq: $code } } }) { items { state } }
            }`),
            { code },
        );
        return orders.items[0]?.state;
    }

    describe('keeps cards of customers', () => {
        let card: SavedMethod;

        it('who wish it, and pays with them without a question', async () => {
            const shopper = await signedIn(0);
            expect(await savedMethods(shopper)).toEqual([]);
            await shopper.toPayment();
            await confirmInBrowser(await pay(shopper, { saveMethod: true }), 'pm_card_visa');
            expect(await pay(shopper)).toMatchObject({ state: 'PaymentSettled' });
            const [saved] = await savedMethods(shopper);
            expect(saved).toMatchObject({ brand: 'visa', last4: '4242', expiryMonth: 8, expiryYear: 2030 });
            card = saved as SavedMethod;

            await shopper.toPayment();
            expect(await pay(shopper, { savedMethod: card.reference })).toMatchObject({
                state: 'PaymentSettled',
            });
        });

        it('under one customer at Stripe, however many payments keep one', async () => {
            const shopper = await signedIn(0);
            await shopper.toPayment();
            await pay(shopper, { saveMethod: true });
            expect(stripe.books.all('customer').map(({ email }) => email)).toEqual([customers[0]]);
        });

        it('under one key, when two payments open the customer at once', async () => {
            const known = shop.server.app.get(PaymentCustomers);
            const both = await Promise.all([known.prepare('stripe', '999'), known.prepare('stripe', '999')]);
            expect(both[0].idempotencyKey).toBe(both[1].idempotencyKey);
            expect(await known.find('stripe', '999')).toBeUndefined();
            await known.remember('stripe', '999', 'cus_1');
            expect(await known.prepare('stripe', '999')).toEqual({
                idempotencyKey: both[0].idempotencyKey,
                providerCustomer: 'cus_1',
            });
        });

        it('from everybody else: another customer can’t see it, pay with it or forget it', async () => {
            const other = await signedIn(1);
            const before = charges();
            expect(await savedMethods(other)).toEqual([]);
            await other.toPayment();
            for (const metadata of [{ savedMethod: card.reference }, { token: card.reference }]) {
                expect(await pay(other, metadata)).toMatchObject({ __typename: 'PaymentFailedError' });
            }
            await forget(other, card.reference);
            expect(charges()).toBe(before);
            expect(await savedMethods(await signedIn(0))).toHaveLength(1);
        });

        it('but not of guests, whatever they send', async () => {
            const shopper = guest();
            const before = charges();
            await expect(savedMethods(shopper)).rejects.toThrow(/authorized/i);
            await expect(forget(shopper, card.reference)).rejects.toThrow(/authorized/i);
            await shopper.toPayment();
            expect(await pay(shopper, { savedMethod: card.reference })).toMatchObject({
                __typename: 'PaymentFailedError',
            });
            expect(charges()).toBe(before);
            await pay(shopper, { saveMethod: true });
            expect(stripe.books.all('customer')).toHaveLength(1);
        });

        it('until they forget them', async () => {
            const shopper = await signedIn(0);
            expect(await forget(shopper, card.reference)).toEqual([]);
            expect(await savedMethods(shopper)).toEqual([]);
            await shopper.toPayment();
            expect(await pay(shopper, { savedMethod: card.reference })).toMatchObject({
                __typename: 'PaymentFailedError',
            });
        });
    });
});
