import { describe, expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time';

describe('costly work', () => {
    it('is done one after the other, also after a failure, and turned away when too much waits', async () => {
        const run = oneAtATime(2);
        const log: string[] = [];
        const work = (name: string, fails = false) =>
            run(async () => {
                log.push(`${name} begins`);
                await Promise.resolve();
                log.push(`${name} ends`);
                if (fails) {
                    throw new Error(name);
                }
                return name;
            });
        const first = work('a', true);
        const second = work('b');
        expect(work('c')).toBeUndefined();
        await expect(first).rejects.toThrow('a');
        expect(await second).toBe('b');
        expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
        expect(await work('d')).toBe('d');
    });
});
