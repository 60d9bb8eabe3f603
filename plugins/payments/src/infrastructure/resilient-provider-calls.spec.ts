import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
    GatewayRefusedError,
    GatewayUnreachableError,
    OutcomeUnknownError,
} from '../application/ports/gateway-errors';
import type { GatewayCall } from '../application/ports/payment-gateway.port';
import { DEFAULT_BOUNDS, type ProviderCallBounds } from './provider-call-bounds';
import type { FinishedCall, ProviderCallObserver } from './provider-call-observer';
import { ResilientProviderCalls } from './resilient-provider-calls';

/** Calls with the default bounds but for `bounds`, and what their observer was told. */
function resilientCalls(bounds: Partial<ProviderCallBounds> = {}) {
    const finished: FinishedCall[] = [];
    const circuit: string[] = [];
    const observer: ProviderCallObserver = {
        onFinished: call => finished.push(call),
        onRetry: () => undefined,
        onCircuitChange: (_gateway, state) => circuit.push(state),
    };
    return {
        calls: new ResilientProviderCalls({ ...DEFAULT_BOUNDS, ...bounds }, [observer]),
        finished,
        circuit,
    };
}

/** A call that ends in each of the given ways in turn, and stays with the last one. */
function script(...steps: readonly (Error | 'ok' | 'never')[]) {
    let calls = 0;
    const work = async ({ signal }: GatewayCall): Promise<string> => {
        const step = steps[Math.min(calls++, steps.length - 1)];
        if (step === 'never') {
            return new Promise((_resolve, reject) => {
                signal.addEventListener('abort', () => reject(new Error('aborted')));
            });
        }
        if (step instanceof Error) {
            throw step;
        }
        return Promise.resolve('answer');
    };
    return { work, calls: () => calls };
}

const unreachable = new GatewayUnreachableError('connection refused');
const refused = new GatewayRefusedError('amount_too_large', 'Amount too large');
const broken = new Error('socket hang up');

