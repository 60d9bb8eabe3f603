import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { makeAccount } from './support/account';
import { shopUrl, useBrowser } from './support/browser';
import { layoutShift } from './support/layout-shift';
import { eventually, messagesOf, watchEvents } from './support/recorded';
import { useShopDatabase } from './support/shop-database';
import { addToCart, freshEmail, openSomethingToBuy } from './support/shopping';

const browser = useBrowser();
const query = useShopDatabase();

const visitOf = async (page: Page) =>
    (await page.context().cookies()).find(cookie => cookie.name === 'efi_visit');

/** What a visit usually reports: a product, a search, and what is put into the cart. */
async function lookAround(page: Page): Promise<void> {
    await page.goto('/en-us/search?q=lamp', { waitUntil: 'networkidle' });
    await page.getByRole('heading', { name: 'Results for “lamp”' }).waitFor();
    await openSomethingToBuy(page, 'en-us', 'price-asc');
    await addToCart(page);
    await page.goto('/en-us/cart');
}

describe('the question about consent', () => {
    it('is refused as easily as accepted, covers nothing on a phone, and then nothing is recorded', async () => {
        const recorded = await watchEvents(query);
        const page = await browser.newPage({ width: 390, consent: 'undecided' });
        const messages = messagesOf(page);
        await openSomethingToBuy(page, 'en-us', 'price-asc');
        const banner = page.locator('#consent-banner');
        const refuse = banner.getByRole('button', { name: 'Refuse' });
        const [no, yes] = [
            await refuse.boundingBox(),
            await banner.getByRole('button', { name: 'Accept' }).boundingBox(),
        ];
        expect([no?.width, no?.height, no?.y]).toEqual([yes?.width, yes?.height, yes?.y]);
        expect(no?.height).toBeGreaterThanOrEqual(44);
        const question = await banner.boundingBox();
        const buy = await page.locator('form:has(input[name=variantId]) button').boundingBox();
        expect((question?.y ?? 0) + (question?.height ?? 0)).toBeLessThanOrEqual(buy?.y ?? 0);

        await refuse.focus();
        await page.keyboard.press('Enter');
        await banner.waitFor({ state: 'detached' });
        await page.getByText('Your choice is saved.').waitFor({ state: 'attached' });
        expect(await page.locator(':focus').getAttribute('id')).toBe('content');
        expect(await layoutShift(page)).toBe(0);
        await lookAround(page);
        expect(await banner.count()).toBe(0);
        await recorded.untilCounted();
        expect(await recorded.events()).toEqual([]);
        expect(messages).toEqual([]);
        expect(await visitOf(page)).toBeUndefined();
    });

    it('is accepted, what is done is recorded as one visit, and taken back it is deleted', async () => {
        const recorded = await watchEvents(query);
        const page = await browser.newPage({ consent: 'undecided' });
        await page.goto('/en-us');
        await page.getByRole('button', { name: 'Accept' }).click();
        await page.getByText('Your choice is saved.').waitFor({ state: 'attached' });
        await lookAround(page);
        const events = await recorded.until('product-viewed', 'searched', 'added-to-cart');
        expect(events.find(event => event.type === 'searched')?.term).toBe('lamp');
        expect(new Set(events.map(event => event.session)).size).toBe(1);
        expect(events[0]?.session).toBeTruthy();
        expect(events.every(event => event.customerId === null)).toBe(true);
        const visit = await visitOf(page);
        expect(visit).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
        expect(JSON.stringify(events)).not.toContain(visit?.value);

        await page.getByRole('link', { name: 'Privacy choices' }).click();
        await page.getByRole('heading', { name: 'Your privacy' }).waitFor();
        const statistics = page.getByRole('checkbox', { name: /^Statistics/ });
        await eventually(
            async () => ((await statistics.isChecked()) ? true : undefined),
            'what was agreed to',
        );
        await page.getByRole('button', { name: 'Refuse' }).click();
        await page.getByText('Your choice is saved.').waitFor();
        await page.reload();
        expect(await statistics.isChecked()).toBe(false);
        expect(await recorded.events()).toEqual([]);
        expect(await visitOf(page)).toBeUndefined();
    });

    it('can be answered for one purpose alone', async () => {
        const page = await browser.newPage({ consent: 'undecided' });
        await page.goto('/fr-fr');
        await page.locator('#consent-banner summary').click();
        await page.getByRole('checkbox', { name: /^Recommandations pour vous/ }).check();
        await page.getByRole('button', { name: 'Enregistrer mon choix' }).click();
        await page.getByText('Votre choix est enregistré.').waitFor({ state: 'attached' });
        await page.goto('/fr-fr/account/privacy');
        expect(await page.locator('input[name=purpose][value=personalisation]').isChecked()).toBe(true);
        expect(await page.locator('input[name=purpose][value=analytics]').isChecked()).toBe(false);
    });

    it('is asked again when there are newer texts, with what was agreed to before, which holds until then', async () => {
        const page = await browser.newPage({ consent: 'undecided' });
        await page.context().addCookies([{ name: 'efi_consent', value: '0~analytics', url: shopUrl }]);
        await page.goto('/de-de');
        expect(await visitOf(page)).toBeDefined();
        await page.locator('#consent-banner summary').click();
        const [title] = await query<{ title: string }>(
            `SELECT title FROM efi_gdpr_consent_text
              WHERE purpose = 'analytics' AND "languageCode" = 'de' ORDER BY version DESC`,
        );
        expect(await page.getByRole('checkbox', { name: title?.title }).isChecked()).toBe(true);
        await page.getByRole('button', { name: 'Auswahl speichern' }).click();
        await page.getByText('Ihre Auswahl ist gespeichert.').waitFor({ state: 'attached' });
        await page.goto('/de-de/search');
        expect(await page.locator('#consent-banner').count()).toBe(0);
    });

    it('is on record for who is signed in, who sees what they decided, now and before', async () => {
        const page = await browser.newPage({ consent: 'undecided' });
        await makeAccount(page, freshEmail('decided'));
        await page.goto('/en-gb/account/privacy');
        const choices = page.locator('#privacy-choices');
        await choices.getByRole('button', { name: 'Accept' }).click();
        const history = page.getByRole('region', { name: 'What you decided' });
        await history.getByText('on this page').first().waitFor();
        await choices.getByRole('button', { name: 'Refuse' }).click();
        await history.getByText('Before that').click();
        await history.getByText('agreed').first().waitFor();
        expect(await history.getByText('refused').count()).toBeGreaterThan(0);
    });

    it('is not asked of who sends Global Privacy Control, and nothing is recorded', async () => {
        const recorded = await watchEvents(query);
        const page = await browser.newPage({ consent: 'accepted', headers: { 'Sec-GPC': '1' } });
        const messages = messagesOf(page);
        await lookAround(page);
        expect(await page.locator('#consent-banner').count()).toBe(0);
        await page.goto('/en-us/account/privacy');
        await page.getByText('It sends Global Privacy Control').waitFor();
        expect(await page.getByRole('checkbox').count()).toBe(0);
        await recorded.untilCounted();
        expect(await recorded.events()).toEqual([]);
        expect(messages).toEqual([]);
    });

    it('is answered without scripts as well', async () => {
        const page = await browser.newPage({ consent: 'undecided', javaScriptEnabled: false });
        await page.goto('/de-de');
        await page.getByRole('button', { name: 'Ablehnen' }).click();
        await page.getByText('Ihre Auswahl ist gespeichert.').waitFor({ state: 'attached' });
        await page.goto('/de-de/search');
        expect(await page.locator('#consent-banner').count()).toBe(0);
    });
});

describe('the address that takes events', () => {
    it('takes them from the shop’s own pages only, and no more than it should', async () => {
        const page = await browser.newPage({ consent: 'accepted' });
        const viewed = JSON.stringify([{ productViewed: { productId: '1' } }]);
        const post = async (data: string, origin?: string) => {
            const headers = { 'content-type': 'application/json', ...(origin && { origin }) };
            return (await page.request.post('/en-us/behaviour', { data, headers })).status();
        };
        const ours = new URL(shopUrl).origin;
        expect(await post(viewed, ours)).toBe(204);
        expect(await post(viewed)).toBe(403);
        expect(await post(viewed, 'https://evil.example')).toBe(403);
        expect(await post('[{"productViewed":{"productId":"1","customerId":"2"}}]', ours)).toBe(400);
        expect(await post(JSON.stringify(['x'.repeat(20_000)]), ours)).toBe(413);
    });
});
