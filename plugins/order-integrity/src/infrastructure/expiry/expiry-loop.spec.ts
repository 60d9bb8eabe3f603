import type { ProcessContext } from '@vendure/core';
import { describe, expect, it, vi } from 'vitest';
import type { ExpireUnpaidOrders } from '../../application/expire-unpaid-orders';
import { ExpiryLoop } from './expiry-loop';

function loop(isWorker: boolean, run: ExpireUnpaidOrders['run']) {
    return new ExpiryLoop({ isWorker } as ProcessContext, { run } as ExpireUnpaidOrders);
}

describe('ExpiryLoop', () => {
    it('looks for orders in a worker, and not in a server', () => {
        const run = vi.fn(() => new Promise<void>(() => undefined));
        loop(false, run).onApplicationBootstrap();
        expect(run).not.toHaveBeenCalled();
        loop(true, run).onApplicationBootstrap();
        expect(run).toHaveBeenCalledOnce();
    });

    it('ends with the order at hand when the worker shuts down, without waiting for its next round', async () => {
        let signal: AbortSignal | undefined;
        let finishOrder: () => void = () => undefined;
        const worker = loop(true, given => {
            signal = given;
            return new Promise(resolve => (finishOrder = resolve));
        });
        worker.onApplicationBootstrap();
        let isDown = false;
        const down = worker.beforeApplicationShutdown().then(() => (isDown = true));
        expect(signal?.aborted).toBe(true);
        await Promise.resolve();
        expect(isDown).toBe(false);
        finishOrder();
        await down;
    });
});
