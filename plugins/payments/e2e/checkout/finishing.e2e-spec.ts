import { setTimeout as sleep } from 'node:timers/promises';
import { EventBus, Order, OrderService, TransactionalConnection } from '@vendure/core';
import { PaymentReturnedEvent } from '@efi/payments-plugin';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PaymentContextService } from '../../src/infrastructure/payment-context.service';
import { SqlIntentStore } from '../../src/infrastructure/sql-intent-store';
import { VendureOrderPayments } from '../../src/infrastructure/vendure-order-payments';
import { OrderPayments } from '../../src/application/ports/order-payments.port';
import { paymentShop } from './payment-shop';

describe('a payment that was left half-way', async () => {
    const shop = await paymentShop();
    const { first } = shop;
    beforeAll(() => shop.start());
    afterAll(() => shop.server.destroy());
    beforeEach(() => first.reset());

    const callNames = () => first.calls.map(call => call.name).filter(name => name !== 'find');
    const store = () => shop.server.app.get(SqlIntentStore);
    const orders = () => shop.server.app.get<VendureOrderPayments>(OrderPayments);
    const aDayOld = () =>
        shop.sql(
            `UPDATE efi_payment_intent SET "createdAt" = now() - interval '1 day' WHERE state <> 'recorded'`,
        );

    /** As the database does with whom it hears no more of. */
    const endTransactions = () =>
        shop.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE state = 'idle in transaction' AND datname = current_database()`);

    it('is completed when the provider charged after our time was up', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        first.fail('authorise', 'broken-after');
        expect(await shopper.pay()).toMatchObject({ __typename: 'EfiPaymentPendingError' });
        expect((await shop.order(code)).state).toBe('ArrangingPayment');
        await shop.resolve();
        expect(await shop.order(code)).toMatchObject({
            state: 'PaymentSettled',
            payments: [{ state: 'Settled', amount: 1800 }],
        });
        expect(callNames()).toEqual(['authorise', 'capture']);
    });

    it('fails when the provider never heard of it, but not before it is sure', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        first.fail('authorise', 'broken-before');
        await shopper.pay();
        await shop.resolve();
        expect(await shop.intents(code)).toMatchObject([{ state: 'processing' }]);
        await aDayOld();
        await shop.resolve();
        expect(await shop.intents(code)).toMatchObject([{ state: 'failed' }]);
        expect(await shopper.pay()).toMatchObject({ state: 'PaymentSettled' });
        expect(first.charged).toHaveLength(1);
    });

    it.each([
        ['before the provider was called', 'authorise', () => vi.spyOn(first, 'authorise')],
        ['before its answer was stored', 'authorise', () => vi.spyOn(store(), 'applyAuthoriseOutcome')],
        [
            'before the order took the payment',
            'record',
            () => vi.spyOn(OrderService.prototype, 'addPaymentToOrder'),
        ],
        ['in the transaction in which the order took it', 'record', () => vi.spyOn(store(), 'markRecorded')],
        ['before the capture was stored', 'capture', () => vi.spyOn(store(), 'beginOperation')],
        ['before the provider captured', 'capture', () => vi.spyOn(first, 'capture')],
        ['before the capture was booked', 'capture', () => vi.spyOn(store(), 'applyProviderPayment')],
        ['before the order was settled', 'settle', () => vi.spyOn(orders(), 'settle')],
        [
            'in the transaction in which the order was settled',
            'settle',
            () => vi.spyOn(store(), 'claimOperation'),
        ],
        ['before the lease was given back', 'end', () => vi.spyOn(store(), 'endLease')],
    ] as const)('is brought to its end when the server died %s', async (_title, _step, spyOnStep) => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        const dead = new Promise<never>(() => undefined);
        const step = spyOnStep() as unknown as ReturnType<typeof vi.fn>;
        step.mockReturnValueOnce(dead);
        void shopper.pay().catch(() => undefined);
        await vi.waitFor(() => expect(step).toHaveBeenCalled(), { timeout: 5_000 });
        step.mockRestore();
        await endTransactions();
        await aDayOld();
        await shop.resolve();
        await shop.resolve();
        const [intent] = await shop.intents(code);
        const order = await shop.order(code);
        expect(first.charged).toHaveLength(intent?.state === 'recorded' ? 1 : 0);
        expect([intent?.state, order.state]).toEqual(
            first.books.size === 0 ? ['failed', 'ArrangingPayment'] : ['recorded', 'PaymentSettled'],
        );
        expect(callNames().filter(name => name === 'capture').length).toBeLessThanOrEqual(2);
    });

    it('is given back when the order refuses it later, and the shopper is told', async () => {
        const told = vi.fn();
        const subscription = shop.server.app.get(EventBus).ofType(PaymentReturnedEvent).subscribe(told);
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        first.fail('authorise', 'broken-after');
        await shopper.pay();
        await shop.sql('UPDATE "order" SET "subTotalWithTax" = 999 WHERE code = $1', [code]);
        await shop.resolve();
        expect(await shop.intents(code)).toMatchObject([{ state: 'voided' }]);
        expect(first.charged).toEqual([]);
        expect(told).toHaveBeenCalledTimes(1);
        subscription.unsubscribe();
    });

    it('is given back again and again until the provider does it', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        first.fail('authorise', 'broken-after');
        await shopper.pay();
        await shop.sql('UPDATE "order" SET "subTotalWithTax" = 999 WHERE code = $1', [code]);
        first.fail('void', 'broken-before', 'unreachable', 'refused', 'broken-after');
        for (let look = 0; look < 6; look++) {
            await shop.resolve();
        }
        expect(await shop.intents(code)).toMatchObject([{ state: 'voided' }]);
        expect(first.charged).toEqual([]);
    });

    it('is paid back when the money was taken at once', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        first.fail('authorise', 'broken-after');
        await shopper.pay('card', { token: 'at-once' });
        await shop.sql('UPDATE "order" SET "subTotalWithTax" = 999 WHERE code = $1', [code]);
        await shop.resolve();
        expect(await shop.intents(code)).toMatchObject([{ state: 'voided' }]);
        expect(callNames()).toEqual(['authorise', 'refund']);
        expect(first.charged).toEqual([]);
    });

    const databaseError = (code: string) => Object.assign(new Error(`SQLSTATE ${code}`), { code });

    it('is taken by the order at the second try after a deadlock', async () => {
        const shopper = shop.newShopper();
        await shopper.toPayment();
        vi.spyOn(store(), 'markRecorded').mockRejectedValueOnce(databaseError('40P01'));
        expect(await shopper.pay()).toMatchObject({ state: 'PaymentSettled' });
        expect(callNames()).toEqual(['authorise', 'capture']);
    });

    it('is taken by the order later when the database was away', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        vi.spyOn(store(), 'markRecorded').mockRejectedValueOnce(databaseError('08006'));
        expect(await shopper.pay()).toMatchObject({ __typename: 'EfiPaymentPendingError' });
        await shop.resolve();
        expect((await shop.order(code)).state).toBe('PaymentSettled');
        expect(callNames()).toEqual(['authorise', 'capture']);
    });

    it('is taken by the order later when its connection was lost between two statements', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        const service = shop.server.app.get(OrderService);
        const add = service.addPaymentToOrder.bind(service);
        vi.spyOn(OrderService.prototype, 'addPaymentToOrder').mockImplementationOnce(async (ctx, ...rest) => {
            const connection = shop.server.app.get(TransactionalConnection);
            const { queryRunner } = connection.getRepository(ctx, Order).manager;
            await endTransactions();
            await vi.waitFor(() => expect(queryRunner?.isReleased).toBe(true), { timeout: 5_000 });
            return add(ctx, ...rest);
        });
        expect(await shopper.pay()).toMatchObject({ __typename: 'EfiPaymentPendingError' });
        await shop.resolve();
        expect((await shop.order(code)).state).toBe('PaymentSettled');
        expect(callNames()).toEqual(['authorise', 'capture']);
    });

    it('is given back at once when the database refuses the order, for its stock, say', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        vi.spyOn(store(), 'markRecorded').mockRejectedValueOnce(databaseError('EFI01'));
        expect(await shopper.pay()).toMatchObject({ __typename: 'PaymentFailedError' });
        expect(await shop.intents(code)).toMatchObject([{ state: 'voided' }]);
        expect(first.charged).toEqual([]);
    });

    it('is paid for the shopper, and settled later, when the order could not be settled', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        vi.spyOn(orders(), 'settle').mockRejectedValueOnce(new Error('not now'));
        expect(await shopper.pay()).toMatchObject({ state: 'PaymentAuthorized' });
        await shop.resolve();
        expect((await shop.order(code)).state).toBe('PaymentSettled');
        expect(callNames()).toEqual(['authorise', 'capture']);
    });

    it('is captured later when the provider was down at the time', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        first.fail('capture', 'unreachable', 'broken-after');
        expect(await shopper.pay()).toMatchObject({ state: 'PaymentAuthorized' });
        await shop.resolve();
        await shop.resolve();
        expect((await shop.order(code)).state).toBe('PaymentSettled');
        const keys = first.calls.filter(call => call.name === 'capture').map(call => call.key);
        expect(new Set(keys).size).toBe(1);
    });

    it('is ended when the shopper does not come back', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        await shopper.pay('card', { token: '3ds' });
        await shop.resolve();
        expect(await shop.intents(code)).toMatchObject([{ state: 'action-required' }]);
        await aDayOld();
        await shop.resolve();
        expect(await shop.intents(code)).toMatchObject([{ state: 'voided' }]);
    });

    it('is completed when the shopper confirmed, but did not come back', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        const { intentId } = await shopper.pay('card', { token: '3ds' });
        first.complete(intentId ?? '');
        await shop.resolve();
        expect((await shop.order(code)).state).toBe('PaymentSettled');
    });

    it('is given back when the cart was changed before the shopper confirmed', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        const { intentId } = await shopper.pay('card', { token: '3ds' });
        expect(await shopper.transitionTo('AddingItems')).toMatchObject({ __typename: 'Order' });
        first.complete(intentId ?? '');
        await shop.resolve();
        expect(await shop.intents(code)).toMatchObject([{ state: 'voided' }]);
        expect(first.charged).toEqual([]);
    });

    it('is left alone while a request is at work on it', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        first.fail('authorise', { slowMs: 2_000 });
        const paying = shopper.pay();
        await expect.poll(() => shop.intents(code)).toHaveLength(1);
        const [intent] = await shop.intents(code);
        expect(await store().takeLease(intent?.id ?? '', 1_000)).toBeUndefined();
        expect(await paying).toMatchObject({ state: 'PaymentSettled' });
        expect(await store().findDue(100)).not.toContain(intent?.id);
    });

    it('is paid back when the shopper paid while it was being ended', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        const { intentId = '' } = await shopper.pay('card', { token: '3ds' });
        await aDayOld();
        first.fail('void', ...Array<'refused'>(20).fill('refused'));
        await shop.resolve();
        expect(await shop.intents(code)).toMatchObject([{ state: 'returning' }]);
        first.completeAtOnce(intentId);
        for (let look = 0; look < 6; look++) {
            await shop.resolve();
        }
        expect(await shop.intents(code)).toMatchObject([{ state: 'voided', nextStepAt: null }]);
        expect(first.charged).toEqual([]);
    });

    it.each([
        [
            'a deadlock',
            () =>
                vi
                    .spyOn(shop.server.app.get(PaymentContextService), 'of')
                    .mockRejectedValueOnce(databaseError('40P01')),
        ],
        [
            'the end of the server',
            () => vi.spyOn(orders(), 'noteReturn').mockReturnValueOnce(new Promise(() => undefined)),
        ],
    ])('is given back, and the shopper is told of it, in spite of %s', async (_title, fail) => {
        const told = vi.fn();
        const subscription = shop.server.app.get(EventBus).ofType(PaymentReturnedEvent).subscribe(told);
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        vi.spyOn(store(), 'markRecorded').mockRejectedValueOnce(databaseError('EFI01'));
        fail();
        await Promise.race([shopper.pay().catch(() => undefined), sleep(3_000)]);
        expect(told).not.toHaveBeenCalled();
        await shop.resolve();
        expect(told).toHaveBeenCalledTimes(1);
        expect(await shop.intents(code)).toMatchObject([{ state: 'voided', nextStepAt: null }]);
        expect((await shop.order(code)).history.items).toContainEqual(
            expect.objectContaining({ type: 'EFI_PAYMENT_RETURNED' }),
        );
        expect(callNames()).toEqual(['authorise', 'void']);
        subscription.unsubscribe();
    });

    it('is not given up over one failure of the database, however long it has waited', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        await shopper.pay('card', { token: '3ds' });
        await shop.sql('UPDATE efi_payment_intent SET attempts = 25 WHERE "orderCode" = $1', [code]);
        await shop.sql('UPDATE efi_payment_intent SET "nextStepAt" = NULL WHERE "orderCode" <> $1', [code]);
        vi.spyOn(store(), 'find').mockRejectedValueOnce(databaseError('08006'));
        await shop.resolve();
        expect(await shop.intents(code)).toMatchObject([{ state: 'action-required', failures: 1 }]);
        await shop.resolve();
        expect(await shop.intents(code)).toMatchObject([{ state: 'action-required', failures: 0 }]);
    });

    it('is handed to a person when every look at it fails, for hours', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        await shopper.pay('card', { token: '3ds' });
        await shop.sql('UPDATE efi_payment_intent SET failures = 19 WHERE "orderCode" = $1', [code]);
        await shop.sql('UPDATE efi_payment_intent SET "nextStepAt" = NULL WHERE "orderCode" <> $1', [code]);
        vi.spyOn(store(), 'find').mockRejectedValueOnce(new Error('always'));
        await shop.resolve();
        expect(await shop.intents(code)).toMatchObject([{ state: 'quarantined', nextStepAt: null }]);
    });

    it('is looked at again when money was paid back while it was being finished', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        first.fail('capture', 'broken-after');
        await shopper.pay();
        const [intent] = await shop.intents(code);
        const settle = orders().settle.bind(orders());
        vi.spyOn(orders(), 'settle').mockImplementationOnce(async record => {
            first.refundInDashboard(intent?.id ?? '', 300);
            await shop.tellOfPayment(intent?.id ?? '');
            await settle(record);
        });
        await shop.resolve();
        await shop.resolve();
        expect((await shop.order(code)).payments).toMatchObject([{ refunds: [{ total: 300 }] }]);
        expect(await shop.intents(code)).toMatchObject([{ state: 'recorded', nextStepAt: null }]);
    });

    it('is given back when the money came after its end, though the server died when it heard of it', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        const { intentId = '' } = await shopper.pay('card', { token: '3ds' });
        await aDayOld();
        await shop.resolve();
        expect(await shop.intents(code)).toMatchObject([{ state: 'voided', nextStepAt: null }]);
        first.complete(intentId);
        await shop.tellOfPayment(intentId);
        expect(first.charged).toHaveLength(1);
        await shop.resolve();
        expect(await shop.intents(code)).toMatchObject([{ state: 'voided' }]);
        expect(first.charged).toEqual([]);
    });

    it('is not released by a request whose time was up', async () => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        await shopper.pay('card', { token: '3ds' });
        const [{ id } = { id: '' }] = await shop.intents(code);
        const late = await store().takeLease(id, 0);
        const next = await store().takeLease(id, 60_000);
        const record = await store().find(id);
        if (!late || !next || !record) {
            throw new Error('The intent was not free.');
        }
        await store().endLease(late, { doneWith: record });
        expect(await store().takeLease(id, 60_000)).toBeUndefined();
        await store().endLease(next, { doneWith: record });
        expect(await store().takeLease(id, 60_000)).toBeDefined();
    });
});