describe('calls to a provider', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    /** Lets all timers run, and gives the error that the call ended with. */
    async function failureOf(call: Promise<unknown>): Promise<unknown> {
        const caught = call.then(
            () => new Error('The call succeeded.'),
            (error: unknown) => error,
        );
        await vi.runAllTimersAsync();
        return caught;
    }

    it('are made again after a failure that may pass', async () => {
        const { calls, finished } = resilientCalls();
        const gateway = script(unreachable, broken, 'ok');
        const call = calls.run('a', 'authorise', gateway.work);
        await vi.runAllTimersAsync();
        expect(await call).toBe('answer');
        expect(gateway.calls()).toBe(3);
        expect(finished).toMatchObject([{ gateway: 'a', kind: 'authorise', outcome: 'ok' }]);
    });

    it('are made no more often than allowed', async () => {
        const gateway = script(unreachable);
        await failureOf(resilientCalls({ attempts: 2 }).calls.run('a', 'refund', gateway.work));
        expect(gateway.calls()).toBe(2);
    });

    it('are not made again once the provider refused', async () => {
        const gateway = script(refused);
        expect(await failureOf(resilientCalls().calls.run('a', 'capture', gateway.work))).toBe(refused);
        expect(gateway.calls()).toBe(1);
    });

    it.each([
        ['each attempt failed to connect', [unreachable], GatewayUnreachableError],
        ['an attempt broke off', [broken], OutcomeUnknownError],
        ['only the first attempt broke off', [broken, unreachable], OutcomeUnknownError],
        ['only the last attempt broke off', [unreachable, unreachable, broken], OutcomeUnknownError],
        ['an attempt broke off before the refusal', [broken, refused], OutcomeUnknownError],
        ['an attempt failed to connect before the refusal', [unreachable, refused], GatewayRefusedError],
        ['no answer came in time', ['never'], OutcomeUnknownError],
        ['no answer came in time, then no connection', ['never', unreachable], OutcomeUnknownError],
    ] as const)('tell what is known of their effect when %s', async (_title, steps, expected) => {
        const { calls, finished } = resilientCalls();
        const error = await failureOf(calls.run('a', 'authorise', script(...steps).work));
        expect(error).toBeInstanceOf(expected);
        expect(finished).toHaveLength(1);
        expect(finished[0]?.error).toBe(error);
    });

    it('abort an attempt at its time-out, and all of them at the end of the budget', async () => {
        const { calls } = resilientCalls({ attemptTimeoutMs: 4_000, budgetMs: 5_000 });
        const startedAt = Date.now();
        const abortedAfter: number[] = [];
        const call = calls.run('a', 'authorise', ({ signal }) => {
            signal.addEventListener('abort', () => abortedAfter.push(Date.now() - startedAt));
            return new Promise<never>(() => undefined);
        });
        let endedAfter = 0;
        const ended = call.catch(() => (endedAfter = Date.now() - startedAt));
        await vi.advanceTimersByTimeAsync(20_000);
        await ended;
        expect(abortedAfter).toEqual([4_000, 5_000]);
        expect(endedAfter).toBe(5_000);
    });

    it('make no further attempt once the budget has ended: another provider may be at it by then', async () => {
        const { calls } = resilientCalls({ budgetMs: 1_000 });
        let attempts = 0;
        const call = calls.run('a', 'authorise', async () => {
            attempts++;
            await new Promise(resolve => setTimeout(resolve, 999));
            throw unreachable;
        });
        expect(await failureOf(call)).toBeInstanceOf(GatewayUnreachableError);
        expect(attempts).toBe(1);
    });

    it('give lists their own, longer budget', async () => {
        const { calls } = resilientCalls({ listBudgetMs: 60_000 });
        const call = calls.run('a', 'list', () => new Promise(resolve => setTimeout(resolve, 50_000, 'all')));
        await vi.advanceTimersByTimeAsync(50_000);
        expect(await call).toBe('all');
    });

    describe('beyond what may run at the same time', () => {
        it('wait in the queue, and beyond that fail at once without an effect', async () => {
            const { calls } = resilientCalls({ concurrency: 10, queue: 1 });
            const gateway = script('never');
            const running = Array.from({ length: 11 }, () => failureOf(calls.run('a', 'void', gateway.work)));
            const error = await calls.run('a', 'void', gateway.work).catch((thrown: unknown) => thrown);
            expect(error).toBeInstanceOf(GatewayUnreachableError);
            expect(gateway.calls()).toBe(10);
            await vi.runAllTimersAsync();
            await Promise.all(running);
        });

        it('had no effect when the budget ends in the queue', async () => {
            const { calls } = resilientCalls({ concurrency: 1 });
            const list = failureOf(calls.run('a', 'list', script('never').work));
            const waiting = script('ok');
            const error = await failureOf(calls.run('a', 'authorise', waiting.work));
            expect(error).toBeInstanceOf(GatewayUnreachableError);
            await list;
            expect(waiting.calls()).toBe(0);
        });

        it('do not hold up those to another provider', async () => {
            const { calls } = resilientCalls({ concurrency: 1, queue: 0 });
            const slow = failureOf(calls.run('a', 'authorise', script('never').work));
            expect(await calls.run('b', 'authorise', script('ok').work)).toBe('answer');
            await slow;
        });
    });

    describe('to a provider that does not answer', () => {
        const bounds = { attempts: 1, failuresToOpen: 3, openMs: 10_000 };

        async function failTimes(calls: ResilientProviderCalls, times: number): Promise<void> {
            for (let i = 0; i < times; i++) {
                await failureOf(calls.run('a', 'read', script(broken).work));
            }
        }

        it('stop for a while, without an effect, and go on after a trial', async () => {
            const { calls, circuit } = resilientCalls(bounds);
            await failTimes(calls, 2);
            expect(calls.isAvailable('a')).toBe(true);
            await failTimes(calls, 1);
            expect(calls.isAvailable('a')).toBe(false);
            expect(calls.isAvailable('b')).toBe(true);

            const gateway = script('ok');
            expect(await failureOf(calls.run('a', 'read', gateway.work))).toBeInstanceOf(
                GatewayUnreachableError,
            );
            expect(gateway.calls()).toBe(0);

            await vi.advanceTimersByTimeAsync(10_000);
            expect(calls.isAvailable('a')).toBe(true);
            expect(await calls.run('a', 'read', gateway.work)).toBe('answer');
            expect(circuit).toEqual(['open', 'half-open', 'closed']);
        });

        it('let one trial through at a time, and do not wait for it', async () => {
            const { calls } = resilientCalls(bounds);
            await failTimes(calls, 3);
            await vi.advanceTimersByTimeAsync(10_000);
            const trial = calls.run('a', 'read', () => new Promise(resolve => setTimeout(resolve, 100)));
            await vi.advanceTimersByTimeAsync(1);
            expect(calls.isAvailable('a')).toBe(false);
            const beside = script('ok');
            await expect(calls.run('a', 'read', beside.work)).rejects.toBeInstanceOf(GatewayUnreachableError);
            expect(beside.calls()).toBe(0);
            await vi.runAllTimersAsync();
            await trial;
            expect(calls.isAvailable('a')).toBe(true);
        });

        it('stop again when the trial fails', async () => {
            const { calls } = resilientCalls(bounds);
            await failTimes(calls, 3);
            await vi.advanceTimersByTimeAsync(10_000);
            await failTimes(calls, 1);
            expect(calls.isAvailable('a')).toBe(false);
        });

        it('go on while it refuses: that is an answer', async () => {
            const { calls } = resilientCalls(bounds);
            await failTimes(calls, 2);
            await failureOf(calls.run('a', 'capture', script(refused).work));
            await failTimes(calls, 2);
            expect(calls.isAvailable('a')).toBe(true);
        });
    });
});
