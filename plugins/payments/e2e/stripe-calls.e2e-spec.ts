import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GatewayRefusedError, GatewayUnreachableError, stripeGateway } from '../src';
import { PUBLISHABLE_KEY, WEBHOOK_SECRET } from './local-stripe/local-stripe';
import { call, moves, request, step, StripeAccount } from './local-stripe/stripe-account';

let account: StripeAccount;
beforeEach(async () => {
    account = await StripeAccount.open();
});
afterEach(() => account.stripe.stop());

describe('calls to Stripe', () => {
    it('carry the platform’s key, and are not repeated by the SDK', async () => {
        const wish = request();
        account.stripe.failNext(/payment_intents/, 'fail');
        await expect(account.gateway.authorise(wish, call())).rejects.toThrow();
        expect(account.stripe.calls).toHaveLength(1);
        await account.gateway.authorise(wish, call());
        await account.gateway.authorise(wish, call());
        expect(account.stripe.calls.map(({ headers }) => headers['idempotency-key'])).toEqual(
            Array.from({ length: 3 }, () => wish.idempotencyKey),
        );
        expect(account.stripe.books.all('payment_intent')).toHaveLength(1);
    });

    it('measure nothing for Stripe', async () => {
        // Two calls of one SDK instance: it would tell of the first one with the second.
        await account.gateway.void(step(await account.hold()), call());
        expect(account.stripe.calls.length).toBeGreaterThan(2);
        expect(account.stripe.calls.every(({ headers }) => !('x-stripe-client-telemetry' in headers))).toBe(
            true,
        );
    });

    it('end when the platform waits no longer', async () => {
        account.stripe.failNext(/payment_intents/, 'hang');
        const start = Date.now();
        await expect(
            account.gateway.authorise(request(), { signal: AbortSignal.timeout(100) }),
        ).rejects.toThrow();
        expect(Date.now() - start).toBeLessThan(2_000);
    });

    it('name no key and no secret in an error', async () => {
        const stranger = stripeGateway({
            secretKey: 'sk_test_stranger',
            publishableKey: PUBLISHABLE_KEY,
            webhookSecret: WEBHOOK_SECRET,
            apiUrl: account.stripe.url,
        });
        const refused = await stranger.authorise(request(), call()).catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(GatewayRefusedError);
        expect(JSON.stringify(refused, Object.getOwnPropertyNames(refused))).not.toContain('stranger');
        expect(String((refused as Error).stack)).not.toContain('stranger');
    });

    it('that are one too many certainly had no effect', async () => {
        account.stripe.failNext(/payment_intents/, 'busy');
        await expect(account.gateway.authorise(request(), call())).rejects.toBeInstanceOf(
            GatewayUnreachableError,
        );
    });

    it.each(['break', 'slow'] as const)(
        'that %s leave the outcome open until it is asked for',
        async fault => {
            const wish = request();
            account.stripe.failNext(/payment_intents/, fault);
            // While the first call is under way, Stripe answers the second one with 409.
            const both = await Promise.allSettled([
                account.gateway.authorise(wish, call()),
                ...(fault === 'slow' ? [later(() => account.gateway.authorise(wish, call()))] : []),
            ]);
            const failed = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
            expect(failed.reason).not.toBeInstanceOf(GatewayRefusedError);
            expect(failed.reason).not.toBeInstanceOf(GatewayUnreachableError);
            const found = await account.gateway.findPayment({ intentId: wish.intentId }, call());
            expect(found && moves(found)).toEqual([['authorised', 10_000]]);
            expect(account.stripe.books.all('charge')).toHaveLength(1);
        },
    );

    it('with a key that came with other parameters are no refusal: the first one moved money', async () => {
        const wish = request();
        await account.gateway.authorise(wish, call());
        const other = { ...wish, money: { amount: 1, currency: 'EUR' } };
        const error = await account.gateway.authorise(other, call()).catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(Error);
        expect(error).not.toBeInstanceOf(GatewayRefusedError);
    });
});

function later<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => setTimeout(() => void work().then(resolve, reject), 100));
}
