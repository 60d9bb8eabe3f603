import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { GatewayRefusedError, GatewayUnreachableError, type Money } from '../../src';
import { hasty, patient, total } from './contract-payments';
import type { ContractContext } from './contract-context';

const EUR_50: Money = { amount: 5_000, currency: 'EUR' };

/** What is known after a call that failed. */
export function describeFailures({ provider, payments, promises }: ContractContext): void {
    describe('failing', () => {
        it('knows when the provider was not reached', async () => {
            const { unreachableGateway: gateway } = provider();
            const ids = { intentId: randomUUID(), providerReference: 'x', idempotencyKey: randomUUID() };
            const calls = [
                gateway.authorise(payments.newRequest(EUR_50, 'authorised'), patient()),
                gateway.capture({ ...ids, money: EUR_50, final: true }, patient()),
                gateway.void(ids, patient()),
                gateway.refund({ ...ids, money: EUR_50 }, patient()),
                gateway.findPayment(ids, patient()),
            ];
            for (const { reason } of (await Promise.allSettled(calls)) as PromiseRejectedResult[]) {
                expect(reason).toBeInstanceOf(GatewayUnreachableError);
            }
        });

        it('takes an answer that was lost for unknown, and learns the truth with the same key', async () => {
            const request = payments.newRequest(EUR_50, 'action-required');
            await provider().loseNextAnswer();
            await expectUnknown(provider().gateway.authorise(request, hasty()));
            const again = await provider().gateway.authorise(request, patient());
            const once = await provider().gateway.authorise(request, patient());
            expect(again.payment?.providerReference).toBeTruthy();
            expect(once.payment?.providerReference).toBe(again.payment?.providerReference);
        });

        if (promises.findsByIntent) {
            it('learns of a payment whose answer was lost by asking for the intent', async () => {
                const request = payments.newRequest(EUR_50, 'authorised');
                await provider().loseNextAnswer();
                await expectUnknown(provider().gateway.authorise(request, hasty()));
                const { intentId } = request;
                const found = await provider().gateway.findPayment({ intentId }, patient());
                expect(found).toMatchObject({ intentId, money: EUR_50 });
            });
        }

        it('learns of a capture and a refund whose answers were lost', async () => {
            const held = await payments.hold(EUR_50);
            const { intentId } = held;
            const { providerReference } = held.payment;
            const capture = { intentId, providerReference, money: EUR_50, idempotencyKey: randomUUID() };
            await provider().loseNextAnswer();
            await expectUnknown(provider().gateway.capture({ ...capture, final: true }, hasty()));
            expect(total(await payments.find(intentId, providerReference), 'captured')).toBe(5_000);
            await provider().gateway.capture({ ...capture, final: true }, patient());

            const refund = { ...capture, idempotencyKey: randomUUID(), money: { ...EUR_50, amount: 100 } };
            await provider().loseNextAnswer();
            await expectUnknown(provider().gateway.refund(refund, hasty()));
            await provider().gateway.refund(refund, patient());
            const found = await payments.find(intentId, providerReference);
            expect(total(found, 'captured')).toBe(5_000);
            expect(total(found, 'refunded')).toBe(100);
        });

        it('takes a failure inside the provider for unknown, and gets through later with the same key', async () => {
            const held = await payments.hold(EUR_50);
            const key = randomUUID();
            await provider().failNextCall();
            await expectUnknown(payments.capture(held, 5_000, true, key));
            const taken = await payments.capture(held, 5_000, true, key);
            expect(total(taken, 'captured')).toBe(5_000);
        });

        it('takes a currency that there is not for a refusal', async () => {
            const request = payments.newRequest({ amount: 5_000, currency: 'ZZZ' }, 'authorised');
            const call = provider().gateway.authorise(request, patient());
            await expect(call).rejects.toBeInstanceOf(GatewayRefusedError);
        });
    });
}

/** Anything but a clear refusal or a provider that was not reached. */
async function expectUnknown(call: Promise<unknown>): Promise<void> {
    const error = await call.then(
        () => expect.unreachable('The call should have failed.'),
        (reason: unknown) => reason,
    );
    expect(error).not.toBeInstanceOf(GatewayRefusedError);
    expect(error).not.toBeInstanceOf(GatewayUnreachableError);
}
