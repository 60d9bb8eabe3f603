import { Redis } from 'ioredis';

/** Everything that a database of Redis has: each key, and what is kept under it. */
export async function redisTexts(url: string): Promise<{ where: string; content: Buffer }[]> {
    const redis = new Redis(url);
    try {
        const found: { where: string; content: Buffer }[] = [];
        for (const key of await redis.keys('*')) {
            found.push({ where: key, content: Buffer.concat(await partsOf(redis, key)) });
        }
        return found;
    } finally {
        redis.disconnect();
    }
}

async function partsOf(redis: Redis, key: string): Promise<Buffer[]> {
    switch (await redis.type(key)) {
        case 'string':
            return [(await redis.getBuffer(key)) ?? Buffer.alloc(0)];
        case 'hash':
            return Object.values(await redis.hgetallBuffer(key));
        case 'list':
            return redis.lrangeBuffer(key, 0, -1);
        case 'set':
            return redis.smembersBuffer(key);
        case 'zset':
            return redis.zrangeBuffer(key, 0, -1);
        case 'stream':
            return (await redis.xrangeBuffer(key, '-', '+')).flatMap(([id, fields]) => [id, ...fields]);
        default:
            throw new Error(`${key} is of a kind that is not known here`);
    }
}
