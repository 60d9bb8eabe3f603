import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { GatewayRefusedError, type ListedMovement, type Money } from '../../src';
import { expectSound, patient, total } from './contract-payments';
import type { ContractContext } from './contract-context';

const EUR_100: Money = { amount: 10_000, currency: 'EUR' };

/** Taking money, letting it go, giving it back. */
export function describeMoney({ provider, payments, promises }: ContractContext): void {
    const { capabilities } = promises;

    describe('capturing', () => {
        it('takes all of it', async () => {
            const held = await payments.hold(EUR_100);
            const taken = await payments.capture(held, 10_000, true);
            expect(taken.status).toBe('captured');
            expect(total(taken, 'captured')).toBe(10_000);
            expectSound(taken);
        });

        it('takes it once when the call is repeated', async () => {
            const held = await payments.hold(EUR_100);
            const key = randomUUID();
            await payments.capture(held, 10_000, true, key);
            const again = await payments.capture(held, 10_000, true, key);
            expect(total(again, 'captured')).toBe(10_000);
            const found = await payments.find(held.intentId, held.payment.providerReference);
            expect(total(found, 'captured')).toBe(10_000);
        });

        it('never takes more than is held', async () => {
            const held = await payments.hold(EUR_100);
            await expect(payments.capture(held, 20_000, true)).rejects.toBeInstanceOf(GatewayRefusedError);
            const found = await payments.find(held.intentId, held.payment.providerReference);
            expect(total(found, 'captured')).toBe(0);
        });

        if (capabilities.partialCapture) {
            it('takes a part for good and lets go of the rest', async () => {
                const held = await payments.hold(EUR_100);
                const taken = await payments.capture(held, 7_500, true);
                expect(total(taken, 'captured')).toBe(7_500);
                expect(total(taken, 'voided')).toBe(2_500);
                expect(taken.status).toBe('captured');
                expectSound(taken);
            });
        }

        if (capabilities.multipleCapture) {
            it('takes it in several steps', async () => {
                const held = await payments.hold(EUR_100);
                await payments.capture(held, 3_000, false);
                const second = await payments.capture(held, 3_000, false);
                expect(total(second, 'captured')).toBe(6_000);
                expect(total(second, 'voided')).toBe(0);
                const last = await payments.capture(held, 1_000, true);
                expect(total(last, 'captured')).toBe(7_000);
                expect(total(last, 'voided')).toBe(3_000);
                expectSound(last);
            });
        }
    });

    describe('letting go', () => {
        it('lets go of all that is held', async () => {
            const held = await payments.hold(EUR_100);
            const released = await payments.void(held);
            expect(released.status).toBe('voided');
            expect(total(released, 'voided')).toBe(10_000);
            expectSound(released);
        });

        it('takes no offence at a payment that is void already, with the same key or another', async () => {
            const held = await payments.hold(EUR_100);
            const key = randomUUID();
            await payments.void(held, key);
            await payments.void(held, key);
            const again = await payments.void(held);
            expect(again.status).toBe('voided');
            expect(total(again, 'voided')).toBe(10_000);
        });

        it('ends a payment that waits for its shopper', async () => {
            const waiting = await payments.waiting();
            const ended = await payments.void(waiting);
            expect(ended.status).toBe('voided');
            expect(ended.movements).toEqual([]);
        });

        it('does not take what it let go', async () => {
            const held = await payments.hold(EUR_100);
            await payments.void(held);
            await expect(payments.capture(held, 10_000, true)).rejects.toBeInstanceOf(GatewayRefusedError);
        });

        it('does not let go of what was taken', async () => {
            const held = await payments.hold(EUR_100);
            await payments.capture(held, 10_000, true);
            await expect(payments.void(held)).rejects.toBeInstanceOf(GatewayRefusedError);
        });
    });

    describe('giving back', () => {
        it('gives all of it back', async () => {
            const held = await payments.hold(EUR_100);
            await payments.capture(held, 10_000, true);
            const returned = await payments.refund(held, 10_000);
            expect(total(returned, 'refunded')).toBe(10_000);
            expectSound(returned);
        });

        it('gives it back once when the call is repeated', async () => {
            const held = await payments.hold(EUR_100);
            await payments.capture(held, 10_000, true);
            const key = randomUUID();
            await payments.refund(held, 4_000, key);
            const again = await payments.refund(held, 4_000, key);
            expect(total(again, 'refunded')).toBe(4_000);
            const found = await payments.find(held.intentId, held.payment.providerReference);
            expect(total(found, 'refunded')).toBe(4_000);
        });

        if (capabilities.partialRefund) {
            it('gives equal parts back under keys of their own, and never more than was taken', async () => {
                const held = await payments.hold(EUR_100);
                await payments.capture(held, 10_000, true);
                await payments.refund(held, 4_000);
                const second = await payments.refund(held, 4_000);
                expect(total(second, 'refunded')).toBe(8_000);
                await expect(payments.refund(held, 4_000)).rejects.toBeInstanceOf(GatewayRefusedError);
                const found = await payments.find(held.intentId, held.payment.providerReference);
                expect(total(found, 'refunded')).toBe(8_000);
                expectSound(found);
            });
        }
    });

    describe('listing movements', () => {
        it('lists each movement once, with the payment and the intent that it belongs to', async () => {
            const from = new Date(Date.now() - 60_000);
            const held = await payments.hold(EUR_100);
            await payments.capture(held, 10_000, true);
            const known = await payments.refund(held, 2_500);
            const to = new Date(Date.now() + 60_000);
            const listed: ListedMovement[] = [];
            for await (const movement of provider().gateway.listMovements(from, to, patient())) {
                listed.push(movement);
            }
            const own = listed.filter(({ intentId }) => intentId === held.intentId);
            const moved = own.filter(({ kind }) => kind === 'captured' || kind === 'refunded');
            expect(moved.map(({ kind, money }) => [kind, money.amount]).sort()).toEqual([
                ['captured', 10_000],
                ['refunded', 2_500],
            ]);
            for (const { paymentReference = known.providerReference } of own) {
                expect(paymentReference).toBe(known.providerReference);
            }
            const references = known.movements.map(entry => entry.providerReference);
            expect(moved.every(entry => references.includes(entry.providerReference))).toBe(true);
        });

        it('lists nothing from a time in which nothing happened', async () => {
            const [from, to] = [new Date('2020-01-01'), new Date('2020-01-02')];
            for await (const movement of provider().gateway.listMovements(from, to, patient())) {
                expect.unreachable(`listed ${movement.providerReference}`);
            }
        });
    });
}
