import { describe, expect, it, vi } from 'vitest';
import { onceConnected } from './once-connected';

const poolIsEmpty = () => new Error('timeout exceeded when trying to connect');
const starting = () => Object.assign(new Error('the database system is starting up'), { code: '57P03' });

describe('work that needs a connection', () => {
    const attempt = (
        work: () => Promise<string>,
        { patienceMs = 200, signal = new AbortController().signal } = {},
    ) => {
        const onWaiting = vi.fn();
        const outcome = onceConnected(work, { patienceMs, pauseMs: 1, signal, onWaiting }).catch(
            (error: unknown) => error,
        );
        return { outcome, onWaiting };
    };

    it('is done once there is one, and tells once that it waits', async () => {
        const work = vi
            .fn<() => Promise<string>>()
            .mockRejectedValueOnce(poolIsEmpty())
            .mockRejectedValueOnce(starting())
            .mockResolvedValue('done');
        const { outcome, onWaiting } = attempt(work);
        expect(await outcome).toBe('done');
        expect(work).toHaveBeenCalledTimes(3);
        expect(onWaiting).toHaveBeenCalledExactlyOnceWith(poolIsEmpty());
    });

    it('is not done again when it failed for another reason: it may have been sent', async () => {
        const lost = new Error('Connection terminated unexpectedly');
        const work = vi.fn<() => Promise<string>>().mockRejectedValue(lost);
        expect(await attempt(work).outcome).toBe(lost);
        expect(work).toHaveBeenCalledOnce();
    });

    it('is given up when the patience is over', async () => {
        const work = vi.fn<() => Promise<string>>().mockImplementation(() => Promise.reject(poolIsEmpty()));
        const { outcome } = attempt(work);
        expect(await outcome).toEqual(poolIsEmpty());
        expect(work.mock.calls.length).toBeGreaterThan(1);
    });

    it('is given up at a shutdown', async () => {
        const closing = new AbortController();
        const work = vi.fn<() => Promise<string>>().mockImplementation(() => Promise.reject(starting()));
        const { outcome } = attempt(work, { patienceMs: 60_000, signal: closing.signal });
        closing.abort();
        expect(await outcome).toEqual(starting());
    });
});
