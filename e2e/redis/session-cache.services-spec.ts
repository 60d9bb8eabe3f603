import type { CachedSession } from '@vendure/core';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { RedisSessionCacheStrategy } from '../../src/redis/redis-session-cache-strategy';
import { requireService } from '../support/services';
import { cuttableProxy, type CuttableProxy } from '../support/cuttable-proxy';

describe('sessions in Redis', () => {
    const url = requireService('REDIS_URL', 4);
    const redis = new Redis(url);
    const cache = new RedisSessionCacheStrategy(url);
    const session: CachedSession = {
        id: 1,
        token: 'token',
        expires: new Date('2030-01-01T00:00:00Z'),
        cacheExpiry: 1_900_000_000,
        activeOrderId: 7,
    };

    beforeAll(async () => {
        cache.init();
        await vi.waitFor(async () => {
            await cache.set(session);
            expect(await cache.get('token')).toBeDefined();
        }, 15_000);
    });
    beforeEach(() => redis.flushdb());
    afterAll(async () => {
        cache.destroy();
        await redis.quit();
    });

    it('come back as they were, dates too, and end by themselves', async () => {
        await cache.set(session);
        expect(await cache.get('token')).toEqual(session);
        expect(await redis.ttl('efi:session:token')).toBeGreaterThan(60);
        expect(await redis.dbsize()).toBe(1);
    });

    it('are left to PostgreSQL for a minute when their cart changes, since the change may yet roll back', async () => {
        await cache.set(session);
        await cache.set({ ...session, activeOrderId: undefined });
        expect(await cache.get('token')).toBeUndefined();
        // Neither what the transaction writes nor what others read before it commits is taken in meanwhile.
        await cache.set({ ...session, activeOrderId: undefined });
        await cache.set(session);
        expect(await cache.get('token')).toBeUndefined();
        expect(await redis.ttl('efi:session:token')).toBeGreaterThan(50);
        expect(await redis.ttl('efi:session:token')).toBeLessThanOrEqual(60);

        await redis.del('efi:session:token'); // the minute is over
        await cache.set(session);
        expect(await cache.get('token')).toEqual(session);
    });

    it('are gone when signed out, and all of them when permissions change', async () => {
        await cache.set(session);
        await cache.delete('token');
        expect(await cache.get('token')).toBeUndefined();

        for (let n = 0; n < 2_500; n++) void cache.set({ ...session, token: `t${n}` });
        await expect.poll(() => redis.dbsize()).toBe(2_500);
        await redis.set('other', 'stays');
        await cache.clear();
        expect(await redis.keys('*')).toEqual(['other']);
    });

    describe('while Redis is away', () => {
        let proxy: CuttableProxy;
        let behindProxy: RedisSessionCacheStrategy;

        beforeEach(async () => {
            proxy = await cuttableProxy({ host: '127.0.0.1', port: Number(new URL(url).port) });
            behindProxy = new RedisSessionCacheStrategy(`redis://127.0.0.1:${proxy.port}/4`);
            behindProxy.init();
            await expect
                .poll(() => behindProxy.set(session).then(() => behindProxy.get('token')))
                .toBeDefined();
            await proxy.cut();
        });
        afterEach(async () => {
            behindProxy.destroy();
            await proxy.cut();
        });

        it('are a miss at once, and there again when it is', async () => {
            const begun = performance.now();
            expect(await behindProxy.get('token')).toBeUndefined();
            await behindProxy.set(session);
            expect(performance.now() - begun).toBeLessThan(50);

            await proxy.mend();
            await expect.poll(() => behindProxy.get('token'), { timeout: 5_000 }).toEqual(session);
        });

        it('stay signed out when it is back', async () => {
            await behindProxy.delete('token');
            await proxy.mend();
            await expect.poll(backAgain, { timeout: 5_000 }).toBe(true);
            expect(await behindProxy.get('token')).toBeUndefined();
            expect(await redis.exists('efi:session:token')).toBe(0);
        });

        it('are all gone when it is back, if permissions changed meanwhile', async () => {
            await behindProxy.clear();
            await proxy.mend();
            await expect.poll(backAgain, { timeout: 5_000 }).toBe(true);
            expect(await behindProxy.get('token')).toBeUndefined();
        });

        async function backAgain(): Promise<boolean> {
            await behindProxy.set({ ...session, token: 'another' });
            return (await behindProxy.get('another')) !== undefined;
        }
    });
});
