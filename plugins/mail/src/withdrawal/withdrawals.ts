import { showsRightTo } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { HistoryEntryType } from '@vendure/common/lib/generated-types';
import {
    EventBus,
    HistoryService,
    Order,
    OrderService,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import { mailLanguage } from '../domain/mail-language';
import { mailTexts } from '../domain/messages';
import { WithdrawalDeclaredEvent } from './withdrawal-declared.event';

export interface Declaration {
    readonly orderCode: string;
    readonly emailAddress: string;
    readonly name: string;
    readonly goods: string;
}

/** By this member of its data a note in an order's history is a withdrawal. ISO 8601. */
const MARK = 'efiWithdrawnAt';

/** Takes the declarations by which shoppers withdraw from contracts, and keeps them in the orders' history. */
@Injectable()
export class Withdrawals {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly orders: OrderService,
        private readonly history: HistoryService,
        private readonly events: EventBus,
    ) {}

    /** @returns When it was declared first, or undefined when no placed order has this code and address. */
    async declare(ctx: RequestContext, declaration: Declaration): Promise<Date | undefined> {
        const order = await this.orders.findOneByCode(ctx, declaration.orderCode, ['customer']);
        const owner = order?.customer?.emailAddress;
        if (!order?.orderPlacedAt || owner?.toLowerCase() !== declaration.emailAddress.toLowerCase()) {
            return undefined;
        }
        showsRightTo(order.id);
        await this.lock(ctx, order);
        const earlier = await this.earlier(ctx, order);
        if (earlier) {
            return earlier;
        }
        const declaredAt = new Date();
        const texts = mailTexts(mailLanguage(ctx.languageCode), 'withdrawal-receipt', {});
        const data = {
            note: `${texts.note}: ${declaration.goods || texts.allGoods} (${declaration.name})`,
            [MARK]: declaredAt.toISOString(),
        };
        await this.history.createHistoryEntryForOrder(
            { ctx, orderId: order.id, type: HistoryEntryType.ORDER_NOTE, data },
            true,
        );
        await this.events.publish(
            new WithdrawalDeclaredEvent(ctx, { ...declaration, emailAddress: owner, declaredAt }),
        );
        return declaredAt;
    }

    /** Of two declarations at once, the second waits and then finds the first. */
    private async lock(ctx: RequestContext, { id }: Order): Promise<void> {
        await this.connection
            .getRepository(ctx, Order)
            .findOne({ select: { id: true }, where: { id }, lock: { mode: 'pessimistic_write' } });
    }

    private async earlier(ctx: RequestContext, { id }: Order): Promise<Date | undefined> {
        const notes = await this.history.getHistoryForOrder(ctx, id, false, {
            filter: { type: { eq: HistoryEntryType.ORDER_NOTE } },
        });
        const at = notes.items.map(note => (note.data as Record<string, unknown>)[MARK]).find(Boolean);
        return typeof at === 'string' ? new Date(at) : undefined;
    }
}
