import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cachedShop } from './support/cached-shop';
import { ComparedServers, type Question, ROUNDS, SEED } from './support/compared-servers';
import { RandomSource } from './support/random-source';
import { RandomWrites } from './support/random-writes';

const PRODUCT = `query ($slug: String!) { product(slug: $slug) {
    id name slug description optionGroups { name options { name } } facetValues { name facet { name } }
    variants { id sku name price priceWithTax currencyCode stockLevel taxRateApplied { value } options { name } }
    collections { name slug breadcrumbs { name } } translations { languageCode slug } } }`;

const questions: readonly Question[] = [
    ...['lamp', 'chair', 'rug', 'stool'].map(slug => ({
        query: PRODUCT.replace(/collections {.*} } /, ''),
        options: { variables: { slug } },
    })),
    {
        query: PRODUCT,
        options: { variables: { slug: 'lamp-de' }, parameters: { languageCode: 'de' } },
        byJobs: true,
    },
    { query: PRODUCT, options: { variables: { slug: 'rug' } }, byJobs: true },
    {
        query: '{ product(id: 1) { name enabled variants { price stockLevel } } other: product(id: 3) { name } }',
    },
    {
        query: '{ products(options: { sort: { id: ASC } }) { totalItems items { id name slug variants { id price stockLevel } } } }',
    },
    {
        query: '{ products(options: { filter: { name: { contains: "1" } }, sort: { id: ASC } }) { items { name } } }',
    },
    {
        query: '{ search(input: { groupByProduct: false, take: 20 }) { totalItems items { productVariantName slug inStock priceWithTax { ... on SinglePrice { value } } } facetValues { count facetValue { name } } } }',
        byJobs: true,
    },
    {
        query: '{ search(input: { groupByProduct: true, inStock: true }) { items { productName priceWithTax { ... on PriceRange { min max } } } collections { count collection { name } } } }',
        byJobs: true,
    },
    { query: '{ collections(options: { sort: { id: ASC } }) { items { id name slug children { name } } } }' },
    {
        query: '{ collections(options: { sort: { id: ASC } }) { items { name productVariants(options: { sort: { id: ASC } }) { totalItems items { id name price stockLevel } } } } }',
        byJobs: true,
    },
    {
        query: '{ facets(options: { sort: { id: ASC } }) { items { name valueList { items { name } } } } activeChannel { pricesIncludeTax } }',
    },
];

describe(`through random writes (EFI_SHOP_CACHE_SEED=${SEED})`, async () => {
    const shop = await cachedShop();
    const random = new RandomSource(SEED);
    const writes = new RandomWrites(shop, random);
    let second: Awaited<ReturnType<typeof shop.startSecond>>;

    beforeAll(async () => {
        await shop.start();
        second = await shop.startSecond();
        await writes.prepare();
    });

    afterAll(async () => {
        await second.stop();
        await shop.stop();
    });

    it(
        'both servers say what they would say without a cache',
        async () => {
            const servers = new ComparedServers(shop.reader, second.reader, questions);
            await servers.compare(() => writes.next(), random);
            expect(servers.hits).toBeGreaterThan(ROUNDS);
        },
        60_000 + ROUNDS * 2_000,
    );
});
