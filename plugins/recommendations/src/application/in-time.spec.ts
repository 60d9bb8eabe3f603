import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { firstInTime, type Miss } from './in-time';

const HOUR = 3_600_000;
const never = () => new Promise<string>(() => undefined);
const answer = (text: string) => () => Promise.resolve(text);
const failure = () => Promise.reject(new Error('The database is away.'));

async function run(budgetMs: number, ...attempts: Array<() => Promise<string>>) {
    const misses: Array<Miss['kind']> = [];
    const got = await firstInTime(
        budgetMs,
        attempts.map((attempt, index) => ({ share: index === attempts.length - 1 ? 1 : 0.5, run: attempt })),
        ({ kind }) => misses.push(kind),
    );
    return { got, misses };
}

describe('the first answer in time', () => {
    it('is the first attempt’s when that has one', async () => {
        expect(await run(HOUR, answer('whole'), answer('popular'))).toEqual({ got: 'whole', misses: [] });
    });

    it('is the second’s when the first fails, or is late', async () => {
        expect(await run(HOUR, failure, answer('popular'))).toEqual({ got: 'popular', misses: ['failed'] });
        expect(await run(40, never, answer('popular'))).toEqual({ got: 'popular', misses: ['late'] });
    });

    it('is none, and no error, when all of them fail or are late', async () => {
        expect(await run(HOUR, failure, failure)).toEqual({ got: undefined, misses: ['failed', 'failed'] });
        expect(await run(40, never, never)).toEqual({ got: undefined, misses: ['late', 'late'] });
    });

    it('begins nothing once the time is up', async () => {
        let begun = false;
        const late = async () => {
            begun = true;
            return Promise.resolve('popular');
        };
        let clock = 0;
        const got = await firstInTime(
            10,
            [
                {
                    share: 1,
                    run: async () => {
                        clock = 11;
                        await sleep(0);
                        throw new Error('The database is away.');
                    },
                },
                { share: 1, run: late },
            ],
            () => undefined,
            () => clock,
        );
        expect([got, begun]).toEqual([undefined, false]);
    });
});
