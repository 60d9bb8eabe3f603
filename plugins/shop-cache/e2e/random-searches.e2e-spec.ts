import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cachedShop } from './support/cached-shop';
import { ComparedServers, ROUNDS, SEED } from './support/compared-servers';
import { RandomIndexWrites } from './support/random-index-writes';
import { randomSearches } from './support/random-searches';
import { RandomSource } from './support/random-source';
import { RandomWrites } from './support/random-writes';

describe(`searches through random writes (EFI_SHOP_CACHE_SEED=${SEED})`, async () => {
    const shop = await cachedShop('efi');
    const random = new RandomSource(SEED);
    const catalogue = new RandomWrites(shop, random);
    const writes = new RandomIndexWrites(shop, random, catalogue);
    let second: Awaited<ReturnType<typeof shop.startSecond>>;

    beforeAll(async () => {
        await shop.start();
        second = await shop.startSecond();
        await catalogue.prepare();
        await writes.prepare();
    });

    afterAll(async () => {
        await second.stop();
        await shop.stop();
    });

    it(
        'both servers find what they would find without a cache',
        async () => {
            const searches = [
                ...randomSearches(random, 60),
                {
                    query: '{ search(input: { groupByProduct: true, take: 3 }) { totalItems items { productName } facetValues { count } } }',
                    byJobs: true,
                },
                {
                    query: '{ efiSearchSuggestions(term: "lam") { products { productName slug } collections { name } correctedTerm } }',
                    byJobs: true,
                },
            ];
            const servers = new ComparedServers(shop.reader, second.reader, searches);
            await servers.compare(() => writes.next(), random, 6);
            // A write leaves most of them as they were.
            expect(servers.hits).toBeGreaterThan(ROUNDS);
        },
        60_000 + ROUNDS * 4_000,
    );
});
