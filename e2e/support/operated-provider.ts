import { PaymentsPlugin } from '@efi/payments-plugin';
import { smallShop, type TestShop } from '@efi/plugin-kit/testing';
import { randomUUID } from 'node:crypto';
import { gatewayMethod, Shopper } from '../../plugins/payments/e2e/checkout/payment-shop';
import { OperatedGateway } from '../../plugins/payments/e2e/operations/operated-gateway';

export type { OperatedGateway };

/**
 * A payment provider whose webhooks a test signs, in the place of those of the configuration. To be asked for before
 * the shop is made.
 */
export function operatedProvider() {
    const provider = new OperatedGateway('operated');
    PaymentsPlugin.init({ gateways: [provider], returnOrigins: [] });
    return { provider, paymentMethods: [...smallShop.paymentMethods, gatewayMethod(provider.name)] };
}

/** A guest who is sent to the bank and pays there, of which the shop hears by the provider's webhook alone. */
export async function paidElsewhere(shop: TestShop, provider: OperatedGateway): Promise<string> {
    const shopper = new Shopper(shop.newShopClient());
    const code = await shopper.toPayment();
    await shopper.pay(provider.name, { token: '3ds' });
    const [intent] = await shop.sql<{ id: string }>(
        'SELECT id FROM efi_payment_intent WHERE "orderCode" = $1',
        [code],
    );
    return intent?.id ?? '';
}

/** @returns the status that the shop answers the provider's webhook with. */
export async function tellOfPayment(
    { config, sql }: TestShop,
    provider: OperatedGateway,
    intentId: string,
): Promise<number> {
    const [{ providerReference } = { providerReference: '' }] = await sql<{ providerReference: string }>(
        'SELECT "providerReference" FROM efi_payment_intent WHERE id = $1',
        [intentId],
    );
    const event = {
        eventId: randomUUID(),
        type: 'payment.changed',
        payment: { intentId, providerReference },
    };
    const url = `http://localhost:${config.apiOptions.port}/payments/webhooks/${provider.name}`;
    const { status } = await fetch(url, { method: 'POST', ...provider.signed(event) });
    return status;
}
