import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuthoriseRequest, PaymentGateway } from '../src';
import { paypalGateway } from '../src';
import { CLIENT_ID, CLIENT_SECRET, LocalPayPal, WEBHOOK_ID } from './local-paypal/local-paypal';

const call = { signal: AbortSignal.timeout(60_000) };
const eur = (amount: number) => ({ amount, currency: 'EUR' });

describe('PayPal', () => {
    let paypal: LocalPayPal;
    let gateway: PaymentGateway;

    beforeAll(async () => {
        paypal = await LocalPayPal.start();
        gateway = paypalGateway({
            clientId: CLIENT_ID,
            clientSecret: CLIENT_SECRET,
            webhookId: WEBHOOK_ID,
            apiUrl: paypal.url,
        });
    });

    afterAll(() => paypal?.stop());

    it('sends the shopper to a page, and holds the money only after their approval and our confirmation', async () => {
        const request = requestFor(eur(4900));
        const started = await gateway.authorise(request, call);
        if (started.status !== 'action-required' || started.action.kind !== 'redirect') {
            throw new Error(`Not sent anywhere: ${started.status}`);
        }
        const back = await fetch(`${started.action.url}&decision=approve`, { redirect: 'manual' });
        expect(back.headers.get('location')).toMatch(/^https:\/\/shop\.example\/return\?token=/);

        const { providerReference } = started.payment;
        const approved = await gateway.findPayment({ intentId: request.intentId, providerReference }, call);
        expect(approved).toMatchObject({ status: 'approved', movements: [] });

        const outcome = await confirm(request, providerReference);
        expect(outcome).toMatchObject({
            status: 'authorised',
            payment: {
                intentId: request.intentId,
                status: 'authorised',
                movements: [{ kind: 'authorised', money: eur(4900) }],
            },
        });
    });

    it('does not hold money for a shopper who turned back', async () => {
        const request = requestFor(eur(4900));
        const started = await gateway.authorise(request, call);
        const reference = started.payment?.providerReference ?? '';
        expect(await confirm(request, reference)).toMatchObject({ status: 'action-required' });
    });

    it.each(['INSTRUMENT_DECLINED', 'DENIED'] as const)(
        'tells a decline (%s) without a reason',
        async decision => {
            const request = requestFor(eur(4900));
            const reference = await approved(request);
            paypal.books.nextAuthorization = decision;
            expect(await confirm(request, reference)).toMatchObject({
                status: 'declined',
                message: 'PayPal did not accept the payment.',
            });
        },
    );

    it('waits while PayPal looks into a payment', async () => {
        const request = requestFor(eur(4900));
        const reference = await approved(request);
        paypal.books.nextAuthorization = 'PENDING';
        expect(await confirm(request, reference)).toMatchObject({
            status: 'pending',
            payment: { movements: [] },
        });
    });

    it('refunds over several captures, and no more than the rest when the call is repeated', async () => {
        const { reference, intentId } = await authorised(eur(10_000));
        await capture(reference, intentId, 3_000, false);
        await capture(reference, intentId, 7_000, true);
        paypal.failNext(/\/refund$/, 'fail');
        const refund = {
            intentId,
            providerReference: reference,
            idempotencyKey: randomUUID(),
            money: eur(5_000),
        };
        await expect(gateway.refund(refund, call)).rejects.toThrow(/500/);
        await gateway.refund(refund, call);
        const { movements } = await gateway.refund(refund, call);
        const amounts = movements.filter(({ kind }) => kind === 'refunded').map(({ money }) => money.amount);
        expect(amounts).toEqual([3_000, 2_000]);
    });

    it('lets go of what a final capture left over', async () => {
        const { reference, intentId } = await authorised(eur(10_000));
        const { movements } = await capture(reference, intentId, 6_000, true);
        expect(movements.map(({ kind, money }) => [kind, money.amount])).toEqual([
            ['authorised', 10_000],
            ['voided', 4_000],
            ['captured', 6_000],
        ]);
    });

    it('books a dispute when it opens and again when it is decided', async () => {
        const { reference, intentId } = await authorised(eur(4_900));
        const { movements } = await capture(reference, intentId, 4_900, true);
        const captureId = movements.find(({ kind }) => kind === 'captured')?.providerReference ?? '';
        const dispute = paypal.books.dispute(captureId);
        expect(await kindsOf(reference, intentId)).toEqual(['authorised', 'captured', 'dispute-opened']);

        dispute.status = 'RESOLVED';
        dispute.dispute_outcome = { outcome_code: 'RESOLVED_BUYER_FAVOUR' };
        expect(await kindsOf(reference, intentId)).toContain('dispute-lost');
    });

    it('believes no webhook that is signed with a certificate from elsewhere', async () => {
        const { body, headers } = paypal.webhook('CHECKOUT.ORDER.APPROVED', { id: 'ORDER' });
        const forged = { ...headers, 'paypal-cert-url': 'https://paypal.com.evil.example/cert' };
        await expect(gateway.readWebhook(Buffer.from(body), forged, new Date())).rejects.toMatchObject({
            name: 'WebhookRejectedError',
        });
        expect(await gateway.readWebhook(Buffer.from(body), headers, new Date())).toMatchObject({
            type: 'CHECKOUT.ORDER.APPROVED',
            payment: { providerReference: 'ORDER' },
        });
    });

    function requestFor(money: AuthoriseRequest['money']): AuthoriseRequest {
        const intentId = randomUUID();
        return {
            intentId,
            idempotencyKey: intentId,
            money,
            captureMode: 'automatic',
            orderCode: 'ABC',
            returnUrl: 'https://shop.example/return',
            languageCode: 'de',
            emailAddress: 'ada@example.com',
        };
    }

    async function approved(request: AuthoriseRequest): Promise<string> {
        const started = await gateway.authorise(request, call);
        const reference = started.payment?.providerReference ?? '';
        paypal.books.approve(reference);
        return reference;
    }

    function confirm(request: AuthoriseRequest, providerReference: string) {
        if (!gateway.confirm) {
            throw new Error('PayPal has to be confirmed.');
        }
        const { intentId, idempotencyKey, captureMode } = request;
        return gateway.confirm(
            { intentId, providerReference, idempotencyKey: `${idempotencyKey}-confirm`, captureMode },
            call,
        );
    }

    async function authorised(money: AuthoriseRequest['money']) {
        const request = requestFor(money);
        const reference = await approved(request);
        await confirm(request, reference);
        return { reference, intentId: request.intentId };
    }

    function capture(providerReference: string, intentId: string, amount: number, final: boolean) {
        return gateway.capture(
            { intentId, providerReference, idempotencyKey: randomUUID(), money: eur(amount), final },
            call,
        );
    }

    async function kindsOf(providerReference: string, intentId: string) {
        const payment = await gateway.findPayment({ intentId, providerReference }, call);
        return payment?.movements.map(({ kind }) => kind);
    }
});
