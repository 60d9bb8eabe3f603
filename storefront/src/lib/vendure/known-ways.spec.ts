import { describe, expect, it } from 'vitest';
import { firstKnownWay } from './known-ways';

const unknown = new Error('No such field');

/** A server that can be taught, with a clock of its own. */
function server() {
    const knows = new Set<string>(['plain']);
    const asked: string[] = [];
    let time = 0;
    const way = (needs: string) => ({
        needs,
        ask: () => {
            asked.push(needs);
            return knows.has(needs) ? Promise.resolve(needs) : Promise.reject(unknown);
        },
    });
    const ask = firstKnownWay(
        error => error === unknown,
        () => time,
    );
    return {
        knows,
        asked,
        ask: () => ask([way('suggestions'), way('prices'), way('plain')]),
        wait: (milliseconds: number) => (time += milliseconds),
    };
}

describe('firstKnownWay', () => {
    it('takes the first that the server knows, and asks it nothing else', async () => {
        const { ask, asked, knows } = server();
        knows.add('suggestions').add('prices');
        expect(await ask()).toBe('suggestions');
        expect(asked).toEqual(['suggestions']);
    });

    it('remembers what the server does not know, for a while', async () => {
        const { ask, asked, knows, wait } = server();
        knows.add('prices');
        expect([await ask(), await ask()]).toEqual(['prices', 'prices']);
        expect(asked).toEqual(['suggestions', 'prices', 'prices']);
        knows.add('suggestions');
        wait(300_000);
        expect(await ask()).toBe('suggestions');
    });

    it('falls as far as the last', async () => {
        expect(await server().ask()).toBe('plain');
    });

    it('passes on what the last way answers, and every other error', async () => {
        const isUnknown = (error: unknown) => error === unknown;
        const failing = { needs: 'x', ask: () => Promise.reject(unknown) };
        await expect(firstKnownWay(isUnknown)([failing])).rejects.toBe(unknown);
        const away = new Error('away');
        const down = { needs: 'y', ask: () => Promise.reject(away) };
        await expect(firstKnownWay(isUnknown)([down, failing])).rejects.toBe(away);
    });
});
