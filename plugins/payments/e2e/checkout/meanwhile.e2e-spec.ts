import { parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FinishPayment } from '../../src/application/finish-payment';
import type { IntentRecord } from '../../src/domain/intent-record';
import { OrderPayments } from '../../src/application/ports/order-payments.port';
import { SqlIntentStore } from '../../src/infrastructure/sql-intent-store';
import { paymentShop } from './payment-shop';

describe('what a provider tells while an administrator is at work', async () => {
    const shop = await paymentShop();
    const { first, adminClient } = shop;
    beforeAll(() => shop.start());
    afterAll(() => shop.server.destroy());
    beforeEach(() => first.reset());

    const admin = async (type: 'Payment' | 'Refund', mutation: string): Promise<unknown> => {
        const document = `mutation { answer: ${mutation} { ... on ${type} { state } ... on ErrorResult { message } } }`;
        return (await adminClient.query<{ answer: unknown }>(parse(document))).answer;
    };
    const refundPart = (paymentId: string) =>
        admin(
            'Refund',
            `refundOrder(input: { paymentId: "${paymentId}", amount: 500, lines: [], shipping: 0, adjustment: 0 })`,
        );
    const paid = async (method = 'card') => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        await shopper.pay(method);
        const [payment] = (await shop.order(code)).payments;
        const [intent] = await shop.intents(code);
        return { code, paymentId: payment?.id ?? '', intentId: intent?.id ?? '' };
    };
    const moved = (intentId: string) =>
        first.books.get(intentId)?.movements.map(({ kind, money }) => [kind, money.amount]);

    /**
     * Runs a mutation, in whose open transaction the provider moves the money and tells of it. What follows from that
     * is thought out at once, and waits with the order until the mutation is through, as where orders are locked.
     */
    const toldMeanwhile = async <T>(
        intentId: string,
        call: 'capture' | 'refund',
        mutation: () => Promise<T>,
        isAnswerLost = false,
    ): Promise<T> => {
        const orders = shop.server.app.get<OrderPayments>(OrderPayments);
        const step = call === 'refund' ? 'concludeRefunds' : 'settle';
        const takeNote = orders[step].bind(orders);
        let release = (): void => undefined;
        const isThrough = new Promise<void>(resolve => (release = resolve));
        const waiting = vi.spyOn(orders, step).mockImplementationOnce(async (record: IntentRecord) => {
            await isThrough;
            await takeNote(record);
        });
        let finishing: Promise<boolean> | undefined;
        first.fail(call, {
            run: async () => {
                await shop.tellOfPayment(intentId);
                finishing = shop.server.app.get(FinishPayment).run(intentId);
                await expect.poll(() => waiting).toHaveBeenCalled();
                if (isAnswerLost) {
                    throw new Error('The connection broke.');
                }
            },
        });
        const answer = await mutation().finally(release);
        expect(await finishing).toBe(true);
        waiting.mockRestore();
        return answer;
    };

    it('does not pay a partial refund out twice', async () => {
        const { code, paymentId, intentId } = await paid();
        const refund = () => refundPart(paymentId);
        expect(await toldMeanwhile(intentId, 'refund', refund)).toMatchObject({ state: 'Settled' });
        const [payment] = (await shop.order(code)).payments;
        expect(payment?.refunds).toMatchObject([{ state: 'Settled', total: 500 }]);
        expect(moved(intentId)?.slice(2)).toEqual([['refunded', 500]]);
    });

    describe('of a refund whose request’s transaction is rolled back', () => {
        const rolledBack = async () => {
            const payment = await paid();
            const store = shop.server.app.get(SqlIntentStore);
            vi.spyOn(store, 'claimOperation').mockRejectedValueOnce(new Error('Rolled back.'));
            await expect(refundPart(payment.paymentId)).rejects.toThrow('Rolled back.');
            await shop.tellOfPayment(payment.intentId);
            await shop.server.app.get(FinishPayment).run(payment.intentId);
            return payment;
        };
        const refundsOf = async (code: string) => (await shop.order(code)).payments[0]?.refunds;

        it('waits for the request, which is the same refund when it is run again', async () => {
            const { code, paymentId, intentId } = await rolledBack();
            expect(await refundsOf(code)).toEqual([]);
            expect(await refundPart(paymentId)).toMatchObject({ state: 'Settled' });
            await shop.resolve();
            expect(await refundsOf(code)).toMatchObject([{ state: 'Settled', total: 500 }]);
            expect(moved(intentId)?.slice(2)).toEqual([['refunded', 500]]);
        });

        it('brings the refund in when the request is not run again', async () => {
            const { code, intentId } = await rolledBack();
            await shop.sql(
                `UPDATE efi_payment_operation SET "createdAt" = now() - interval '1 minute' WHERE "intentId" = $1`,
                [intentId],
            );
            await shop.resolve();
            expect(await refundsOf(code)).toMatchObject([{ state: 'Settled', total: 500 }]);
        });
    });

    it('ends a refund whose answer got lost', async () => {
        const { code, paymentId, intentId } = await paid();
        const refund = () => refundPart(paymentId);
        expect(await toldMeanwhile(intentId, 'refund', refund, true)).toMatchObject({ state: 'Pending' });
        const [payment] = (await shop.order(code)).payments;
        expect(payment?.refunds).toMatchObject([{ state: 'Settled', total: 500 }]);
        expect(moved(intentId)?.slice(2)).toEqual([['refunded', 500]]);
    });

    it('leaves a full capture to the administrator', async () => {
        const { code, paymentId, intentId } = await paid('later');
        const settle = () => admin('Payment', `settlePayment(id: "${paymentId}")`);
        expect(await toldMeanwhile(intentId, 'capture', settle)).toMatchObject({ state: 'Settled' });
        expect((await shop.order(code)).state).toBe('PaymentSettled');
    });

    it('leaves a partial capture to the administrator', async () => {
        const { paymentId, intentId } = await paid('later');
        const capture = () =>
            admin('Payment', `captureEfiPayment(paymentId: "${paymentId}", amount: 600, final: false)`);
        expect(await toldMeanwhile(intentId, 'capture', capture)).toMatchObject({ state: 'Authorized' });
        expect(moved(intentId)?.slice(1)).toEqual([['captured', 600]]);
    });
});
