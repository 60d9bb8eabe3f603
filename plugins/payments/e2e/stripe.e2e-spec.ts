import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GatewayRefusedError } from '../src';
import { call, moves, request, step, StripeAccount } from './local-stripe/stripe-account';

let account: StripeAccount;
beforeEach(async () => {
    account = await StripeAccount.open();
});
afterEach(() => account.stripe.stop());

describe('holding money', () => {
    it('keeps the shopper on the page where no address to come back to is known', async () => {
        const outcome = await account.gateway.authorise(
            request({ token: 'pm_card_authenticationRequired' }),
            call(),
        );
        expect(outcome).toMatchObject({
            status: 'action-required',
            action: { kind: 'client-confirmation' },
        });
    });

    it('takes a ConfirmationToken, and refuses what is no token of Stripe’s', async () => {
        expect(moves(await account.hold({ token: 'ctoken_card_visa' }))).toEqual([['authorised', 10_000]]);
        await expect(account.hold({ token: 'tok_visa' })).rejects.toBeInstanceOf(GatewayRefusedError);
        await expect(account.hold({ token: '4242424242424242' })).rejects.toBeInstanceOf(GatewayRefusedError);
    });

    it('tells the bank’s reason in the code only', async () => {
        const wish = request({ token: 'pm_card_chargeDeclinedInsufficientFunds' });
        const outcome = await account.gateway.authorise(wish, call());
        expect(outcome).toMatchObject({ status: 'declined', code: 'insufficient_funds' });
        expect(outcome.status === 'declined' && outcome.message).not.toMatch(/funds/);
        const found = await account.gateway.findPayment({ intentId: wish.intentId }, call());
        expect(found?.status).toBe('declined');
    });

    it('tells the card without its number', async () => {
        expect((await account.hold()).card).toEqual({
            brand: 'visa',
            last4: '4242',
            fingerprint: 'fpvisa4242',
            country: 'US',
        });
    });

    it('finds a payment that search does not know yet, and one that only search still knows', async () => {
        const { intentId = '' } = await account.hold();
        expect((await account.gateway.findPayment({ intentId }, call()))?.intentId).toBe(intentId);

        const old = Date.now();
        account.clock.now = old - 3 * 60 * 60 * 1_000;
        const { intentId: older = '' } = await account.hold();
        account.clock.now = old;
        expect((await account.gateway.findPayment({ intentId: older }, call()))?.intentId).toBe(older);
    });

    it('looks for it around the time when it began, and nowhere once search would know it', async () => {
        const { intentId = '' } = await account.hold();
        const found = (minutesAgo: number) => {
            const startedAt = new Date(Date.now() - minutesAgo * 60_000);
            return account.gateway.findPayment({ intentId, startedAt }, call());
        };
        expect((await found(2))?.intentId).toBe(intentId);
        expect(await found(20)).toBeUndefined();
        const before = account.stripe.calls.length;
        expect(await found(90)).toBeUndefined();
        expect(account.stripe.calls.slice(before).map(({ name }) => name)).toEqual([
            'GET /v1/payment_intents/search',
        ]);
    });
});

