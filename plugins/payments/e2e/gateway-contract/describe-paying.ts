import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Money } from '../../src';
import { expectSound, patient, total } from './contract-payments';
import type { ContractContext } from './contract-context';

const EUR_1999: Money = { amount: 1999, currency: 'EUR' };

/** Starting payments and finding them again. */
export function describePaying({ provider, payments, promises }: ContractContext): void {
    describe('paying', () => {
        it('holds the whole amount and takes none of it', async () => {
            const { intentId, payment } = await payments.hold(EUR_1999);
            expect(payment).toMatchObject({ intentId, money: EUR_1999, status: 'authorised' });
            expect(total(payment, 'authorised')).toBe(1999);
            expect(total(payment, 'captured')).toBe(0);
            expectSound(payment);
        });

        it('answers a repeated call with the same payment', async () => {
            const request = payments.newRequest(EUR_1999, 'action-required');
            const [first, again] = [
                await provider().gateway.authorise(request, patient()),
                await provider().gateway.authorise(request, patient()),
            ];
            expect(again.status).toBe(first.status);
            expect(first.payment?.providerReference).toBeTruthy();
            expect(again.payment?.providerReference).toBe(first.payment?.providerReference);
        });

        it('tells a decline as an outcome, with a code and without the provider’s words', async () => {
            const outcome = await payments.decide(payments.newRequest(EUR_1999, 'declined'));
            if (promises.declines === 'tries-again') {
                expect(['action-required', 'declined']).toContain(outcome.status);
            } else {
                expect(outcome.status).toBe('declined');
            }
            if (outcome.status === 'declined') {
                expect(outcome.code).not.toBe('');
                expect(outcome.message.length).toBeGreaterThan(10);
                expect(outcome.message).not.toContain(outcome.code);
            }
            expect(outcome.payment?.movements ?? []).toEqual([]);
        });

        it('says what the shopper has to do, and holds nothing before', async () => {
            const { intentId, payment, outcome } = await payments.waiting();
            expect(payment.movements).toEqual([]);
            const found = await payments.find(intentId, payment.providerReference);
            expect(found).toMatchObject({ status: 'action-required', action: outcome.action });
        });

        it('holds the money once the shopper has passed', async () => {
            const { request, outcome } = await payments.waiting();
            const decided = await payments.afterAction(request, outcome, true);
            expect(decided.status).toBe('authorised');
            expect(decided.payment && total(decided.payment, 'authorised')).toBe(1999);
        });

        it('holds nothing when the shopper has failed', async () => {
            const { request, outcome } = await payments.waiting();
            const decided = await payments.afterAction(request, outcome, false);
            expect(['declined', 'action-required']).toContain(decided.status);
            expect(decided.payment?.movements ?? []).toEqual([]);
        });

        if (promises.capabilities.requiredAuthentication) {
            it('has the cardholder prove who they are when that is demanded, also where the bank would not', async () => {
                const wanted = payments.newRequest(EUR_1999, 'authorised');
                const request = { ...wanted, authentication: 'required' } as const;
                const asked = await provider().gateway.authorise(request, patient());
                if (asked.status !== 'action-required') {
                    throw new Error(`The payment came to ${asked.status} without a challenge.`);
                }
                expect(asked.payment.movements).toEqual([]);
                const decided = await payments.afterAction(request, asked, true);
                expect(decided.status).toBe('authorised');
            });
        }

        it('finds a payment by its reference, as it stands', async () => {
            const { intentId, payment } = await payments.hold(EUR_1999);
            const found = await payments.find(intentId, payment.providerReference);
            expect(found).toMatchObject({
                providerReference: payment.providerReference,
                intentId,
                money: EUR_1999,
                status: 'authorised',
            });
            expect(found.movements).toEqual(payment.movements);
        });

        it('knows that there is no such payment', async () => {
            const query = { intentId: randomUUID() };
            expect(await provider().gateway.findPayment(query, patient())).toBeUndefined();
        });

        if (promises.findsByIntent) {
            it('finds a payment by the intent alone', async () => {
                const { intentId, payment } = await payments.hold(EUR_1999);
                const found = await provider().gateway.findPayment({ intentId }, patient());
                expect(found?.providerReference).toBe(payment.providerReference);
                expect(found && total(found, 'authorised')).toBe(1999);
            });
        }
    });

    describe('currencies', () => {
        it.each([
            [promises.currencies.cents, 1999, '19.99'],
            [promises.currencies.cents, 2000, '20.00'],
            [promises.currencies.whole, 1999, '1999'],
        ])('asks for %s in its own minor unit: %i is %s', async (currency, amount, booked) => {
            const { payment } = await payments.hold({ amount, currency });
            expect(await provider().bookedAmount(payment)).toBe(booked);
            expect(payment.money).toEqual({ amount, currency });
            expect(payment.movements[0]?.money).toEqual({ amount, currency });
        });
    });
}
