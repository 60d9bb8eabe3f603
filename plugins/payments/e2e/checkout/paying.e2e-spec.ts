import { LanguageCode } from '@vendure/core';
import { parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SqlIntentStore } from '../../src/infrastructure/sql-intent-store';
import { paymentShop } from './payment-shop';

const TOTAL = 1800;

describe('paying', async () => {
    const shop = await paymentShop({ dbConnectionOptions: { type: 'postgres', poolSize: 5 } });
    const { first, second } = shop;
    beforeAll(() => shop.start());
    afterAll(() => shop.server.destroy());
    beforeEach(() => {
        first.reset();
        second.reset();
    });

    const callNames = () => first.calls.map(call => call.name).filter(name => name !== 'find');

    it('holds the money, gives it to the order, and takes it', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        expect(await shopper.pay()).toMatchObject({ __typename: 'Order', code, state: 'PaymentSettled' });
        expect(callNames()).toEqual(['authorise', 'capture']);
        const { payments, totalWithTax } = await shop.order(code);
        expect(payments).toMatchObject([{ state: 'Settled', amount: totalWithTax }]);
        expect(totalWithTax).toBe(TOTAL);
    });

    it('only holds the money, where the method says so', async () => {
        const shopper = shop.newShopper();
        await shopper.toPayment();
        expect(await shopper.pay('later')).toMatchObject({ state: 'PaymentAuthorized' });
        expect(callNames()).toEqual(['authorise']);
    });

    it('takes it at once, where the provider can do nothing else', async () => {
        const shopper = shop.newShopper();
        await shopper.toPayment();
        expect(await shopper.pay('card', { token: 'at-once' })).toMatchObject({ state: 'PaymentSettled' });
        expect(callNames()).toEqual(['authorise']);
    });

    it('charges once, however often and fast the button is clicked', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        first.fail('authorise', { slowMs: 300 });
        const answers = await Promise.all(Array.from({ length: 5 }, () => shopper.pay()));
        expect(answers.map(answer => answer.code)).toEqual(Array.from({ length: 5 }, () => code));
        expect(callNames()).toEqual(['authorise', 'capture']);
        expect((await shop.order(code)).payments).toHaveLength(1);
    });

    it('calls no provider for an order that was paid after it was read', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        const store = shop.server.app.get(SqlIntentStore);
        const create = store.create.bind(store);
        const spy = vi.spyOn(store, 'create').mockImplementationOnce(async intent => {
            expect(await shopper.pay()).toMatchObject({ code, state: 'PaymentSettled' });
            return create(intent);
        });
        const late = await shopper.pay();
        spy.mockRestore();
        expect(late).toMatchObject({ __typename: 'Order', code, state: 'PaymentSettled' });
        expect(callNames()).toEqual(['authorise', 'capture']);
        expect((await shop.intents(code)).map(({ state }) => state).sort()).toEqual(['failed', 'recorded']);
    });

    it('calls no provider for an order that was changed after it was read', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        const store = shop.server.app.get(SqlIntentStore);
        const create = store.create.bind(store);
        const spy = vi.spyOn(store, 'create').mockImplementationOnce(async intent => {
            await shopper.transitionTo('AddingItems');
            await shopper.add();
            await shopper.transitionTo('ArrangingPayment');
            return create(intent);
        });
        const late = await shopper.pay();
        spy.mockRestore();
        expect(late).toMatchObject({ __typename: 'PaymentFailedError' });
        expect(callNames()).toEqual([]);
        expect(await shopper.pay()).toMatchObject({ __typename: 'Order', code, state: 'PaymentSettled' });
    });

    it('tells of a decline, and takes another card', async () => {
        const shopper = shop.newShopper();
        await shopper.toPayment();
        expect(await shopper.pay('card', { token: 'decline' })).toMatchObject({
            __typename: 'PaymentDeclinedError',
            paymentErrorMessage: 'Your card was declined.',
        });
        expect(await shopper.pay()).toMatchObject({ state: 'PaymentSettled' });
    });

    it('goes on after 3-D Secure where it was left', async () => {
        const shopper = shop.newShopper();
        await shopper.toPayment();
        const answer = await shopper.pay('card', { token: '3ds', returnUrl: 'https://shop.example/back' });
        expect(answer).toMatchObject({
            __typename: 'EfiPaymentActionRequiredError',
            message: 'Please confirm the payment with your bank or payment service',
            action: { kind: 'REDIRECT', url: 'https://bank.example/challenge' },
        });
        expect(await shopper.pay()).toMatchObject({ __typename: 'EfiPaymentActionRequiredError' });
        first.complete(answer.intentId ?? '');
        expect(await shopper.pay()).toMatchObject({ state: 'PaymentSettled' });
        expect(first.books.size).toBe(1);
    });

    it('tells of a 3-D Secure that failed', async () => {
        const shopper = shop.newShopper();
        await shopper.toPayment();
        const { intentId } = await shopper.pay('card', { token: '3ds' });
        first.decline(intentId ?? '');
        expect(await shopper.pay()).toMatchObject({ __typename: 'PaymentDeclinedError' });
        expect(await shopper.pay()).toMatchObject({ state: 'PaymentSettled' });
    });

    it('begins no other payment when a webhook was faster than the shopper’s way back', async () => {
        const shopper = shop.newShopper();
        await shopper.toPayment();
        const { intentId = '' } = await shopper.pay('card', { token: '3ds' });
        first.decline(intentId);
        await shop.tellOfPayment(intentId);
        expect(await shopper.pay('card', { intentId })).toMatchObject({ __typename: 'PaymentDeclinedError' });
        expect(await shopper.pay('card', { intentId })).toMatchObject({ __typename: 'PaymentDeclinedError' });
        expect(first.books.size).toBe(1);

        const stranger = shop.newShopper();
        await stranger.toPayment();
        await expect(stranger.pay('card', { intentId })).rejects.toThrow('no such payment');
    });

    it('ends the open attempt when the shopper starts with another card or method', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        await shopper.pay('card', { token: '3ds' });
        await shopper.pay('card', { token: '3ds' });
        expect(await shopper.pay('either')).toMatchObject({ state: 'PaymentSettled' });
        expect((await shop.intents(code)).map(intent => intent.state)).toEqual([
            'voided',
            'voided',
            'recorded',
        ]);
        expect(first.charged).toHaveLength(1);
    });

    it('refuses to send the shopper to a strange address afterwards', async () => {
        const shopper = shop.newShopper();
        await shopper.toPayment();
        await expect(shopper.pay('card', { returnUrl: 'https://evil.example/' })).rejects.toThrow(
            'returnOrigins',
        );
        expect(first.calls).toEqual([]);
    });

    it('tries the next gateway when the first was certainly not reached', async () => {
        const shopper = shop.newShopper();
        await shopper.toPayment();
        first.fail('authorise', 'unreachable');
        expect(await shopper.pay('either')).toMatchObject({ state: 'PaymentSettled' });
        expect([first.charged.length, second.charged.length]).toEqual([0, 1]);
    });

    it('does not try another gateway while nobody knows what the first one did', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        first.fail('authorise', 'broken-after');
        const answer = await shopper.pay('either');
        expect(answer).toMatchObject({ __typename: 'EfiPaymentPendingError' });
        expect(second.calls).toEqual([]);
        // The shopper tries again, with another method too, before anybody looked.
        expect(await shopper.pay('card')).toMatchObject({ code, state: 'PaymentSettled' });
        expect(first.charged).toHaveLength(1);
    });

    it('gives the money back when the order changed while the provider was asked', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        const { id } = await shop.order(code);
        first.fail('authorise', {
            run: async () => {
                await shop.sql('UPDATE order_line SET quantity = 2 WHERE "orderId" = $1', [id.slice(2)]);
                await shop.sql(
                    'UPDATE "order" SET "subTotalWithTax" = "subTotalWithTax" + 500 WHERE id = $1',
                    [id.slice(2)],
                );
            },
        });
        expect(await shopper.pay()).toMatchObject({
            __typename: 'PaymentFailedError',
            paymentErrorMessage:
                'The order could not take your payment. You are not charged; money that was held is released',
        });
        expect(first.charged).toEqual([]);
        const order = await shop.order(code);
        expect(order).toMatchObject({ state: 'ArrangingPayment', payments: [] });
        expect(order.history.items).toContainEqual({
            type: 'EFI_PAYMENT_RETURNED',
            data: { intentId: (await shop.intents(code))[0]?.id, amount: TOTAL, currencyCode: 'USD' },
        });
    });

    it('quarantines a payment whose amount or currency is not what the shopper agreed to', async () => {
        for (const token of ['less', 'dollars']) {
            const shopper = shop.newShopper();
            const code = await shopper.toPayment();
            expect(await shopper.pay('card', { token })).toMatchObject({
                __typename: 'EfiPaymentPendingError',
            });
            await shop.resolve();
            const [intent] = await shop.intents(code);
            expect(intent?.state).toBe('quarantined');
            expect(intent?.quarantineReason).toMatch(/The provider has 17.99 USD|not in USD/);
            expect(callNames().filter(name => name !== 'authorise')).toEqual([]);
            first.reset();
        }
    });

    it('takes nothing more for an order whose payment waits for a person, and keeps it as it is', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        await shopper.pay('card', { token: 'less' });
        first.reset();
        for (const method of ['card', 'either']) {
            expect(await shopper.pay(method, { token: 'ok' })).toMatchObject({
                __typename: 'EfiPaymentPendingError',
            });
        }
        expect(callNames()).not.toContain('authorise');
        expect(await shop.intents(code)).toHaveLength(1);
        expect(await shopper.transitionTo('AddingItems')).toMatchObject({
            __typename: 'OrderStateTransitionError',
        });
    });

    it('keeps the order as it is while it is being paid', async () => {
        const shopper = shop.newShopper();
        await shopper.toPayment();
        await shopper.pay('card', { token: 'later' });
        expect(await shopper.transitionTo('AddingItems')).toMatchObject({
            __typename: 'OrderStateTransitionError',
            transitionError: 'The order is being paid at this moment and cannot be changed',
        });
    });

    it('counts yen in yen', async () => {
        await shop.adminClient.query(
            parse(`mutation { updateChannel(input: { id: "T_1", availableCurrencyCodes: [USD, JPY],
                defaultCurrencyCode: JPY }) { __typename } }`),
        );
        await shop.sql(`INSERT INTO product_variant_price ("variantId", "channelId", "currencyCode", price)
            SELECT "variantId", "channelId", 'JPY', 100000 FROM product_variant_price`);
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        await shopper.pay();
        const { totalWithTax } = await shop.order(code);
        const [payment] = first.charged;
        expect(payment?.money).toEqual({ amount: totalWithTax / 100, currency: 'JPY' });
        await shop.adminClient.query(
            parse(
                'mutation { updateChannel(input: { id: "T_1", defaultCurrencyCode: USD }) { __typename } }',
            ),
        );
    });

    it('asks nothing of a provider for an order that costs nothing', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        const { id } = await shop.order(code);
        await shop.sql('UPDATE "order" SET "subTotalWithTax" = 0, "shippingWithTax" = 0 WHERE id = $1', [
            id.slice(2),
        ]);
        expect(await shopper.pay()).toMatchObject({ state: 'PaymentSettled' });
        expect(first.calls).toEqual([]);
    });

    it('holds no connection while a provider is slow', async () => {
        const shoppers = Array.from({ length: 10 }, () => shop.newShopper());
        for (const shopper of shoppers) {
            await shopper.toPayment();
        }
        let isOver = false;
        const whileOthersShop = () => vi.waitFor(() => expect(isOver).toBe(true), 7_000);
        first.fail('authorise', ...shoppers.map(() => ({ run: whileOthersShop })));
        const payments = Promise.all(shoppers.map(shopper => shopper.pay()));
        await expect.poll(() => first.calls.filter(({ name }) => name === 'authorise')).toHaveLength(10);
        const other = shop.newShopper();
        for (let count = 0; count < 5; count++) {
            await other.add();
        }
        isOver = true;
        expect((await payments).map(answer => answer.state)).toEqual(shoppers.map(() => 'PaymentSettled'));
    });

    it('tells the storefront what it needs for each method', async () => {
        const shopper = shop.newShopper();
        await shopper.toPayment();
        const { eligiblePaymentMethods } = await shopper.query<{ eligiblePaymentMethods: unknown[] }>(
            '{ eligiblePaymentMethods { code efiPayment { gateway flow publicConfiguration canSaveMethod } } }',
        );
        expect(eligiblePaymentMethods).toContainEqual({
            code: 'card',
            efiPayment: {
                gateway: 'first',
                flow: 'TOKEN',
                publicConfiguration: { key: 'public' },
                canSaveMethod: false,
            },
        });
    });

    it('tells whoever has the intent’s id how it stands', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        const { intentId } = await shopper.pay('card', { token: '3ds' });
        const ask = (id: string | undefined) =>
            shop
                .newShopper()
                .query<{ efiPayment: unknown }>(
                    'query ($id: String!) { efiPayment(intentId: $id) { state orderCode orderState action { kind } } }',
                    { id },
                );
        expect((await ask(intentId)).efiPayment).toEqual({
            state: 'ACTION_REQUIRED',
            orderCode: code,
            orderState: 'ArrangingPayment',
            action: { kind: 'REDIRECT' },
        });
        expect((await ask('no-uuid')).efiPayment).toBeNull();
    });

    it('is told in the shopper’s language', async () => {
        const shopper = shop.newShopper();
        await shopper.toPayment();
        const answer = await shopper.pay('card', { token: 'later' }, LanguageCode.de);
        expect(answer.message).toContain('Ihre Zahlung wird geprüft');
    });
});