describe('money that moves', () => {
    it('is captured with the key of the call that did it, also in part', async () => {
        const held = await account.hold();
        const capture = step(held, 7_500);
        const captured = await account.gateway.capture({ ...capture, final: true }, call());
        expect(moves(captured)).toEqual([
            ['authorised', 10_000],
            ['captured', 7_500],
            ['voided', 2_500],
        ]);
        expect(captured.movements[1]?.idempotencyKey).toBe(capture.idempotencyKey);
        expect((await account.find(held)).movements).toEqual(captured.movements);
    });

    it('that a person took in Stripe’s Dashboard is seen as well', async () => {
        const held = await account.hold();
        const intent = account.stripe.books.get('payment_intent', held.providerReference);
        account.stripe.intents.capture(intent, { amount_to_capture: 4_000, final_capture: true });
        expect(moves(await account.find(held))).toEqual([
            ['authorised', 10_000],
            ['captured', 4_000],
            ['voided', 6_000],
        ]);
    });

    it('is not captured in steps by an account that can’t: the rest would be lost', async () => {
        const held = await account.hold();
        const partly = account.gateway.capture({ ...step(held, 4_000), final: false }, call());
        await expect(partly).rejects.toBeInstanceOf(GatewayRefusedError);
        expect(moves(await account.find(held))).toEqual([['authorised', 10_000]]);
    });

    it('is captured in steps where the account can, and a void lets go of the rest', async () => {
        await account.stripe.stop();
        account = await StripeAccount.open({ multicapture: true });
        const held = await account.hold();
        await account.gateway.capture({ ...step(held, 2_000), final: false }, call());
        await account.gateway.capture({ ...step(held, 3_000), final: false }, call());
        const voided = await account.gateway.void(step(held), call());
        expect(voided.status).toBe('captured');
        expect(moves(voided).map(String).sort()).toEqual([
            'authorised,10000',
            'captured,2000',
            'captured,3000',
            'voided,5000',
        ]);
        const references = voided.movements.map(({ kind, providerReference }) => kind + providerReference);
        expect(new Set(references).size).toBe(4);
    });

    it('goes back no further than it came', async () => {
        const held = await account.hold();
        await account.gateway.capture({ ...step(held), final: true }, call());
        const refunded = await account.gateway.refund({ ...step(held, 9_000), reason: 'Broken' }, call());
        expect(moves(refunded)).toContainEqual(['refunded', 9_000]);
        expect(account.stripe.books.all('refund')[0]?.metadata).toMatchObject({ efi_reason: 'Broken' });
        await expect(account.gateway.refund(step(held, 1_001), call())).rejects.toBeInstanceOf(
            GatewayRefusedError,
        );
    });

    it('is voided once; a second void finds it void, one after a capture is refused', async () => {
        const held = await account.hold();
        expect(moves(await account.gateway.void(step(held), call()))).toEqual([
            ['authorised', 10_000],
            ['voided', 10_000],
        ]);
        expect((await account.gateway.void(step(held), call())).status).toBe('voided');
        const other = await account.hold();
        await account.gateway.capture({ ...step(other), final: true }, call());
        await expect(account.gateway.void(step(other), call())).rejects.toBeInstanceOf(GatewayRefusedError);
    });

    it('is disputed, and comes back when the dispute is won', async () => {
        const [won, lost, asked] = [await account.hold(), await account.hold(), await account.hold()];
        for (const payment of [won, lost, asked]) {
            await account.gateway.capture({ ...step(payment), final: true }, call());
        }
        const wonId = account.stripe.moneyBack.dispute(won.providerReference, 10_000, 'needs_response').id;
        expect(moves(await account.find(won))).toContainEqual(['dispute-opened', 10_000]);
        account.stripe.moneyBack.decide(wonId, 'won');
        const lostId = account.stripe.moneyBack.dispute(lost.providerReference, 4_000, 'needs_response').id;
        account.stripe.moneyBack.decide(lostId, 'lost');
        account.stripe.moneyBack.dispute(asked.providerReference, 10_000, 'warning_needs_response');

        expect(moves(await account.find(won)).slice(2)).toEqual([
            ['dispute-opened', 10_000],
            ['dispute-won', 10_000],
        ]);
        expect(moves(await account.find(lost)).slice(2)).toEqual([
            ['dispute-opened', 4_000],
            ['dispute-lost', 4_000],
        ]);
        expect(moves(await account.find(asked)), 'an inquiry takes no money').toHaveLength(2);
    });
});

