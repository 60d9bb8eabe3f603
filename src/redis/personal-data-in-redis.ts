import type { PersonalDataStore } from '@efi/gdpr-plugin';
import { mentionsAny } from '@efi/plugin-kit';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { redisOptions } from './redis-connection';

/** Vendure's name for the one queue that all jobs are in. */
const QUEUE = 'vendure-job-queue';

/** What this application writes: others may use the same Redis. */
const OWN = ['efi:*', `bull:${QUEUE}:*`] as const;

const JOB = new RegExp(`^bull:${QUEUE}:([^:]+)$`);

/** So many keys are asked for at once. */
const PAGE = 500;

/** Jobs, sessions and kept answers in Redis: they may carry anything, so they are found by what they mention. */
export function personalDataInRedis(url: string): PersonalDataStore {
    return {
        part: 'redis',
        async erase(strings) {
            const redis = new Redis({ ...redisOptions(url), maxRetriesPerRequest: 3 });
            const queue = new Queue(QUEUE, { connection: { ...redisOptions(url), maxRetriesPerRequest: 3 } });
            // Who asks is told by what fails; without a listener the process would end.
            for (const connection of [redis, queue]) {
                connection.on('error', () => undefined);
            }
            try {
                return await eraseAll(redis, queue, strings);
            } finally {
                await queue.close();
                redis.disconnect();
            }
        },
    };
}

async function eraseAll(redis: Redis, queue: Queue, strings: readonly string[]): Promise<number> {
    const mentions = mentionsAny(strings);
    let erased = 0;
    for (const match of OWN) {
        for await (const keys of redis.scanStream({ match, count: PAGE }) as AsyncIterable<string[]>) {
            for (const key of new Set(keys)) {
                erased += await eraseKey(redis, queue, key, mentions);
            }
        }
    }
    return erased;
}

/**
 * @returns how many things it erased.
 * @throws when a worker has the job that it is: the part is tried again later.
 */
async function eraseKey(
    redis: Redis,
    queue: Queue,
    key: string,
    mentions: (text: string) => boolean,
): Promise<number> {
    if ((await redis.type(key)) === 'stream') {
        const entries = await redis.xrange(key, '-', '+');
        const ids = entries.filter(([, fields]) => mentions(fields.join(' '))).map(([id]) => id);
        return ids.length ? redis.xdel(key, ...ids) : 0;
    }
    if (!mentions(`${key} ${await textOf(redis, key)}`)) {
        return 0;
    }
    const [, jobId] = JOB.exec(key) ?? [];
    if (jobId === undefined) {
        return redis.del(key);
    }
    if (!(await queue.remove(jobId))) {
        throw new Error(`Job ${jobId} is being worked on`);
    }
    return 1;
}

async function textOf(redis: Redis, key: string): Promise<string> {
    switch (await redis.type(key)) {
        case 'string':
            return (await redis.get(key)) ?? '';
        case 'hash':
            return Object.entries(await redis.hgetall(key)).join(' ');
        case 'list':
            return (await redis.lrange(key, 0, -1)).join(' ');
        case 'set':
            return (await redis.smembers(key)).join(' ');
        case 'zset':
            return (await redis.zrange(key, 0, -1)).join(' ');
        default:
            return '';
    }
}
