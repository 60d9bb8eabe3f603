/**
 * Where Next.js keeps things (its `cacheHandler`): in this process, as it does by itself, but for what it keeps of the Shop
 * API, which goes to Redis when REDIS_URL is set. Then several storefronts ask the server once between them, and the one
 * that is told of a change has told all of them. While Redis is away, each request asks the server.
 *
 * Each tag has a number in Redis, which goes up when the tag is called back. An entry holds the numbers that its tags had
 * before its answer was asked for, and counts as long as they are the same: an answer from before a change that comes late
 * is never given out, and nobody's clock matters.
 */
import FileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js';

/** @typedef {import('next/dist/server/lib/incremental-cache/file-system-cache').default} NextCache */

const TAGS = 'efi:storefront:tags';
const ENTRY = 'efi:storefront:kept:';
const WRITTEN = 'efi:storefront:written:';
/** In the longest life that an entry has. */
const MOST_WRITTEN = 5_000;
/** On every entry, as `EVERYTHING` of cache-manifest.ts. */
const EVERYTHING = 'everything';
/** Seconds that an entry is kept whose life nobody says, and the longest of those in cache-manifest.ts. */
const LIFE = 300;
/** Of answers that are being asked for: what their tags' numbers were. The oldest is forgotten, and then not kept. */
const MOST_ASKED = 5_000;

/** @type {Map<string, string>} */
const asked = new Map();
const redis = process.env.REDIS_URL ? await connect(process.env.REDIS_URL) : undefined;

/** @type {typeof NextCache} */
const OwnMemory = FileSystemCache.default ?? FileSystemCache;

export default class SharedCache extends OwnMemory {
    /** @type {NextCache['get']} */
    async get(key, context) {
        if (!redis || context.kind !== 'FETCH') {
            return super.get(key, context);
        }
        try {
            const tags = context.tags ?? [];
            const [numbers, written] = await Promise.all([numbersOf(redis, tags), redis.get(ENTRY + key)]);
            const entry = written === null ? undefined : JSON.parse(written);
            if (entry?.numbers === numbers) {
                return { lastModified: entry.lastModified, value: entry.value };
            }
            remember(key, numbers);
        } catch {
            // Said once by the connection.
        }
        return null;
    }

    /** @type {NextCache['set']} */
    async set(key, value, context) {
        if (!redis || value?.kind !== 'FETCH') {
            return super.set(key, value, context);
        }
        const numbers = asked.get(key);
        asked.delete(key);
        if (numbers === undefined) {
            return;
        }
        const life = typeof value.revalidate === 'number' ? Math.max(1, value.revalidate) : LIFE;
        const entry = JSON.stringify({ numbers, lastModified: Date.now(), value });
        try {
            if (await hasRoom(redis)) {
                await redis.set(ENTRY + key, entry, 'EX', life);
            }
        } catch {
            // Said once by the connection.
        }
    }

    /** @type {NextCache['revalidateTag']} */
    async revalidateTag(tags, durations) {
        await super.revalidateTag(tags, durations);
        if (redis) {
            await callBack(redis, [tags].flat());
        }
    }
}

/**
 * @param {string} key
 * @param {string} numbers
 */
function remember(key, numbers) {
    // Of two who ask, the first may be answered with what was before a change: its numbers hold for both.
    if (!asked.has(key)) {
        asked.set(key, numbers);
    }
    if (asked.size > MOST_ASKED) {
        asked.delete(asked.keys().next().value);
    }
}

/**
 * Whether fewer entries than allowed were written lately: addresses that somebody made up must not fill Redis.
 *
 * @param {import('ioredis').Redis} client
 */
async function hasRoom(client) {
    const written = WRITTEN + Math.floor(Date.now() / 1_000 / LIFE);
    const [count] = (await client.multi().incr(written).expire(written, LIFE).exec()) ?? [];
    return Number(count?.[1]) <= MOST_WRITTEN;
}

/**
 * @param {import('ioredis').Redis} client
 * @param {readonly string[]} tags
 */
async function numbersOf(client, tags) {
    return tags.length === 0 ? '' : (await client.hmget(TAGS, ...tags)).map(number => number ?? 0).join();
}

/**
 * @param {import('ioredis').Redis} client
 * @param {readonly string[]} tags
 */
async function callBack(client, tags) {
    const calls = client.multi();
    tags.forEach(tag => calls.hincrby(TAGS, tag, 1));
    await calls.exec();
}

/** @param {string} address */
async function connect(address) {
    const { Redis } = await import('ioredis');
    const client = new Redis(address, {
        enableOfflineQueue: false,
        maxRetriesPerRequest: 0,
        commandTimeout: 1_000,
        retryStrategy: attempt => Math.min(attempt * 200, 3_000),
    });
    let isAway = false;
    client.on('error', error => {
        if (!isAway) {
            console.warn(`Redis is away, nothing is kept meanwhile: ${error.message}`);
        }
        isAway = true;
    });
    client.on('ready', () => {
        if (isAway) {
            console.info('Redis is back');
            // Word of changes may have been lost meanwhile.
            callBack(client, [EVERYTHING]).catch(() => undefined);
        }
        isAway = false;
    });
    return client;
}
