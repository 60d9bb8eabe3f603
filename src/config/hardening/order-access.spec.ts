import { Customer, Order, RequestContext, User } from '@vendure/core';
import { describe, expect, it } from 'vitest';
import { OrderAccess } from './order-access';

const access = new OrderAccess();
const hour = 60 * 60 * 1000;

/** Of a shopper with this user's number, or of one who isn't signed in. */
function asked(activeUserId?: number): RequestContext {
    return { activeUserId } as RequestContext;
}

function order(owner: User | undefined, hoursAgo = 1): Order {
    const customer = new Customer({ user: owner });
    return new Order({ customer, orderPlacedAt: new Date(Date.now() - hoursAgo * hour) });
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

    it.each([
        ['a guest', undefined],
        ['a guest whose account is not confirmed', unconfirmed],
    ])('is nobody with an account of their own, where %s ordered', (_who, owner) => {
        expect(access.canAccessOrder(asked(2), order(owner))).toBe(false);
    });
});
