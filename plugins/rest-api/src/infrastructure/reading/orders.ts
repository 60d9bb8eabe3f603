import { Injectable } from '@nestjs/common';
import {
    CustomerService,
    type ID,
    Order,
    type RequestContext,
    TransactionalConnection,
    TranslatorService,
} from '@vendure/core';
import { In, type SelectQueryBuilder } from 'typeorm';

/** Orders of the channel, whole. */
@Injectable()
export class Orders {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly customers: CustomerService,
        private readonly translator: TranslatorService,
    ) {}

    /** The customer that the caller is, or nothing for staff, programs and visitors. */
    async customerOf(ctx: RequestContext): Promise<ID | undefined> {
        const { activeUserId } = ctx;
        return activeUserId === undefined
            ? undefined
            : (await this.customers.findOneByUserId(ctx, activeUserId))?.id;
    }

    /** All of the channel, carts and drafts too. */
    all(ctx: RequestContext): SelectQueryBuilder<Order> {
        return this.connection
            .getRepository(ctx, Order)
            .createQueryBuilder('order')
            .innerJoin('order.channels', 'channel', 'channel.id = :channelId', { channelId: ctx.channelId });
    }

    /** Those that a customer has placed. */
    placedBy(ctx: RequestContext, customerId: ID): SelectQueryBuilder<Order> {
        return this.all(ctx)
            .where('order.customerId = :customerId', { customerId })
            .andWhere('order.orderPlacedAt IS NOT NULL');
    }

    /** With all that an answer tells of them. */
    async byIds(ctx: RequestContext, ids: ID[], order: 'ASC' | 'DESC' = 'ASC'): Promise<Order[]> {
        const found = await this.connection.getRepository(ctx, Order).find({
            where: { id: In(ids) },
            relations: [
                'customer',
                'lines',
                'lines.productVariant',
                'lines.productVariant.translations',
                'shippingLines',
                'shippingLines.shippingMethod',
                'shippingLines.shippingMethod.translations',
                'surcharges',
                'payments',
                'fulfillments',
            ],
            relationLoadStrategy: 'query',
            order: { id: order },
        });
        for (const one of found) {
            one.lines.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));
            for (const line of one.lines) {
                line.productVariant = this.translator.translate(line.productVariant, ctx);
            }
            for (const line of one.shippingLines) {
                if (line.shippingMethod) {
                    line.shippingMethod = this.translator.translate(line.shippingMethod, ctx);
                }
            }
        }
        return found;
    }
}
