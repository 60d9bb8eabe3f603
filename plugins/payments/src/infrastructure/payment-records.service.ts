import { Injectable } from '@nestjs/common';
import { DEFAULT_CHANNEL_CODE } from '@vendure/common/lib/shared-constants';
import {
    type ID,
    ListQueryBuilder,
    type ListQueryOptions,
    type PaginatedList,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import { In } from 'typeorm';
import { isUuid } from '../domain/uuid';
import { BatchLoader } from './batch-loader';
import { EfiDiscrepancy } from './entities/discrepancy.entity';
import { EfiPaymentLedgerEntry } from './entities/ledger-entry.entity';
import { EfiPaymentIntent } from './entities/payment-intent.entity';
import { EfiPaymentOperation } from './entities/payment-operation.entity';
import { EfiPaymentReview } from './entities/payment-review.entity';
import { EfiReconciliation } from './entities/reconciliation.entity';
import { EfiPaymentWebhookEvent } from './entities/webhook-event.entity';

/** What people look at. Payments are those of the active channel; in the default channel, as with orders, all. */
@Injectable()
export class PaymentRecordsService {
    /** Lists show what became of each payment's money. */
    private readonly ledgers = new BatchLoader<EfiPaymentLedgerEntry>(
        (ctx, intentIds) =>
            this.connection
                .getRepository(ctx, EfiPaymentLedgerEntry)
                .find({ where: { intentId: In([...intentIds]) }, order: { id: 'ASC' } }),
        ({ intentId }) => intentId,
    );

    constructor(
        private readonly connection: TransactionalConnection,
        private readonly listQueryBuilder: ListQueryBuilder,
    ) {}

    async intents(
        ctx: RequestContext,
        options: ListQueryOptions<EfiPaymentIntent> | undefined,
    ): Promise<PaginatedList<EfiPaymentIntent>> {
        const where = isDefaultChannel(ctx) ? {} : { channelId: Number(ctx.channelId) };
        const [items, totalItems] = await this.listQueryBuilder
            .build(EfiPaymentIntent, options, { ctx, where, orderBy: { createdAt: 'DESC' } })
            .getManyAndCount();
        return { items, totalItems };
    }

    async intent(ctx: RequestContext, id: string): Promise<EfiPaymentIntent | null> {
        if (!isUuid(id)) {
            return null;
        }
        const channel = isDefaultChannel(ctx) ? {} : { channelId: Number(ctx.channelId) };
        return this.connection.getRepository(ctx, EfiPaymentIntent).findOneBy({ id, ...channel });
    }

    /** In the order of booking. */
    ledger(ctx: RequestContext, intentId: string): Promise<EfiPaymentLedgerEntry[]> {
        return this.ledgers.load(ctx, intentId);
    }

    operations(ctx: RequestContext, intentId: string): Promise<EfiPaymentOperation[]> {
        return this.connection
            .getRepository(ctx, EfiPaymentOperation)
            .find({ where: { intentId }, order: { createdAt: 'ASC' } });
    }

    webhookEvents(ctx: RequestContext, intentId: string): Promise<EfiPaymentWebhookEvent[]> {
        return this.connection
            .getRepository(ctx, EfiPaymentWebhookEvent)
            .find({ where: { intentId }, order: { id: 'ASC' } });
    }

    reviews(ctx: RequestContext, intentId: string): Promise<EfiPaymentReview[]> {
        return this.connection
            .getRepository(ctx, EfiPaymentReview)
            .find({ where: { intentId }, order: { id: 'ASC' } });
    }

    async reconciliations(
        ctx: RequestContext,
        options: ListQueryOptions<EfiReconciliation> | undefined,
    ): Promise<PaginatedList<EfiReconciliation>> {
        const [items, totalItems] = await this.listQueryBuilder
            .build(EfiReconciliation, options, { ctx, orderBy: { createdAt: 'DESC' } })
            .getManyAndCount();
        return { items, totalItems };
    }

    async discrepancies(
        ctx: RequestContext,
        options: ListQueryOptions<EfiDiscrepancy> | undefined,
    ): Promise<PaginatedList<EfiDiscrepancy>> {
        const [items, totalItems] = await this.listQueryBuilder
            .build(EfiDiscrepancy, options, { ctx, orderBy: { createdAt: 'DESC' } })
            .getManyAndCount();
        return { items, totalItems };
    }

    /** @returns The discrepancy as it is now; `null` when there is none, or somebody else resolved it before. */
    async resolveDiscrepancy(
        ctx: RequestContext,
        id: ID,
        resolvedBy: string,
        reason: string,
    ): Promise<EfiDiscrepancy | null> {
        const repository = this.connection.getRepository(ctx, EfiDiscrepancy);
        const { affected } = await repository.update(
            { id: String(id), state: 'open' },
            { state: 'resolved', resolvedAt: () => 'now()', resolvedBy, reason },
        );
        return affected ? repository.findOneBy({ id: String(id) }) : null;
    }

    /** Intents with a next step due or ahead, by gateway. */
    async unsettled(ctx: RequestContext): Promise<ReadonlyMap<string, number>> {
        const rows = await this.connection
            .getRepository(ctx, EfiPaymentIntent)
            .createQueryBuilder('intent')
            .select('intent.gateway', 'gateway')
            .addSelect('count(*)::integer', 'count')
            .where('intent.nextStepAt IS NOT NULL')
            .groupBy('intent.gateway')
            .getRawMany<{ gateway: string; count: number }>();
        return new Map(rows.map(({ gateway, count }) => [gateway, count]));
    }
}

export function isDefaultChannel(ctx: RequestContext): boolean {
    return ctx.channel.code === DEFAULT_CHANNEL_CODE;
}
