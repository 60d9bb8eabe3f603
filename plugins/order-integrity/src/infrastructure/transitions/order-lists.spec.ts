import { Order, OrderLine, Surcharge } from '@vendure/core';
import { describe, expect, it } from 'vitest';
import { orderLists, withoutUnchangedLists } from './order-lists';

const load = () =>
    new Order({
        id: 7,
        state: 'AddingItems',
        lines: [new OrderLine({ id: 1, quantity: 2 }), new OrderLine({ id: 2, quantity: 1 })],
        payments: [],
        shippingLines: [],
        surcharges: [new Surcharge({ id: 3 })],
    });

describe('an order that is saved without unchanged lists', () => {
    it('keeps its own columns, and stays the order that it was', () => {
        const order = load();
        const loaded = orderLists(order);
        order.state = 'ArrangingPayment';
        const copy = withoutUnchangedLists(order, loaded);
        expect(copy).toBeInstanceOf(Order);
        expect(Object.keys(copy)).toEqual(['id', 'state']);
        expect(copy.state).toBe('ArrangingPayment');
        expect(order.lines).toHaveLength(2);
    });

    it('keeps a list that got a member, lost one, or has another in its place', () => {
        const order = load();
        const loaded = orderLists(order);
        order.payments = undefined as never;
        order.lines = order.lines.slice(1);
        order.surcharges = [new Surcharge({ id: 4 })];
        order.shippingLines.push({} as never);
        expect(Object.keys(withoutUnchangedLists(order, loaded))).toEqual([
            'id',
            'state',
            'lines',
            'payments',
            'shippingLines',
            'surcharges',
        ]);
    });

    it('leaves out a list whose members stand in another order', () => {
        const order = load();
        const loaded = orderLists(order);
        order.lines.reverse();
        expect(withoutUnchangedLists(order, loaded)).not.toHaveProperty('lines');
    });
});
