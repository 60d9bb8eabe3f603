import type { ID, RequestContext } from '@vendure/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { ExpireUnpaidOrders } from './expire-unpaid-orders';
import type { ExpiryObserver, UnpaidOrders } from './ports/unpaid-orders.port';

describe('ExpireUnpaidOrders', () => {
    const ctx = {} as RequestContext;
    let outcomes: Record<string, unknown>;
    const observer: ExpiryObserver = {
        expired: (orderId, outcome) => (outcomes[orderId] = outcome),
        failed: (orderId, error) => (outcomes[orderId] = error),
    };
    beforeEach(() => (outcomes = {}));

    /** Orders that are due, of which some behave differently. */
    class FakeOrders implements UnpaidOrders {
        readonly reopened: ID[] = [];
        readonly kept: ID[] = [];
        constructor(
            private readonly due: Record<string, 'idle' | 'paying' | 'locked' | 'stuck' | 'broken'>,
        ) {}

        findDue = () => Promise.resolve<ID[]>(Object.keys(this.due));
        isBeingPaid = (_: RequestContext, id: ID) => Promise.resolve(this.due[id] === 'paying');
        keepStock = (_: RequestContext, id: ID) => {
            this.kept.push(id);
            return Promise.resolve();
        };
        reopen = (_: RequestContext, id: ID) => {
            this.reopened.push(id);
            return Promise.resolve(this.due[id] === 'stuck' ? 'not now' : undefined);
        };
        async ifStillDue<T>(id: ID, _minutes: number, work: (ctx: RequestContext) => Promise<T>) {
            if (this.due[id] === 'broken') {
                throw new Error('connection lost');
            }
            return this.due[id] === 'locked' ? undefined : work(ctx);
        }
    }

    const run = (orders: UnpaidOrders, signal?: AbortSignal) =>
        new ExpireUnpaidOrders(orders, observer, 15).run(signal);

    it('makes an order that was left in payment a cart again', async () => {
        await run(new FakeOrders({ a: 'idle' }));
        expect(outcomes).toEqual({ a: 'reopened' });
    });

    it('keeps the stock of an order while its payment is under way', async () => {
        const orders = new FakeOrders({ a: 'paying', b: 'idle' });
        await run(orders);
        expect(outcomes).toEqual({ a: 'paying', b: 'reopened' });
        expect(orders.kept).toEqual(['a']);
    });

    it('does not reopen an order while its payment is under way', async () => {
        const orders = new FakeOrders({ a: 'paying' });
        await run(orders);
        expect(orders.reopened).toEqual([]);
    });

    it('goes on with the others when one is locked, refused or fails', async () => {
        const orders = new FakeOrders({ a: 'locked', b: 'stuck', c: 'broken', d: 'idle' });
        await run(orders);
        expect(outcomes).toEqual({
            a: 'busy',
            b: 'refused',
            c: new Error('connection lost'),
            d: 'reopened',
        });
    });

    it('stops between two orders when the worker shuts down', async () => {
        const shutdown = new AbortController();
        const orders = new FakeOrders({ a: 'idle', b: 'idle' });
        const first = orders.reopen;
        orders.reopen = (...args) => {
            shutdown.abort();
            return first(...args);
        };
        await run(orders, shutdown.signal);
        expect(outcomes).toEqual({ a: 'reopened' });
    });
});