describe('the list of movements', () => {
    const DAY = 24 * 60 * 60 * 1_000;

    it('has each one in the day it happened, however long after the payment began', async () => {
        const monday = Date.UTC(2026, 2, 2, 12);
        const days = Array.from({ length: 5 }, (_, day) => new Date(Date.UTC(2026, 2, 2 + day)));
        account.clock.now = monday;
        const held = await account.hold();
        account.clock.now = monday + DAY;
        await account.gateway.capture({ ...step(held), final: true }, call());
        account.clock.now = monday + 2 * DAY;
        await account.gateway.refund(step(held, 1_000), call());
        account.clock.now = monday + 3 * DAY;
        account.stripe.moneyBack.dispute(held.providerReference, 5_000, 'needs_response');

        const perDay: unknown[] = [];
        for (const [index, from] of days.slice(0, -1).entries()) {
            perDay.push(moves({ movements: await account.list(from, days[index + 1] as Date) }));
        }
        expect(perDay).toEqual([
            [['authorised', 10_000]],
            [['captured', 10_000]],
            [['refunded', 1_000]],
            [['dispute-opened', 5_000]],
        ]);
        const all = await account.list(days[0] as Date, days[4] as Date);
        expect(all.every(({ paymentReference }) => paymentReference === held.providerReference)).toBe(true);
        expect(all.every(({ intentId }) => intentId === held.intentId)).toBe(true);
        const known = (await account.find(held)).movements;
        expect(all.map(({ paymentReference: _, intentId: __, ...movement }) => movement)).toEqual(known);
    });

    it('goes on after the first page', async () => {
        const from = new Date(account.clock.now - 1_000);
        for (let index = 0; index < 101; index++) {
            await account.hold();
        }
        expect(await account.list(from, new Date(account.clock.now + 1_000))).toHaveLength(101);
    });
});

describe('webhooks', () => {
    const read = (delivery: { body: Buffer; headers: Record<string, string> }) =>
        account.gateway.readWebhook(delivery.body, delivery.headers, new Date());

    it('of every kind lead to the payment', async () => {
        const held = await account.hold();
        await account.gateway.capture({ ...step(held), final: true }, call());
        await account.gateway.refund(step(held, 1_000), call());
        account.stripe.moneyBack.dispute(held.providerReference, 5_000, 'needs_response');
        for (const event of account.stripe.books.events) {
            const { payment, type } = await read(account.stripe.deliver(event));
            expect(payment?.providerReference, type).toBe(held.providerReference);
        }
        expect(account.stripe.books.events.map(({ type }) => type)).toEqual([
            'payment_intent.created',
            'charge.succeeded',
            'payment_intent.amount_capturable_updated',
            'payment_intent.succeeded',
            'charge.captured',
            'refund.created',
            'charge.refunded',
            'charge.dispute.created',
        ]);
    });

    it('about payments that another system started are about none of ours', async () => {
        const { providerReference } = await account.hold();
        const [created] = account.stripe.books.events;
        if (!created) {
            throw new Error('There is no event.');
        }
        const object = { ...created.data.object, metadata: {} } as typeof created.data.object;
        const event = await read(account.stripe.deliver({ ...created, data: { object } }));
        expect(event.payment).toBeUndefined();
        expect(object.id).toBe(providerReference);
    });
});

describe('saved cards', () => {
    it('are kept with the payment, listed, used and forgotten', async () => {
        const saved = account.gateway.savedMethods;
        const customer = { customerId: '7', emailAddress: 'a@example.com', idempotencyKey: randomUUID() };
        const providerCustomer = (await saved?.createCustomer(customer, call())) ?? '';
        expect(await saved?.createCustomer(customer, call())).toBe(providerCustomer);

        await account.hold({ providerCustomer, saveMethod: true });
        const [card] = (await saved?.list(providerCustomer, call())) ?? [];
        expect(card).toMatchObject({ brand: 'visa', last4: '4242', expiryMonth: 8, expiryYear: 2030 });

        const savedMethod = card?.reference ?? '';
        const again = await account.hold({ token: undefined, providerCustomer, savedMethod });
        expect(moves(again)).toEqual([['authorised', 10_000]]);
        await expect(account.hold({ token: savedMethod }), 'whose it is, is not said').rejects.toBeInstanceOf(
            GatewayRefusedError,
        );

        const forget = (owner: string) => saved?.forget(owner, savedMethod, call());
        await expect(forget('cus_another')).rejects.toBeInstanceOf(GatewayRefusedError);
        await forget(providerCustomer);
        await forget(providerCustomer);
        expect(await saved?.list(providerCustomer, call())).toEqual([]);
    });

    it('are not kept without a wish', async () => {
        const customer = { customerId: '8', emailAddress: 'b@example.com', idempotencyKey: randomUUID() };
        const providerCustomer = (await account.gateway.savedMethods?.createCustomer(customer, call())) ?? '';
        await account.hold({ providerCustomer });
        expect(await account.gateway.savedMethods?.list(providerCustomer, call())).toEqual([]);
    });
});
