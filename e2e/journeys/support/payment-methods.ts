import type { Page } from 'playwright-core';
import { Merchant } from '../../support/merchant';
import { serverUrl } from './browser';

/** Has the shop offer a payment method by this provider, in every market, unless it does already. */
export async function offerPaymentMethod(provider: 'stripe' | 'paypal'): Promise<void> {
    const merchant = await Merchant.signIn(`${serverUrl}/admin-api`);
    if (await findMethod(merchant, provider)) {
        return;
    }
    await merchant.addPaymentMethod(provider, 'efi-gateway', {
        gateways: JSON.stringify([provider]),
        captureMode: 'automatic',
    });
    const { channels } = await merchant.client.run<{ channels: { items: Array<{ id: string }> } }>(
        `{ channels { items { id } } }`,
    );
    const paymentMethodIds = [await findMethod(merchant, provider)];
    for (const { id: channelId } of channels.items) {
        await merchant.client.run(
            `mutation ($input: AssignPaymentMethodsToChannelInput!) {
                assignPaymentMethodsToChannel(input: $input) { id }
            }`,
            { input: { channelId, paymentMethodIds } },
        );
    }
}

async function findMethod(merchant: Merchant, code: string): Promise<string | undefined> {
    const { paymentMethods } = await merchant.client.run<{
        paymentMethods: { items: Array<{ id: string; code: string }> };
    }>(`{ paymentMethods { items { id code } } }`);
    return paymentMethods.items.find(method => method.code === code)?.id;
}

/** Has the page show Stripe's card form, or the cards that are saved there. */
export async function chooseStripe(page: Page): Promise<void> {
    await page.locator('input[name=paymentMethodCode][value=stripe]').check();
}

export function payButton(page: Page) {
    return page.getByRole('button', { name: 'Order and pay', exact: true });
}
