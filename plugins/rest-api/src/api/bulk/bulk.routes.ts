import { auditTrail, restRoute } from '@efi/plugin-kit';
import {
    type ID,
    type Injector,
    Permission,
    type RequestContext,
    TransactionalConnection,
    type VendureEntity,
} from '@vendure/core';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { Bulk } from '../../infrastructure/reading/bulk';
import { EntityIds } from '../../infrastructure/reading/entity-ids';
import { Orders } from '../../infrastructure/reading/orders';
import { Pages } from '../../infrastructure/reading/pages';
import { bulkOrderPage } from '../orders/order.schemas';
import { bulkOrderOf } from '../orders/show-order';
import { cursorProblem, pageQuery } from '../schemas/page';
import { bulkCustomerPage, bulkProductPage, bulkVariantPage } from './bulk.schemas';
import { bulkCustomerOf, bulkProductOf, bulkVariantOf } from './show-bulk';

const MOST = 500;
const USUAL = 100;

const query = z.object({
    ...pageQuery(MOST, USUAL),
    updatedSince: z.iso
        .datetime()
        .optional()
        .meta({ description: 'Only what has changed since then, in UTC.' }),
});

type BulkQuery = z.output<typeof query>;

const shared = {
    method: 'GET',
    tags: ['Bulk'],
    api: 'admin',
    limit: 'bulk',
    problems: cursorProblem,
} as const;

/** One page: which items it has is read first, and then all that is told of them in a few queries. */
async function pageFrom<Entity extends VendureEntity, Item>(
    ctx: RequestContext,
    injector: Injector,
    list: string,
    found: SelectQueryBuilder<Entity>,
    { updatedSince, ...request }: BulkQuery,
    load: (ids: ID[]) => Promise<Item[]>,
) {
    if (updatedSince !== undefined) {
        found.andWhere(`${found.alias}.updatedAt >= :updatedSince`, { updatedSince: new Date(updatedSince) });
    }
    const page = await injector.get(Pages).read(list, found, request);
    if (page) {
        const { rawConnection } = injector.get(TransactionalConnection);
        await auditTrail(rawConnection).readInBulk(ctx, list, page.ids.length);
    }
    return page
        ? ({ status: 200, body: { items: await load(page.ids), nextCursor: page.nextCursor } } as const)
        : ({ problem: 'wrong-cursor' } as const);
}

const bulkProducts = restRoute({
    ...shared,
    path: '/bulk/products',
    operationId: 'bulkProducts',
    summary: 'All products of the channel, page by page',
    permissions: [Permission.ReadCatalog, Permission.ReadProduct],
    request: { query },
    responses: { 200: { description: 'A page of products.', body: bulkProductPage } },
    handle(ctx, input, injector) {
        const [bulk, ids] = [injector.get(Bulk), injector.get(EntityIds)];
        return pageFrom(ctx, injector, 'bulk-products', bulk.products(ctx), input.query, async page =>
            (await bulk.productsByIds(ctx, page)).map(product => bulkProductOf(product, ids)),
        );
    },
});

const bulkVariants = restRoute({
    ...shared,
    path: '/bulk/variants',
    operationId: 'bulkVariants',
    summary: 'All variants of the channel with prices and stock, page by page',
    description: 'Changes of stock and of prices do not count as changes of the variant for `updatedSince`.',
    permissions: [Permission.ReadCatalog, Permission.ReadProduct],
    request: { query },
    responses: { 200: { description: 'A page of variants.', body: bulkVariantPage } },
    handle(ctx, input, injector) {
        const [bulk, ids] = [injector.get(Bulk), injector.get(EntityIds)];
        return pageFrom(ctx, injector, 'bulk-variants', bulk.variants(ctx), input.query, async page => {
            const [variants, stock] = [await bulk.variantsByIds(ctx, page), await bulk.stockOf(ctx, page)];
            return variants.map(variant => bulkVariantOf(variant, stock.get(variant.id) ?? [], ids));
        });
    },
});

const bulkOrders = restRoute({
    ...shared,
    path: '/bulk/orders',
    operationId: 'bulkOrders',
    summary: 'All orders of the channel, page by page',
    permissions: [Permission.ReadOrder],
    request: {
        query: query.extend({
            placed: z
                .boolean()
                .optional()
                .meta({ description: '`true` leaves carts and drafts out, `false` leaves only them.' }),
        }),
    },
    responses: { 200: { description: 'A page of orders.', body: bulkOrderPage } },
    handle(ctx, { query: { placed, ...request } }, injector) {
        const [orders, ids] = [injector.get(Orders), injector.get(EntityIds)];
        const found = orders.all(ctx);
        if (placed !== undefined) {
            found.andWhere(`order.orderPlacedAt IS ${placed ? 'NOT ' : ''}NULL`);
        }
        return pageFrom(ctx, injector, 'bulk-orders', found, request, async page =>
            (await orders.byIds(ctx, page)).map(order => bulkOrderOf(order, ids)),
        );
    },
});

const bulkCustomers = restRoute({
    ...shared,
    path: '/bulk/customers',
    operationId: 'bulkCustomers',
    summary: 'All customers of the channel, page by page',
    permissions: [Permission.ReadCustomer],
    request: { query },
    responses: { 200: { description: 'A page of customers.', body: bulkCustomerPage } },
    handle(ctx, input, injector) {
        const [bulk, ids] = [injector.get(Bulk), injector.get(EntityIds)];
        return pageFrom(ctx, injector, 'bulk-customers', bulk.customers(ctx), input.query, async page =>
            (await bulk.customersByIds(ctx, page)).map(customer => bulkCustomerOf(customer, ids)),
        );
    },
});

export const bulkRoutes = [bulkProducts, bulkVariants, bulkOrders, bulkCustomers];
