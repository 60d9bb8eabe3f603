import { afterEach, describe, expect, it, vi } from 'vitest';
import { type MetricLabels, metrics, setMetrics } from './metrics';
import { isRetriableDatabaseError, retriableDatabaseErrorCode, retryTransaction } from './transaction-retry';

const deadlock = () => Object.assign(new Error('deadlock detected'), { code: '40P01' });

describe('retriableDatabaseErrorCode', () => {
    it('finds a deadlock and a serialisation failure as pg throws them', () => {
        expect(retriableDatabaseErrorCode(deadlock())).toBe('40P01');
        expect(retriableDatabaseErrorCode({ code: '40001' })).toBe('40001');
    });

    it('finds them wrapped by TypeORM, and in the cause of another error', () => {
        const query = Object.assign(new Error('QueryFailedError'), { driverError: deadlock() });
        expect(retriableDatabaseErrorCode(new Error('can not pay', { cause: query }))).toBe('40P01');
    });

    it('leaves every other error alone', () => {
        const unique = Object.assign(new Error('duplicate key'), { code: '23505' });
        for (const error of [unique, new Error('no'), 'deadlock', null, undefined]) {
            expect(isRetriableDatabaseError(error)).toBe(false);
        }
    });

    it('does not follow a chain of causes that bites its own tail', () => {
        const error = new Error('circular');
        error.cause = error;
        expect(isRetriableDatabaseError(error)).toBe(false);
    });
});

describe('retryTransaction', () => {
    const noMetrics = metrics();
    afterEach(() => setMetrics(noMetrics));

    /** Work that meets a deadlock in its first runs, and then returns or throws what it is given. */
    const deadlocks = (times: number, end: () => string = () => 'done') => {
        let run = 0;
        return vi.fn(() => (run++ < times ? Promise.reject(deadlock()) : Promise.resolve().then(end)));
    };
    const counted = () => {
        const labels: (MetricLabels | undefined)[] = [];
        setMetrics({ ...noMetrics, counter: () => ({ increment: label => labels.push(label) }) });
        return labels;
    };
    const wait = () => Promise.resolve();

    it('runs work that succeeds once, and counts nothing', async () => {
        const labels = counted();
        const work = deadlocks(0);
        await expect(retryTransaction(work, { retries: 3, wait })).resolves.toBe('done');
        expect(work).toHaveBeenCalledOnce();
        expect(labels).toEqual([]);
    });

    it('runs it again until it succeeds, and counts each re-run', async () => {
        const labels = counted();
        await expect(retryTransaction(deadlocks(2), { retries: 3, wait })).resolves.toBe('done');
        expect(labels).toEqual([
            { code: '40P01', outcome: 'retried' },
            { code: '40P01', outcome: 'succeeded' },
        ]);
    });

    it('gives up with the last error after as many re-runs as allowed', async () => {
        const labels = counted();
        const work = deadlocks(9);
        await expect(retryTransaction(work, { retries: 2, wait })).rejects.toThrow('deadlock detected');
        expect(work).toHaveBeenCalledTimes(3);
        expect(labels.map(label => label?.outcome)).toEqual(['retried', 'exhausted']);
    });

    it('does not repeat what failed for another reason', async () => {
        const labels = counted();
        const work = deadlocks(1, () => {
            throw new Error('out of stock');
        });
        await expect(retryTransaction(work, { retries: 5, wait })).rejects.toThrow('out of stock');
        expect(work).toHaveBeenCalledTimes(2);
        expect(labels).toEqual([{ code: '40P01', outcome: 'failed' }]);
    });

    it('waits a random time that may grow, so that the same transactions do not meet again', async () => {
        const pauses: number[] = [];
        const note = (ms: number) => Promise.resolve(pauses.push(ms));
        await retryTransaction(deadlocks(3), { retries: 3, wait: note, random: () => 1 });
        expect(pauses).toEqual([30, 55, 105]);
    });
});
