import { Customer, Order, RequestContext, User } from '@vendure/core';
import { describe, expect, it } from 'vitest';
import { OrderKeys } from './order-keys';
import { ORDER_KEYS_HEADER, OrderAccessStrategy } from './order-access.strategy';

const keys = new OrderKeys('a secret of some length');
const access = new OrderAccessStrategy(keys, '2h');
const hour = 60 * 60 * 1000;

/** Of a shopper with this user's number, or of one who isn't signed in. */
function asked(activeUserId?: number, brought?: string): RequestContext {
    return { activeUserId, req: { headers: { [ORDER_KEYS_HEADER]: brought } } } as unknown as RequestContext;
}

function order(owner: User | undefined, hoursAgo = 1): Order {
    const customer = new Customer({ user: owner });
    return new Order({ code: 'ABC', customer, orderPlacedAt: new Date(Date.now() - hoursAgo * hour) });
}

const registered = new User({ id: 1, verified: true });
const unconfirmed = new User({ id: 1, verified: false });

describe('who may see an order by its code', () => {
    it('is its owner alone, where they have an account', () => {
        expect(access.canAccessOrder(asked(1), order(registered, 100))).toBe(true);
        expect(access.canAccessOrder(asked(2), order(registered))).toBe(false);
        expect(access.canAccessOrder(asked(), order(registered))).toBe(false);
    });

    it('is whoever knows the code of a guest’s order, for two hours', () => {
        expect(access.canAccessOrder(asked(), order(undefined))).toBe(true);
        expect(access.canAccessOrder(asked(), order(undefined, 3))).toBe(false);
    });

    it('is whoever has the key of a guest’s order, of the first twenty that they bring', () => {
        const { key } = keys.issue('ABC', 60);
        const others = keys.issue('DEF', 60).key;
        expect(access.canAccessOrder(asked(undefined, key), order(undefined, 100))).toBe(true);
        expect(access.canAccessOrder(asked(2, `${others}, ${key}`), order(unconfirmed, 100))).toBe(true);
        expect(access.canAccessOrder(asked(undefined, others), order(undefined, 100))).toBe(false);
        expect(access.canAccessOrder(asked(undefined, key), order(registered, 100))).toBe(false);
        const many = `${`${others},`.repeat(20)}${key}`;
        expect(access.canAccessOrder(asked(undefined, many), order(undefined, 100))).toBe(false);
    });

    it.each([
        ['a guest', undefined],
        ['a guest whose account is not confirmed', unconfirmed],
    ])('is nobody with an account of their own, where %s ordered', (_who, owner) => {
        expect(access.canAccessOrder(asked(2), order(owner))).toBe(false);
    });
});
