import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cachedShop } from './support/cached-shop';
import { RandomSource } from './support/random-source';
import { RandomWrites } from './support/random-writes';
import type { ReadOptions, ShopReader } from './support/shop-reader';

/** For a long run: EFI_SHOP_CACHE_ROUNDS=3000. What failed is run again by its seed, as far as time allows. */
const ROUNDS = Number(process.env.EFI_SHOP_CACHE_ROUNDS ?? 40);
const SEED = Number(process.env.EFI_SHOP_CACHE_SEED ?? Date.now() % 1_000_000);
/** So long may another server be behind, in milliseconds. */
const A_SECOND = 1_000;

const PRODUCT = `query ($slug: String!) { product(slug: $slug) {
    id name slug description optionGroups { name options { name } } facetValues { name facet { name } }
    variants { id sku name price priceWithTax currencyCode stockLevel taxRateApplied { value } options { name } }
    collections { name slug breadcrumbs { name } } translations { languageCode slug } } }`;

interface Question {
    readonly query: string;
    readonly options?: ReadOptions;
    /** Jobs that run on after a write change its answer once more. */
    readonly byJobs?: boolean;
}

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
    let hits = 0;
    let checks = 0;

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
            const readers = new Interleaved([shop.reader, second.reader]);
            const reading = readers.run(random);
            try {
                for (let round = 0; round < ROUNDS; round++) {
                    const write = writes.next();
                    await write.run();
                    const asked = Array.from({ length: 2 }, () => random.pick(questions));
                    for (const question of asked) {
                        await expectSameAtOnce(question, `round ${round}, ${write.name}`);
                    }
                    for (const question of asked.slice(0, round % 2)) {
                        await expectSameSoon(question, `round ${round}, ${write.name}`);
                    }
                }
            } finally {
                readers.stop();
                await reading;
            }
            for (const question of questions) {
                await expectSameSoon(question, 'the end');
            }
            console.info(
                `shop-cache: seed ${SEED}, ${ROUNDS} writes, ${checks} comparisons, ${hits + readers.hits} hits`,
            );
            expect(hits + readers.hits).toBeGreaterThan(ROUNDS);
        },
        60_000 + ROUNDS * 2_000,
    );

    /** The first answer after the write's own. Where jobs go on changing it, as soon as two fresh answers agree. */
    async function expectSameAtOnce({ query, options, byJobs }: Question, when: string): Promise<void> {
        let cached = await shop.reader.read(query, options);
        let fresh = await shop.reader.readFresh(query, options);
        for (let tries = 0; byJobs && tries < 20 && cached.text !== fresh.text; tries++) {
            const before = await shop.reader.readFresh(query, options);
            cached = await shop.reader.read(query, options);
            fresh = await shop.reader.readFresh(query, options);
            if (before.text === fresh.text) {
                break;
            }
        }
        expect(cached.text, `${when}: ${query} ${JSON.stringify(options)}`).toBe(fresh.text);
        checks++;
        hits += Number((await shop.reader.read(query, options)).hit);
    }

    async function expectSameSoon({ query, options }: Question, when: string): Promise<void> {
        const end = Date.now() + A_SECOND;
        for (;;) {
            const last = Date.now() > end;
            const before = await second.reader.readFresh(query, options);
            const cached = await second.reader.read(query, options);
            const after = await second.reader.readFresh(query, options);
            const steady = before.text === after.text;
            if (steady && (cached.text === after.text || last)) {
                expect(cached.text, `second server, ${when}: ${query}`).toBe(after.text);
                checks++;
                return;
            }
        }
    }
});

/** Reads without end, so that answers are being made at every moment of a write. */
class Interleaved {
    hits = 0;
    private stopped = false;

    constructor(private readonly readers: readonly ShopReader[]) {}

    async run(random: RandomSource): Promise<void> {
        const own = new RandomSource(random.below(1_000_000));
        await Promise.all(
            this.readers.map(async reader => {
                while (!this.stopped) {
                    const { query, options } = own.pick(questions);
                    this.hits += Number((await reader.read(query, options)).hit);
                    await new Promise(resolve => setTimeout(resolve, own.below(25)));
                }
            }),
        );
    }

    stop(): void {
        this.stopped = true;
    }
}
