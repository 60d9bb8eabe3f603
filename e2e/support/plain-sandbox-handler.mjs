/**
 * A payment handler as plugins for Vendure have it: it calls the provider inside `createPayment`, that is inside the
 * order's transaction, keeps nothing of its own, and settles at once.
 */
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { LanguageCode, PaymentMethodHandler } = require('@vendure/core');

export const plainSandboxHandler = new PaymentMethodHandler({
    code: 'plain-sandbox',
    description: [{ languageCode: LanguageCode.en, value: 'Charges the sandbox at once' }],
    args: {},
    createPayment: async (_ctx, order, amount, _args, metadata) => {
        const payment = await post('/v1/payments', {
            intent: randomUUID(),
            amount,
            currency: order.currencyCode,
            token: metadata.token ?? 'sandbox_ok',
            description: order.code,
        });
        await post(`/v1/payments/${payment.id}/capture`, { amount, final: true });
        return { amount, state: 'Settled', transactionId: payment.id, metadata: {} };
    },
    settlePayment: () => ({ success: true }),
    createRefund: async (_ctx, _input, amount, _order, payment) => {
        await post(`/v1/payments/${payment.transactionId}/refund`, { amount });
        return { state: 'Settled' };
    },
});

async function post(path, body) {
    const response = await fetch(`${process.env.SANDBOX_PROVIDER_URL}${path}`, {
        method: 'POST',
        headers: {
            authorization: `Bearer ${process.env.SANDBOX_API_KEY}`,
            'content-type': 'application/json',
            'idempotency-key': randomUUID(),
        },
        body: JSON.stringify(body),
    });
    if (!response.ok) {
        throw new Error(`The sandbox answered ${response.status}: ${await response.text()}`);
    }
    return response.json();
}
