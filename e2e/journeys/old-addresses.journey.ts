import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphQlClient } from '../support/graphql-client';
import { shopUrl } from './support/browser';

const FIRST_OF_EACH = `{
    products(options: { take: 1, sort: { id: ASC } }) { items { id translations { languageCode name slug } } }
    collections(options: { topLevelOnly: true, take: 1 }) { items { id translations { languageCode name slug } } }
}`;

interface Translated {
    readonly id: string;
    readonly translations: ReadonlyArray<{
        readonly languageCode: string;
        readonly name: string;
        readonly slug: string;
    }>;
}

interface FirstOfEach {
    readonly products: { readonly items: readonly [Translated] };
    readonly collections: { readonly items: readonly [Translated] };
}

/** How each kind is changed in the Admin API. */
const changes = {
    products: ['updateProduct', 'ProductTranslationInput'],
    collections: ['updateCollection', 'UpdateCollectionTranslationInput'],
} as const;

describe.each(['products', 'collections'] as const)('a slug of one of the %s that has changed', kind => {
    const admin = new GraphQlClient(`${process.env.EFI_SERVER_URL}/admin-api`);
    let item: Translated;
    const slugIn = (language: string) =>
        item.translations.find(each => each.languageCode === language)?.slug ?? '';

    /** In German and in English, each its own. */
    const renameAll = (slugOf: (slug: string) => string) =>
        admin.run(
            `mutation ($id: ID!, $translations: [${changes[kind][1]}!]) {
                ${changes[kind][0]}(input: { id: $id, translations: $translations }) { id }
            }`,
            {
                id: item.id,
                translations: item.translations.map(({ languageCode, name, slug }) => ({
                    languageCode,
                    name,
                    slug: slugOf(slug),
                })),
            },
        );

    const visit = (path: string) => fetch(shopUrl + path, { redirect: 'manual' });
    const statusOf = async (path: string) => (await visit(path)).status;

    beforeAll(async () => {
        await admin.run(
            `mutation { login(username: "superadmin", password: "superadmin") { ... on ErrorResult { errorCode } } }`,
        );
        const first = await admin.run<FirstOfEach>(FIRST_OF_EACH);
        [item] = first[kind].items;
        await renameAll(slug => `${slug}-between`);
        await renameAll(slug => `${slug}-new`);
    });
    afterAll(() => renameAll(slug => slug));

    it.each([
        ['en-us', 'en'],
        ['de-de', 'de'],
        ['fr-gb', 'fr'],
    ])('leads on from the old address in %s, in one step, with its query', async (locale, language) => {
        const slug = slugIn(language);
        // The page of a collection is kept until word of the change has come.
        await expect
            .poll(() => statusOf(`/${locale}/${kind}/${slug}`), { timeout: 15_000, interval: 500 })
            .toBe(308);
        for (const old of [slug, `${slug}-between`]) {
            const answer = await visit(`/${locale}/${kind}/${old}?utm_source=letter&tag=a&tag=b%26c`);
            expect(answer.status).toBe(308);
            const target = new URL(answer.headers.get('location') ?? '', shopUrl);
            expect(target.origin).toBe(new URL(shopUrl).origin);
            expect(target.pathname).toBe(`/${locale}/${kind}/${slug}-new`);
            expect(target.search).toBe('?utm_source=letter&tag=a&tag=b%26c');
        }
        expect(await statusOf(`/${locale}/${kind}/${slug}-new`)).toBe(200);
    });

    it('stands in no sitemap and in no canonical link', async () => {
        const sitemap = async () => (await fetch(`${shopUrl}/sitemaps/de-de.xml`)).text();
        const address = (slug: string) => `${shopUrl}/de-de/${kind}/${slug}`;
        await expect
            .poll(sitemap, { timeout: 15_000, interval: 500 })
            .toContain(`<loc>${address(`${slugIn('de')}-new`)}</loc>`);
        expect(await sitemap()).not.toContain(`${address(slugIn('de'))}"`);
        expect(await sitemap()).not.toContain(`${address(slugIn('de'))}<`);
        const page = await (await visit(`/de-de/${kind}/${slugIn('de')}-new`)).text();
        expect(page).toContain(`<link rel="canonical" href="${address(`${slugIn('de')}-new`)}"/>`);
    });

    it.each(['no-such-thing', '%2F%2Fexample.com', 'https:%2F%2Fexample.com'])(
        'leads nowhere from %s, which nothing ever was called',
        async slug => {
            expect(await statusOf(`/en-us/${kind}/${slug}`)).toBe(404);
        },
    );
});

it.each(['/en-gb/products/%E0%A4%A', '/en-gb/collections/100%25', '/de-de/%25'])(
    'the address %s, which nobody can read, is of a page that is not there',
    async path => {
        const answer = await fetch(shopUrl + path, { redirect: 'manual' });
        expect(answer.status).toBe(404);
        expect(answer.headers.get('content-security-policy')).toContain("'nonce-");
        expect(await answer.text()).toContain(path.startsWith('/de') ? 'lang="de-DE"' : 'lang="en-GB"');
    },
);
