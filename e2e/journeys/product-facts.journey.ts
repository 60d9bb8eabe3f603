import { describe, expect, it } from 'vitest';
import { Merchant } from '../support/merchant';
import { violations } from './support/axe';
import { serverUrl, shopUrl, useBrowser } from './support/browser';
import { addToCart, enterAddress, freshEmail, openSomethingToBuy } from './support/shopping';

const browser = useBrowser();

interface ShownProduct {
    readonly slug: string;
    readonly optionGroups: readonly {
        readonly code: string;
        readonly options: readonly { name: string }[];
    }[];
}

/** A product with several sizes of shoes. */
async function shoe(): Promise<ShownProduct> {
    const answer = await fetch(`${serverUrl}/shop-api?vendure-token=us`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
            query: '{ products(options: { take: 100 }) { items { slug optionGroups { code options { name } } } } }',
        }),
    });
    const { data } = (await answer.json()) as { data: { products: { items: ShownProduct[] } } };
    const found = data.products.items.find(({ optionGroups }) =>
        optionGroups.some(({ code, options }) => code.includes('size') && options.length > 1),
    );
    if (!found) {
        throw new Error('No product of the demo comes in sizes');
    }
    return found;
}

/** Publishes a landing page at an address. @returns What takes it away again. */
async function publishPage(slug: string, title: string): Promise<() => Promise<unknown>> {
    const { client } = await Merchant.signIn(`${serverUrl}/admin-api`);
    const { createEfiContent: content } = await client.run<{
        createEfiContent: { id: string; revision: number };
    }>(
        `mutation ($input: CreateEfiContentInput!) {
            createEfiContent(input: $input) {
                ... on EfiContentEntry { id revision } ... on ErrorResult { errorCode message } } }`,
        {
            input: {
                ...{ kind: 'LANDING', code: slug },
                draft: {
                    texts: { en: { title, slug } },
                    blocks: [
                        {
                            ...{ id: 'a', type: 'richText' },
                            texts: { en: { html: '<table><tbody><tr><th>EU</th></tr></tbody></table>' } },
                        },
                    ],
                },
            },
        },
    );
    await client.run(
        `mutation ($input: PublishEfiContentInput!) {
            publishEfiContent(input: $input) { ... on EfiContentEntry { id } ... on ErrorResult { errorCode message } } }`,
        { input: { id: content.id, revision: content.revision } },
    );
    return () => client.run('mutation ($id: ID!) { deleteEfiContent(id: $id) }', { id: content.id });
}

describe('the page of a product', () => {
    it.each([390, 1280])(
        'lists what it comes in and what it is, and leads to the guide, at %i px',
        async width => {
            const page = await browser.newPage({ width });
            const { slug, optionGroups } = await shoe();
            const group = optionGroups.find(({ code }) => code.includes('size'));
            const takeAway = await publishPage(group?.code ?? '', 'Which size is mine?');
            try {
                // Word of what was published comes within seconds.
                await expect
                    .poll(async () => (await fetch(`${shopUrl}/en-us/products/${slug}`)).text(), {
                        timeout: 20_000,
                        interval: 500,
                    })
                    .toContain('Which size is mine?');
                await page.goto(`/en-us/products/${slug}`);
                const facts = page.locator('dl[aria-labelledby=details]');
                for (const { name } of group?.options ?? []) {
                    expect(await facts.textContent()).toContain(name);
                }
                expect(await facts.locator('dt').count()).toBeGreaterThan(2);
                expect(await violations(page)).toEqual([]);
                await page.getByRole('link', { name: 'Which size is mine?' }).click();
                await page.getByRole('heading', { level: 1, name: 'Which size is mine?' }).waitFor();
            } finally {
                await takeAway();
            }
        },
    );

    const arrival = /^Arrives (Mon|Tue|Wed|Thu|Fri), \w+ \d+\s–\s(Mon|Tue|Wed|Thu|Fri), (\w+ )?\d+$/;

    it.each([390, 1280])('says on which days it arrives, as the checkout does, at %i px', async width => {
        const page = await browser.newPage({ width });
        await openSomethingToBuy(page, 'en-us', 'price-asc');
        const said = await page
            .getByText(/^Arrives/)
            .first()
            .textContent();
        expect(said).toMatch(arrival);
        expect(await page.getByText(/^Arrives/).count()).toBe(2);
        await addToCart(page);
        await page.goto('/en-us/checkout');
        await enterAddress(page, 'us', freshEmail('waiting'));
        expect(
            await page
                .getByText(/^Arrives/)
                .first()
                .textContent(),
        ).toBe(said);
    });

    it('says so in the reader’s language', async () => {
        const page = await browser.newPage();
        await openSomethingToBuy(page, 'de-fr', 'price-asc');
        expect(
            await page
                .getByText(/^Kommt an/)
                .first()
                .textContent(),
        ).toMatch(/^Kommt an: (Mo|Di|Mi|Do|Fr)\., \d+\.( \S+)?\s–\s(Mo|Di|Mi|Do|Fr)\., \d+\. \S+$/);
    });

    it('begins no line of the way to it with a stroke', async () => {
        const page = await browser.newPage({ width: 390 });
        await page.goto(`/en-us/products/${(await shoe()).slug}`);
        const way = page.getByRole('navigation', { name: 'You are here' });
        const strokes = await way.locator('span[aria-hidden]').all();
        expect(strokes.length).toBeGreaterThan(1);
        const left = (await way.boundingBox())?.x ?? 0;
        for (const stroke of strokes) {
            expect((await stroke.boundingBox())?.x).toBeGreaterThan(left + 10);
        }
    });
});
