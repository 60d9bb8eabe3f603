import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import de from '../../storefront/messages/de.json';
import en from '../../storefront/messages/en.json';
import fr from '../../storefront/messages/fr.json';
import { brand } from '../../storefront/src/lib/brand';
import { makeAccount } from './support/account';
import { useBrowser } from './support/browser';
import { useShopDatabase } from './support/shop-database';
import {
    addAndLook,
    chooseDelivery,
    enterAddress,
    freshEmail,
    openSomethingToBuy,
    pay,
} from './support/shopping';
import { wordsOf } from './support/words';

const browser = useBrowser();
const query = useShopDatabase();

const languages = ['de', 'fr'] as const;
type Language = (typeof languages)[number];

interface Texts {
    readonly [key: string]: string | Texts;
}

function entriesOf(texts: Texts, path = ''): [string, string][] {
    return Object.entries(texts).flatMap(([key, text]) =>
        typeof text === 'string'
            ? [[path + key, text] as [string, string]]
            : entriesOf(text, `${path}${key}.`),
    );
}

/** Messages that are the same in English and in the language: names, and words that both have. */
function sameInBoth(messages: Texts): string[] {
    const english = new Map(entriesOf(en));
    return entriesOf(messages).flatMap(([path, text]) => (english.get(path) === text ? [text] : []));
}

/** What merchandisers wrote in the language, which may be what they wrote in English, and what has one name in all. */
async function written(language: Language): Promise<string[]> {
    const columns = await query<{ table: string; column: string }>(
        `SELECT named.table_name AS table, named.column_name AS column
           FROM information_schema.columns named
           JOIN information_schema.columns language USING (table_schema, table_name)
          WHERE language.column_name = 'languageCode' AND named.column_name IN ('name', 'title')
            AND table_schema = 'public'`,
    );
    const rows = await Promise.all(
        columns.map(({ table, column }) =>
            query<{ text: string }>(
                `SELECT DISTINCT "${column}" AS text FROM "${table}" WHERE "languageCode"::text = $1`,
                [language],
            ),
        ),
    );
    const named = await query<{ text: string }>(
        'SELECT name AS text FROM stock_location UNION ALL SELECT sku FROM product_variant',
    );
    return [...rows.flat(), ...named].map(({ text }) => text);
}

/** In texts that are made of what somebody typed, such as an address, or of a device's name or an order's code. */
const TYPED = /Ada Example|Alan Example|1 Main Street|\b\d{5}\b|@example\.com|^Chrome, Linux$|^[A-Z0-9]{16}$/;

const allowed = new Map<Language, ReadonlySet<string>>();
beforeAll(async () => {
    for (const [language, messages] of [
        ['de', de],
        ['fr', fr],
    ] as const) {
        const texts = [brand.name, ...sameInBoth(messages), ...(await written(language))];
        allowed.set(language, new Set(texts));
    }
});

/** Texts that the page has in English and in the other language alike, and nobody translated so. */
async function untranslated(
    page: Page,
    language: Language,
    address: string,
    english: ReadonlySet<string>,
): Promise<string[]> {
    await page.goto(address.replace('/en-us', `/${language}-us`));
    await page.waitForLoadState('networkidle');
    const other = await wordsOf(page);
    expect(other.length).toBeGreaterThan(10);
    const known = allowed.get(language);
    return other.filter(text => english.has(text) && !known?.has(text) && !TYPED.test(text));
}

/** Looks at the page in each language, and is at the last of them then. */
async function expectTranslated(page: Page): Promise<void> {
    await page.waitForLoadState('networkidle');
    const address = page.url();
    const english = new Set(await wordsOf(page));
    for (const language of languages) {
        const found = await untranslated(page, language, address, english);
        expect(found, `${address} in ${language}`).toEqual([]);
    }
}

/** The same, and comes back to the page. */
async function expectTranslatedOnTheWay(page: Page): Promise<void> {
    const address = page.url();
    await expectTranslated(page);
    await page.goto(address);
}

describe('in another language nothing is English', () => {
    it.each([
        '',
        '/collections/electronics',
        '/search?q=camera&min=50&max=900',
        '/search?q=kamrea',
        '/search?q=nothingatall',
        '/sign-in',
        '/register',
        '/forgot-password',
        '/orders',
        '/cart',
        '/compare',
        '/account/privacy',
        '/legal/shipping',
        '/withdraw',
        '/privacy-request',
        '/offline',
        '/not-a-page',
    ])('at %s', async path => {
        const page = await browser.newPage();
        await page.goto(`/en-us${path}`);
        await expectTranslated(page);
    });

    it('from a product to the order', async () => {
        const page = await browser.newPage();
        await openSomethingToBuy(page, 'en-us', 'price-asc');
        await expectTranslatedOnTheWay(page);
        await addAndLook(page);
        await page.goto('/en-us/cart');
        await expectTranslated(page);
        await page.goto('/en-us/checkout');
        await expectTranslatedOnTheWay(page);
        await enterAddress(page, 'us', freshEmail('untranslated'));
        await expectTranslatedOnTheWay(page);
        await chooseDelivery(page);
        await expectTranslatedOnTheWay(page);
        await pay(page);
        await expectTranslated(page);
    });

    it('in an account', async () => {
        const page = await browser.newPage();
        await makeAccount(page, freshEmail('untranslated-account'));
        for (const path of ['', '/sessions', '/addresses/new', '/privacy']) {
            await page.goto(`/en-us/account${path}`);
            await expectTranslated(page);
        }
    });
});
