import { describe, expect, it } from 'vitest';
import { HotPages, type MadePage } from './hot-pages';

function setUp(most = 100) {
    const clock = { now: 0 };
    const pages = new HotPages({ life: 1_000, threshold: 2, most, now: () => clock.now });
    let made = 0;
    const make = (): Promise<MadePage> => Promise.resolve({ parts: [String(++made)], headers: {} });
    const ask = async (key = 'a') => (await pages.get(key, make))?.parts[0];
    return { clock, pages, ask };
}

describe('pages that many ask for', () => {
    it('are made for each who asks until they are many, then once for all', async () => {
        const { ask } = setUp();
        expect([await ask(), await ask()]).toEqual([undefined, undefined]);
        expect([await ask(), await ask(), await ask()]).toEqual(['1', '1', '1']);
    });

    it('are made once for all who come while that takes', async () => {
        const { ask } = setUp();
        await Promise.all([ask(), ask()]);
        expect(await Promise.all([ask(), ask(), ask()])).toEqual(['1', '1', '1']);
    });

    it('live from when they were asked for, and are then made anew', async () => {
        const { ask, clock } = setUp();
        for (let n = 0; n < 4; n++) {
            await ask();
        }
        clock.now = 999;
        expect(await ask()).toBe('1');
        clock.now = 1_000;
        expect(await ask()).toBe('2');
    });

    it('are made anew before their life is over, while the last one is still given out', async () => {
        const clock = { now: 0 };
        const pages = new HotPages({ life: 1_000, threshold: 0, most: 9, now: () => clock.now });
        const finish: ((page: MadePage) => void)[] = [];
        const make = () => new Promise<MadePage>(resolve => finish.push(resolve));
        const first = pages.get('a', make);
        finish[0]?.({ parts: ['1'], headers: {} });
        await first;
        clock.now = 699;
        await pages.get('a', make);
        expect(finish).toHaveLength(1);
        clock.now = 700;
        expect((await pages.get('a', make))?.parts).toEqual(['1']);
        expect((await pages.get('a', make))?.parts).toEqual(['1']);
        expect(finish).toHaveLength(2);
        clock.now = 1_000;
        const late = pages.get('a', make);
        finish[1]?.({ parts: ['2'], headers: {} });
        expect((await late)?.parts).toEqual(['2']);
        clock.now = 1_699;
        expect((await pages.get('a', make))?.parts).toEqual(['2']);
    });

    it('live on to their end when the next one can not be made', async () => {
        const clock = { now: 0 };
        const pages = new HotPages({ life: 1_000, threshold: 0, most: 9, now: () => clock.now });
        await pages.get('a', () => Promise.resolve({ parts: ['1'], headers: {} }));
        clock.now = 800;
        const fail = () => Promise.reject(new Error('away'));
        expect((await pages.get('a', fail))?.parts).toEqual(['1']);
        expect((await pages.get('a', fail))?.parts).toEqual(['1']);
        clock.now = 1_000;
        await expect(pages.get('a', fail)).rejects.toThrow('away');
    });

    it('are each by themselves', async () => {
        const { ask } = setUp();
        await Promise.all([ask(), ask(), ask()]);
        expect(await ask('b')).toBeUndefined();
    });

    it('are made for each again when few ask', async () => {
        const { ask, clock } = setUp();
        await Promise.all([ask(), ask(), ask()]);
        for (const now of [1_000, 2_000, 3_000]) {
            clock.now = now;
            await ask();
        }
        clock.now = 4_000;
        await ask();
        clock.now = 5_000;
        expect(await ask()).toBeUndefined();
    });

    it('are no longer given out once all is forgotten', async () => {
        const { ask, pages } = setUp();
        await Promise.all([ask(), ask(), ask()]);
        pages.clear();
        expect(await ask()).toBeUndefined();
    });

    it('are forgotten when others are asked for more', async () => {
        const { ask } = setUp(2);
        await Promise.all([ask(), ask(), ask()]);
        await Promise.all([ask('b'), ask('c')]);
        expect(await ask()).toBeUndefined();
    });

    it('that could not be made are tried again by the next', async () => {
        const { clock } = setUp();
        const pages = new HotPages({ life: 1_000, threshold: 0, most: 9, now: () => clock.now });
        await expect(pages.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
        expect(await pages.get('a', () => Promise.resolve({ parts: ['x'], headers: {} }))).toBeDefined();
    });
});
