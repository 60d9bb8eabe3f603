import { Redis } from 'ioredis';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { requireService } from '../support/services';

const root = path.resolve(__dirname, '../..');

/** As Next.js calls it. */
interface Cache {
    get(key: string, context: object): Promise<{ value: unknown } | null>;
    set(key: string, value: object, context: object): Promise<void>;
    revalidateTag(tags: string | string[]): Promise<void>;
}

describe('what storefronts keep in Redis', () => {
    let redis: Redis;
    let one: Cache;
    let other: Cache;
    const tags = ['collections', 'everything'];
    const read = (cache: Cache) => cache.get('menu', { kind: 'FETCH', tags });
    const write = (cache: Cache, body: string, revalidate = 60) =>
        cache.set('menu', { kind: 'FETCH', data: { body }, revalidate }, { fetchCache: true, tags });
    const kept = async (cache: Cache) =>
        ((await read(cache))?.value as { data: { body: string } } | undefined)?.data.body;

    beforeAll(async () => {
        process.env.REDIS_URL = requireService('REDIS_URL', 9);
        redis = new Redis(process.env.REDIS_URL);
        const { default: SharedCache } = (await import(path.join(root, 'storefront/shared-cache.mjs'))) as {
            default: new (context: object) => Cache;
        };
        const context = { revalidatedTags: [], maxMemoryCacheSize: 0 };
        [one, other] = [new SharedCache(context), new SharedCache(context)];
        // Its own connection is being made.
        await vi.waitFor(async () => {
            await read(one);
            await write(one, 'there');
            expect(await kept(one)).toBe('there');
        }, 15_000);
    });
    beforeEach(async () => {
        await redis.flushdb();
        // What a test before asked for, and nobody answered, is answered now.
        await write(one, 'Chairs');
        await read(one);
        await write(one, 'Lamps');
    });
    afterAll(async () => {
        await redis.flushdb();
        redis.disconnect();
    });

    it('is there for all of them, and ends by itself', async () => {
        expect([await kept(one), await kept(other)]).toEqual(['Lamps', 'Lamps']);
        const [entry = ''] = await redis.keys('efi:storefront:kept:*');
        expect(await redis.ttl(entry)).toBeGreaterThan(50);
        expect(await redis.ttl(entry)).toBeLessThanOrEqual(60);
    });

    it.each(tags)('is forgotten by all when one of them is told of “%s”', async tag => {
        await other.revalidateTag(tag);
        expect([await kept(one), await kept(other)]).toEqual([undefined, undefined]);
    });

    it('is not forgotten for what it does not depend on', async () => {
        await other.revalidateTag(['content', 'settings']);
        expect(await kept(one)).toBe('Lamps');
    });

    it('is never an answer from before a change that came after it', async () => {
        await one.revalidateTag('collections');
        await read(one);
        await other.revalidateTag('collections');
        // Who asks meanwhile does not make the first answer any newer.
        await read(one);
        await write(one, 'Old lamps');
        expect(await kept(other)).toBeUndefined();
        await write(other, 'New lamps');
        expect(await kept(one)).toBe('New lamps');
    });

    it('is no more than so many entries, whatever addresses somebody makes up', async () => {
        for (let at = 0; at < 5_200; at++) {
            await one.get(`made-up-${at}`, { kind: 'FETCH', tags });
            await one.set(`made-up-${at}`, { kind: 'FETCH', data: { body: '' }, revalidate: 60 }, { tags });
        }
        expect((await redis.keys('efi:storefront:kept:*')).length).toBeLessThanOrEqual(5_000);
    });
});
