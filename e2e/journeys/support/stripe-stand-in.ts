import type { Page } from 'playwright-core';

/**
 * In the place of https://js.stripe.com, which tests can't reach: a script with those calls of Stripe.js that the shop
 * makes. Its card form is one field; what is typed there becomes a ConfirmationToken that the Stripe on this machine
 * knows. What it can't show is how Stripe's own form looks and behaves.
 */
const script = `
window.Stripe = key => ({
    elements: options => {
        window.stripeStandIn = { key, options };
        let container;
        return {
            create: () => ({
                mount(into) {
                    container = into;
                    container.innerHTML = '<label>Test card<input id="stand-in-card"></label>';
                },
                destroy() { container.innerHTML = ''; },
            }),
            update: async changes => Object.assign(window.stripeStandIn.options, changes),
            submit: async () => container.querySelector('input').value
                ? {}
                : { error: { message: 'Your card number is incomplete.' } },
        };
    },
    createConfirmationToken: async () => ({
        confirmationToken: { id: 'ctoken_' + document.getElementById('stand-in-card').value },
    }),
    handleNextAction: async () => ({}),
    _registerWrapper() {},
});
`;

/** @returns The addresses at Stripe that the page has asked for so far. */
export async function standInForStripe(page: Page): Promise<readonly string[]> {
    const asked: string[] = [];
    await page.route('https://js.stripe.com/**', route => {
        asked.push(route.request().url());
        return route.fulfill({ contentType: 'text/javascript', body: script });
    });
    return asked;
}

/** What the page told the stand-in. */
export function toldToStripe(page: Page): Promise<{ key: string; options: Record<string, unknown> }> {
    return page.evaluate('window.stripeStandIn');
}
