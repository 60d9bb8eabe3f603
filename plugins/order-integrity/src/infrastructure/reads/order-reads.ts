import { amongFirst } from '@efi/plugin-kit';
import {
    type ID,
    Order,
    OrderLine,
    type OrderService,
    type ProductVariantService,
    type RelationPaths,
    type RequestContext,
    type TransactionalConnection,
    type TranslatorService,
} from '@vendure/core';
import { FindOptionsUtils, type QueryRunner } from 'typeorm';
import type { ReadRows } from '../rows/read-rows';
import { join, withPreparing } from './joining';
import { planReading, type ReadingPlan, wantsVariants } from './order-relations';

/** What Vendure reads when nobody says what. */
const DEFAULT_RELATIONS: RelationPaths<Order> = [
    'channels',
    'customer',
    'customer.user',
    'lines',
    'lines.productVariant',
    'lines.productVariant.taxCategory',
    'lines.productVariant.productVariantPrices',
    'lines.productVariant.translations',
    'lines.featuredAsset',
    'lines.taxCategory',
    'shippingLines',
    'surcharges',
];

interface Reading {
    readonly connection: TransactionalConnection;
    readonly variants: ProductVariantService;
    readonly translator: TranslatorService;
    readonly readRows: ReadRows;
}

/**
 * Each connection keeps what it prepared, and shoppers choose the relations of lines by what they ask for: so many ways
 * to read lines are prepared, the first ones that are met, and further ones are not.
 */
const PREPARED_LINE_STATEMENTS = 16;

/**
 * `OrderService.findOne` as Vendure has it, but for the number of statements: Vendure reads an order's channels, its
 * customer, that one's user, its shipping lines, its surcharges and its payments after the order, with up to two
 * statements each. Every change of an order reads it three to six times. Here they are joined to the order's row: there
 * are seldom more than one or two of each. As there are few ways to do so, PostgreSQL plans each of them once per
 * connection.
 */
export function readOrdersLean(service: OrderService, reading: Reading): void {
    const isPrepared = amongFirst(PREPARED_LINE_STATEMENTS);
    service.findOne = async (ctx, orderId, relations) => {
        const plan = planReading(relations ?? DEFAULT_RELATIONS);
        const order = await readOrder(ctx, orderId, plan, reading.connection);
        if (order && plan.ofLines) {
            order.lines = await readLines(ctx, order, plan.ofLines, {
                connection: reading.connection,
                isPrepared: isPrepared(plan.ofLines.join()),
            });
            if (wantsVariants(plan.ofLines)) {
                await priceVariants(ctx, order, reading);
            }
        }
        if (order) {
            reading.readRows.keepOrder(ctx, order);
        }
        return order;
    };
}

function readOrder(
    ctx: RequestContext,
    orderId: ID,
    { joined, others }: ReadingPlan,
    connection: TransactionalConnection,
): Promise<Order | undefined> {
    const orders = connection.getRepository(ctx, Order);
    const read = async (runner?: QueryRunner) => {
        const query = orders
            .createQueryBuilder('order', runner)
            .setFindOptions({ relations: [...others], relationLoadStrategy: 'query' })
            .leftJoin('order.channels', 'channel')
            .where('order.id = :orderId', { orderId })
            .andWhere('channel.id = :channelId', { channelId: ctx.channelId });
        FindOptionsUtils.joinEagerRelations(query, query.alias, orders.metadata);
        for (const relation of orders.metadata.relations) {
            const { propertyPath, inverseEntityMetadata } = relation;
            if (joined.includes(propertyPath)) {
                const alias = join(query, query.alias, relation);
                for (const inner of inverseEntityMetadata.relations) {
                    if (!inner.isEager && joined.includes(`${propertyPath}.${inner.propertyPath}`)) {
                        join(query, alias, inner);
                    }
                }
            }
        }
        return (await query.getOne()) ?? undefined;
    };
    // What TypeORM reads afterwards it reads on the same runner, and writes ids into the text.
    return others.length === 0 ? withPreparing(orders.manager, read) : read();
}

function readLines(
    ctx: RequestContext,
    order: Order,
    relations: readonly string[],
    { connection, isPrepared }: { connection: TransactionalConnection; isPrepared: boolean },
): Promise<OrderLine[]> {
    const lines = connection.getRepository(ctx, OrderLine);
    const read = (runner?: QueryRunner) =>
        lines
            .createQueryBuilder('line', runner)
            .setFindOptions({ relations: [...relations] })
            .where('line.orderId = :orderId', { orderId: order.id })
            .addOrderBy('line.createdAt', 'ASC')
            .addOrderBy('line.productVariantId', 'ASC')
            .getMany();
    return isPrepared ? withPreparing(lines.manager, read) : read();
}

async function priceVariants(
    ctx: RequestContext,
    order: Order,
    { variants, translator }: Reading,
): Promise<void> {
    for (const line of order.lines) {
        const priced = await variants.applyChannelPriceAndTax(line.productVariant, ctx, order);
        line.productVariant = translator.translate(priced, ctx);
    }
}
