import { ServerBusyError } from '@efi/plugin-kit';
import { parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { OrderPayments } from '../../src/application/ports/order-payments.port';
import { type OrderSummary, paymentShop } from './payment-shop';

describe('payments in the Admin API', async () => {
    const shop = await paymentShop();
    const { first, adminClient } = shop;
    beforeAll(() => shop.start());
    afterAll(() => shop.server.destroy());
    beforeEach(() => first.reset());

    interface Answer {
        __typename: string;
        state?: string;
        total?: number;
        paymentErrorMessage?: string;
        message?: string;
        metadata?: Record<string, unknown>;
    }

    const admin = async (name: string, args: string, fields = ''): Promise<Answer> => {
        const document = `mutation { ${name}(${args}) { __typename ... on ErrorResult { message } ${fields} } }`;
        const answer = await adminClient.query<Record<string, Answer>>(parse(document));
        return answer[name] ?? { __typename: 'nothing' };
    };
    const settle = (paymentId: string) =>
        admin(
            'settlePayment',
            `id: "${paymentId}"`,
            '... on Payment { state } ... on SettlePaymentError { paymentErrorMessage }',
        );
    const cancel = (paymentId: string) =>
        admin(
            'cancelPayment',
            `id: "${paymentId}"`,
            '... on Payment { state } ... on CancelPaymentError { paymentErrorMessage }',
        );
    const refund = (paymentId: string, amount: number) =>
        admin(
            'refundOrder',
            `input: { paymentId: "${paymentId}", amount: ${amount}, lines: [], shipping: 0, adjustment: 0 }`,
            '... on Refund { state total metadata }',
        );
    const capture = (paymentId: string, amount: number, final = false) =>
        admin(
            'captureEfiPayment',
            `paymentId: "${paymentId}", amount: ${amount}, final: ${final}`,
            '... on Payment { state }',
        );

    /** An order that was paid, and its payment. */
    const paid = async (
        method = 'card',
    ): Promise<{ order: OrderSummary; paymentId: string; code: string }> => {
        const shopper = shop.newShopper();
        const code = await shopper.toPayment();
        await shopper.pay(method);
        const order = await shop.order(code);
        return { order, code, paymentId: order.payments[0]?.id ?? '' };
    };
    const count = (name: string) => first.calls.filter(call => call.name === name).length;
    const movements = () =>
        first.charged
            .concat([...first.books.values()].filter(payment => !first.charged.includes(payment)))[0]
            ?.movements.map(({ kind, money }) => [kind, money.amount]);

    it('are settled by a capture', async () => {
        const { paymentId, code } = await paid('later');
        expect(await settle(paymentId)).toMatchObject({ state: 'Settled' });
        expect((await shop.order(code)).state).toBe('PaymentSettled');
        expect(movements()).toEqual([
            ['authorised', 1800],
            ['captured', 1800],
        ]);
    });

    it('stay authorised when the capture is refused, and can be settled later', async () => {
        const { paymentId } = await paid('later');
        first.fail('capture', 'refused');
        expect(await settle(paymentId)).toMatchObject({ paymentErrorMessage: 'The provider refuses.' });
        expect(await settle(paymentId)).toMatchObject({ state: 'Settled' });
    });

    it('are captured once when the answer got lost, whether somebody tries again or not', async () => {
        for (const triesAgain of [true, false]) {
            first.reset();
            const { paymentId, code } = await paid('later');
            first.fail('capture', 'broken-after');
            expect((await settle(paymentId)).paymentErrorMessage).toContain('no clear answer');
            if (triesAgain) {
                expect(await settle(paymentId)).toMatchObject({ state: 'Settled' });
            }
            await shop.resolve();
            expect(await shop.order(code)).toMatchObject({
                state: 'PaymentSettled',
                payments: [{ state: 'Settled' }],
            });
            expect(movements()).toEqual([
                ['authorised', 1800],
                ['captured', 1800],
            ]);
        }
    });

    it('are let go by a cancellation, once', async () => {
        const { paymentId } = await paid('later');
        first.fail('void', 'broken-after');
        expect((await cancel(paymentId)).paymentErrorMessage).toContain('no clear answer');
        expect(await cancel(paymentId)).toMatchObject({ state: 'Cancelled' });
        expect(movements()).toEqual([
            ['authorised', 1800],
            ['voided', 1800],
        ]);
    });

    it('end with the money that was let go, by a call whose answer got lost or by the provider’s dashboard', async () => {
        for (const [captured, state, amount] of [
            [0, 'Cancelled', 1800],
            [600, 'Settled', 600],
        ] as const) {
            const { paymentId, code } = await paid('later');
            if (captured > 0) {
                await capture(paymentId, captured);
            }
            const [intent] = await shop.intents(code);
            const intentId = intent?.id ?? '';
            await first.void({ intentId, providerReference: '', idempotencyKey: `dashboard-${intentId}` });
            await shop.tellOfPayment(intentId);
            await shop.sql('UPDATE efi_payment_intent SET "nextStepAt" = now() WHERE id = $1', [intentId]);
            await shop.resolve();
            expect((await shop.order(code)).payments).toMatchObject([{ state, amount }]);
        }
        const { paymentId, code } = await paid('later');
        first.fail('void', 'broken-after');
        expect((await cancel(paymentId)).paymentErrorMessage).toContain('no clear answer');
        await shop.resolve();
        expect((await shop.order(code)).payments).toMatchObject([{ state: 'Cancelled' }]);
    });

    it('can’t be cancelled once captured', async () => {
        const { paymentId } = await paid();
        expect(await cancel(paymentId)).toMatchObject({
            paymentErrorMessage: 'Captured money is given back by a refund.',
        });
        expect(count('void')).toBe(0);
    });

    it('are refunded in parts, up to what was captured', async () => {
        const { paymentId, code } = await paid();
        expect(await refund(paymentId, 500)).toMatchObject({ state: 'Settled', total: 500 });
        expect(await refund(paymentId, 500)).toMatchObject({ state: 'Settled', total: 500 });
        expect(await refund(paymentId, 801)).toMatchObject({ __typename: 'RefundAmountError' });
        expect(await refund(paymentId, 800)).toMatchObject({ state: 'Settled' });
        expect(await refund(paymentId, 1)).toMatchObject({ __typename: 'RefundAmountError' });
        expect(count('refund')).toBe(3);
        const [payment] = (await shop.order(code)).payments;
        expect(payment?.refunds.map(({ transactionId }) => transactionId).every(Boolean)).toBe(true);
    });

    it('are refunded once by two administrators who press the button together', async () => {
        const { paymentId, code } = await paid();
        first.fail('refund', { slowMs: 200 }, { slowMs: 200 });
        await Promise.allSettled([refund(paymentId, 1800), refund(paymentId, 1800)]);
        const [payment] = (await shop.order(code)).payments;
        expect(payment?.refunds.filter(({ state }) => state === 'Settled')).toHaveLength(1);
        expect(movements()?.filter(([kind]) => kind === 'refunded')).toEqual([['refunded', 1800]]);
    });

    it('have a pending refund while nobody knows, which ends by itself', async () => {
        for (const [fault, moved] of [
            ['broken-after', 1],
            ['broken-before', 1],
        ] as const) {
            first.reset();
            const { paymentId, code } = await paid();
            first.fail('refund', fault);
            expect(await refund(paymentId, 700)).toMatchObject({ state: 'Pending', total: 700 });
            expect(await refund(paymentId, 1200)).toMatchObject({ __typename: 'RefundAmountError' });
            await shop.resolve();
            const [payment] = (await shop.order(code)).payments;
            expect(payment?.refunds).toMatchObject([{ state: 'Settled', total: 700 }]);
            expect(movements()?.filter(([kind]) => kind === 'refunded')).toHaveLength(moved);
        }
    });

    it('tell of a refund that the provider refused', async () => {
        const { paymentId } = await paid();
        first.fail('refund', 'refused');
        expect(await refund(paymentId, 700)).toMatchObject({ state: 'Failed' });
    });

    it('take note of refunds that were made in the provider’s own dashboard', async () => {
        const { code } = await paid();
        const [intent] = await shop.intents(code);
        first.refundInDashboard(intent?.id ?? '', 300);
        await shop.sql('UPDATE efi_payment_intent SET "nextStepAt" = now() WHERE id = $1', [intent?.id]);
        await shop.tellOfPayment(intent?.id ?? '');
        await shop.resolve();
        await shop.resolve();
        const [payment] = (await shop.order(code)).payments;
        expect(payment?.refunds).toMatchObject([{ state: 'Settled', total: 300 }]);
        expect(count('refund')).toBe(0);
    });

    it('are captured in parts', async () => {
        const { paymentId, code } = await paid('later');
        expect(await capture(paymentId, 600)).toMatchObject({ state: 'Authorized' });
        expect((await shop.order(code)).state).toBe('PaymentAuthorized');
        expect(await capture(paymentId, 1201)).toMatchObject({
            __typename: 'EfiCaptureError',
            message: 'Only 1200 of the held money is left to capture.',
        });
        expect(await capture(paymentId, 600)).toMatchObject({ state: 'Authorized' });
        expect(await capture(paymentId, 600)).toMatchObject({ state: 'Settled' });
        expect((await shop.order(code)).state).toBe('PaymentSettled');
        expect(movements()?.slice(1)).toEqual([
            ['captured', 600],
            ['captured', 600],
            ['captured', 600],
        ]);
    });

    it('are captured once when the order can’t take note at the time: nobody is asked to try again', async () => {
        const { paymentId, code } = await paid('later');
        const orders = shop.server.app.get<OrderPayments>(OrderPayments);
        vi.spyOn(orders, 'settle').mockRejectedValueOnce(new ServerBusyError());
        expect(await capture(paymentId, 1800)).toMatchObject({ __typename: 'Payment', state: 'Authorized' });
        await shop.resolve();
        expect((await shop.order(code)).payments).toMatchObject([{ state: 'Settled', amount: 1800 }]);
        expect(movements()?.slice(1)).toEqual([['captured', 1800]]);
    });

    it('let go of the rest with the last part, and are worth what was taken', async () => {
        const { paymentId, code } = await paid('later');
        expect(await capture(paymentId, 1000, true)).toMatchObject({ state: 'Settled' });
        expect(await shop.order(code)).toMatchObject({
            state: 'PaymentAuthorized',
            payments: [{ state: 'Settled', amount: 1000 }],
        });
        expect(movements()?.slice(1)).toEqual([
            ['captured', 1000],
            ['voided', 800],
        ]);
    });

    it('are captured in part only where the gateway can', async () => {
        const { paymentId } = await paid('later');
        const { multipleCapture } = first.capabilities;
        first.capabilities.multipleCapture = false;
        expect(await capture(paymentId, 600)).toMatchObject({ __typename: 'EfiCaptureError' });
        expect(await capture(paymentId, 600, true)).toMatchObject({ state: 'Settled' });
        first.capabilities.multipleCapture = multipleCapture;
    });

    it('of an order can be several, each refunded from its own provider', async () => {
        const { code, order, paymentId } = await paid();
        await admin('transitionOrderToState', `id: "${order.id}", state: "Modifying"`);
        await admin(
            'modifyOrder',
            `input: { orderId: "${order.id}", dryRun: false, addItems: [{ productVariantId: "T_1", quantity: 1 }] }`,
        );
        await admin('transitionOrderToState', `id: "${order.id}", state: "ArrangingAdditionalPayment"`);
        const { id } = await shop.order(code);
        await shop.addPayment(id, 'either');
        const after = await shop.order(code);
        expect(after.payments.map(payment => [payment.state, payment.amount])).toEqual([
            ['Settled', 1800],
            ['Settled', after.totalWithTax - 1800],
        ]);
        expect(await refund(paymentId, 1800)).toMatchObject({ state: 'Settled' });
        expect(await refund(after.payments[1]?.id ?? '', 1200)).toMatchObject({ state: 'Settled' });
        expect(first.charged).toEqual([]);
    });
});
