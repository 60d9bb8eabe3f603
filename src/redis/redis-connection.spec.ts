import { describe, expect, it } from 'vitest';
import { redisOptions } from './redis-connection';
import { RedisUnavailableError } from './redis-unavailable.error';

describe('redisOptions', () => {
    it('reads host, port and database from the address, with the usual ones where it names none', () => {
        expect(redisOptions('redis://cache:6380/2')).toMatchObject({ host: 'cache', port: 6380, db: 2 });
        expect(redisOptions('redis://cache')).toMatchObject({ host: 'cache', port: 6379, db: 0 });
        expect(redisOptions('redis://cache')).not.toHaveProperty('tls');
    });

    it('reads credentials that need escaping, and asks for TLS with rediss:', () => {
        expect(redisOptions('rediss://shop:p%40ss@cache')).toMatchObject({
            username: 'shop',
            password: 'p@ss',
            tls: {},
        });
    });

    it('reconnects for ever, three seconds apart at most', () => {
        const { retryStrategy } = redisOptions('redis://cache');
        expect([1, 2, 1_000].map(attempt => retryStrategy?.(attempt))).toEqual([200, 400, 3_000]);
    });
});

describe('RedisUnavailableError', () => {
    it('says where, why and what to do, but no password', () => {
        const error = RedisUnavailableError.from('redis://:secret@cache:6380', new Error('ECONNREFUSED'));
        expect(error.message).toMatch(/^Can't use Redis at cache:6380: ECONNREFUSED\. Check REDIS_URL/);
        expect(error.message).not.toContain('secret');
    });
});
