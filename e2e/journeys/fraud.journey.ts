import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Merchant } from '../support/merchant';
import { violations } from './support/axe';
import { serverUrl, useBrowser } from './support/browser';
import { useShopDatabase } from './support/shop-database';
import { freshEmail, pay, reachPayment } from './support/shopping';

const browser = useBrowser();
const query = useShopDatabase();

/** Scores decide about nothing, the list does. A machine that is too busy to look in time refuses, too. */
const LIST_REFUSES = {
    ...{ shadow: false, stepUpFrom: 100, reviewFrom: 100, blockFrom: 100 },
    ...{ unscoredAllowUpTo: 0, unscoredAbove: 'BLOCK' },
};

/** The same, and one that is too busy lets through. */
const LIST_ALLOWS = { ...LIST_REFUSES, unscoredAllowUpTo: 1_000_000 };

interface Entry {
    readonly id: string;
    readonly note: string;
}

interface Decision {
    readonly id: string;
    readonly orderCode: string;
}

const NOTE = 'Journey of an appeal';

describe('a payment that the machine refuses', () => {
    let merchant: Merchant;
    let policy: object;

    beforeAll(async () => {
        merchant = await Merchant.signIn(`${serverUrl}/admin-api?vendure-token=us`);
        const { efiFraudPolicy } = await merchant.client.run<{ efiFraudPolicy: object }>(
            `{ efiFraudPolicy { shadow stepUpFrom reviewFrom blockFrom unscoredAllowUpTo unscoredAbove
                fourEyesAbove reviewHours } }`,
        );
        policy = efiFraudPolicy;
    });

    // Other journeys pay in the same shop.
    afterAll(async () => {
        await setPolicy(policy);
        const { efiFraudListEntries } = await merchant.client.run<{ efiFraudListEntries: Entry[] }>(
            '{ efiFraudListEntries { id note } }',
        );
        for (const { id, note } of efiFraudListEntries) {
            if (note === NOTE || note.startsWith('Appeal granted')) {
                await merchant.client.run('mutation ($id: ID!) { removeEfiFraudListEntry(id: $id) }', { id });
            }
        }
    });

    const setPolicy = (input: object) =>
        merchant.client.run(
            `mutation ($input: EfiFraudPolicyInput!) { setEfiFraudPolicy(input: $input) {
                __typename ... on ErrorResult { errorCode message } } }`,
            { input },
        );

    const block = (value: string) =>
        merchant.client.run(
            'mutation ($input: AddEfiFraudListEntryInput!) { addEfiFraudListEntry(input: $input) { id } }',
            { input: { kind: 'EMAIL', value, verdict: 'BLOCK', note: NOTE } },
        );

    /** The appeal that came last. */
    const newestAppeal = async () => {
        const { efiFraudDecisions } = await merchant.client.run<{ efiFraudDecisions: { items: Decision[] } }>(
            `{ efiFraudDecisions(filter: APPEALS, take: 1) {
                items { id orderCode } } }`,
        );
        return efiFraudDecisions.items[0];
    };

    const answer = (id: string | undefined, isGranted: boolean) =>
        merchant.client.run(
            `mutation ($id: ID!, $isGranted: Boolean!) { decideEfiFraudAppeal(id: $id, isGranted: $isGranted,
                answer: "We had a look.") { id } }`,
            { id, isGranted },
        );

    const refused = async (): Promise<Page> => {
        const page = await browser.newPage();
        const email = freshEmail('refused');
        await block(email);
        await setPolicy({ ...policy, ...LIST_REFUSES });
        await reachPayment(page, email);
        await page.locator('button[name=way][value=test-card]').click();
        await page.getByText('The payment was declined. You have not been charged').waitFor();
        return page;
    };

    it('says no reason, takes an appeal to a person, and can be made once it is granted', async () => {
        const page = await refused();
        await page.getByRole('heading', { name: 'Ask a person to look' }).waitFor();
        expect(await page.locator('main').innerText()).not.toMatch(/fraud|block/i);
        expect(await violations(page)).toEqual([]);

        await page.getByLabel('What should we know?').fill('It is my own card.');
        await page.getByRole('button', { name: 'Send to a person' }).click();
        await page.getByText('Sent on').waitFor();
        const appeal = await newestAppeal();
        // The storefront told which browser it was.
        expect(
            await query('SELECT "deviceKey" FROM efi_fraud_decision WHERE "orderCode" = $1', [
                appeal?.orderCode,
            ]),
        ).toEqual([{ deviceKey: expect.any(String) as string }]);

        await answer(appeal?.id, true);
        await setPolicy({ ...policy, ...LIST_ALLOWS });
        await page.reload();
        await page.getByText('you can pay this order now').waitFor();
        expect(await pay(page)).toBe(appeal?.orderCode);
    });

    it('can be appealed without JavaScript, and a refusal is told', async () => {
        const page = await refused();
        const plain = await browser.newPage({ javaScriptEnabled: false });
        await plain.context().addCookies(await page.context().cookies());
        await plain.goto(page.url());
        // Spaces pass the browser's own check.
        await plain.locator('textarea[name=text]').fill('   ');
        await plain.getByRole('button', { name: 'Send to a person' }).click();
        await plain.getByText('Please tell us a little about it.').waitFor();
        expect(await plain.locator('textarea[name=text]').inputValue()).toBe('   ');
        await plain.locator('textarea[name=text]').fill('Please look again.');
        await plain.getByRole('button', { name: 'Send to a person' }).click();
        await plain.getByText('Sent on').waitFor();

        await answer((await newestAppeal())?.id, false);
        await plain.reload();
        await plain.getByText('the payment stays refused').waitFor();
        expect(await plain.locator('textarea[name=text]').count()).toBe(0);
    });

    it('gives a browser its number with the bag, and none to whoever only looks', async () => {
        const page = await browser.newPage();
        const device = async () => (await page.context().cookies()).find(({ name }) => name === 'efi_device');
        await page.goto('/en-us');
        expect(await device()).toBeUndefined();
        await reachPayment(page);
        expect(await device()).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
        expect((await device())?.value).toMatch(/^[\w-]{8,64}$/);
    });
});
