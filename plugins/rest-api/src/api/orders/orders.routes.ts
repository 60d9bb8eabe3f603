import { restRoute } from '@efi/plugin-kit';
import { Permission } from '@vendure/core';
import { z } from 'zod';
import { EntityIds } from '../../infrastructure/reading/entity-ids';
import { Orders } from '../../infrastructure/reading/orders';
import { Pages } from '../../infrastructure/reading/pages';
import { cursorProblem, pageQuery } from '../schemas/page';
import { orderDetail, orderPage } from './order.schemas';
import { orderDetailOf, orderSummaryOf } from './show-order';

const shared = {
    method: 'GET',
    tags: ['Orders'],
    permissions: [Permission.Authenticated],
    api: 'shop',
} as const;

const notACustomer = {
    'not-a-customer': { status: 403, title: 'This account is no customer of the channel' },
} as const;

const listOrders = restRoute({
    ...shared,
    path: '/orders',
    operationId: 'listOrders',
    summary: 'The orders that the caller has placed, newest first',
    request: { query: z.object(pageQuery(100, 20)) },
    responses: { 200: { description: 'A page of orders.', body: orderPage } },
    problems: { ...cursorProblem, ...notACustomer },
    async handle(ctx, { query }, injector) {
        const orders = injector.get(Orders);
        const customerId = await orders.customerOf(ctx);
        if (customerId === undefined) {
            return { problem: 'not-a-customer' };
        }
        const page = await injector
            .get(Pages)
            .read('orders', orders.placedBy(ctx, customerId), query, 'DESC');
        if (!page) {
            return { problem: 'wrong-cursor' };
        }
        const items = (await orders.byIds(ctx, page.ids, 'DESC')).map(orderSummaryOf);
        return { status: 200, body: { items, nextCursor: page.nextCursor } };
    },
});

const readOrder = restRoute({
    ...shared,
    path: '/orders/{code}',
    operationId: 'readOrder',
    summary: 'An order that the caller has placed',
    description: 'Orders of others are answered as those that do not exist.',
    request: { params: z.object({ code: z.string().min(1).max(255) }) },
    responses: { 200: { description: 'The order.', body: orderDetail } },
    problems: { ...notACustomer, 'no-such-order': { status: 404, title: 'The caller has no such order' } },
    async handle(ctx, { params: { code } }, injector) {
        const orders = injector.get(Orders);
        const customerId = await orders.customerOf(ctx);
        if (customerId === undefined) {
            return { problem: 'not-a-customer' };
        }
        const own = await orders
            .placedBy(ctx, customerId)
            .andWhere('order.code = :code', { code })
            .select('order.id')
            .getOne();
        const [order] = own ? await orders.byIds(ctx, [own.id]) : [];
        return order
            ? { status: 200, body: orderDetailOf(order, injector.get(EntityIds)) }
            : { problem: 'no-such-order' };
    },
});

export const orderRoutes = [listOrders, readOrder];
