import { Injectable } from '@nestjs/common';
import {
    EventBus,
    type ID,
    idsAreEqual,
    Order,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import { IsNull } from 'typeorm';
import { EfiFraudDecision } from '../entities/fraud-decision.entity';
import { EfiFraudListEntry, EfiFraudNote } from '../entities/fraud-settings.entities';
import { FraudAppealDecidedEvent } from '../events/fraud-events';
import { countLabel } from '../screening/screening-metrics';
import { Lists, type NewListEntry } from '../settings/lists';
import { ofChannel } from './channel-scope';

const MAX_LENGTH = 2_000;
const DAY_MS = 24 * 3_600_000;
/** How long a customer whose appeal was granted is let through. */
const ALLOWED_DAYS = 7;

export interface Appeal {
    readonly orderCode: string;
    readonly canAppeal: boolean;
    readonly appealedAt: Date | null;
    readonly decidedAt: Date | null;
    readonly isGranted: boolean | undefined;
}

export type AppealRefusal = 'nothing-to-appeal' | 'appealed-already' | 'text-missing' | 'text-too-long';

/** Whoever was refused by a machine can have a person look at it. */
@Injectable()
export class Appeals {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly lists: Lists,
        private readonly eventBus: EventBus,
    ) {}

    /** @returns `undefined` when the order is not the shopper's own; they can't tell that from one that does not exist. */
    async of(ctx: RequestContext, orderCode: string): Promise<Appeal | undefined> {
        const order = await this.ownOrder(ctx, orderCode);
        if (!order) {
            return undefined;
        }
        const appealed = await this.find(ctx, order, { isAppealed: true });
        const blocked = appealed ?? (await this.find(ctx, order, { isAppealed: false }));
        return {
            orderCode: order.code,
            canAppeal: blocked !== null && blocked.appealedAt === null,
            appealedAt: blocked?.appealedAt ?? null,
            decidedAt: blocked?.appealDecidedAt ?? null,
            isGranted: blocked?.appealDecidedAt ? blocked.label === 'good' : undefined,
        };
    }

    async appeal(
        ctx: RequestContext,
        orderCode: string,
        text: string,
    ): Promise<
        { readonly ok: true; readonly appeal: Appeal } | { readonly ok: false; readonly why: AppealRefusal }
    > {
        const words = text.trim();
        if (words.length === 0 || words.length > MAX_LENGTH) {
            return { ok: false, why: words.length === 0 ? 'text-missing' : 'text-too-long' };
        }
        const order = await this.ownOrder(ctx, orderCode);
        const blocked = order && (await this.find(ctx, order, { isAppealed: false }));
        if (!order || !blocked) {
            return { ok: false, why: 'nothing-to-appeal' };
        }
        if (await this.find(ctx, order, { isAppealed: true })) {
            return { ok: false, why: 'appealed-already' };
        }
        const appealedAt = new Date();
        await this.connection
            .getRepository(ctx, EfiFraudDecision)
            .update({ id: blocked.id, appealedAt: IsNull() }, { appealedAt });
        await this.note(ctx, blocked, 'appeal', words, 'customer');
        return {
            ok: true,
            appeal: { orderCode, canAppeal: false, appealedAt, decidedAt: null, isGranted: undefined },
        };
    }

    /** A granted appeal lets the customer's e-mail address through for some days, so that they can pay again. */
    async decide(
        ctx: RequestContext,
        id: ID,
        isGranted: boolean,
        answer: string,
    ): Promise<EfiFraudDecision | undefined> {
        const decisions = this.connection.getRepository(ctx, EfiFraudDecision);
        const decision = await decisions.findOne({
            where: { id: Number(id), ...ofChannel(ctx), appealDecidedAt: IsNull() },
            lock: { mode: 'pessimistic_write' },
        });
        if (!decision?.appealedAt) {
            return undefined;
        }
        const order = await this.connection
            .getRepository(ctx, Order)
            .findOne({ where: { id: decision.orderId }, relations: { customer: { user: true } } });
        await this.note(
            ctx,
            decision,
            isGranted ? 'appeal-granted' : 'appeal-refused',
            answer,
            String(ctx.activeUserId),
        );
        if (isGranted && order?.customer) {
            await this.allow(ctx, order.customer.emailAddress, decision);
        }
        Object.assign(decision, {
            appealDecidedAt: new Date(),
            label: isGranted ? 'good' : 'fraud',
            labelledBy: 'review',
        });
        const decided = await decisions.save(decision);
        countLabel(isGranted ? 'good' : 'fraud', 'appeal', decided.verdict);
        if (order) {
            await this.eventBus.publish(new FraudAppealDecidedEvent(ctx, order, isGranted, answer));
        }
        return decided;
    }

    private async allow(
        ctx: RequestContext,
        emailAddress: string,
        { orderCode, channelId }: EfiFraudDecision,
    ): Promise<EfiFraudListEntry> {
        const entry: NewListEntry = {
            kind: 'email',
            value: emailAddress,
            verdict: 'allow',
            note: `Appeal granted, order ${orderCode}`,
            expiresAt: new Date(Date.now() + ALLOWED_DAYS * DAY_MS),
        };
        return this.lists.add(ctx, entry, channelId);
    }

    private async note(
        ctx: RequestContext,
        { id: decisionId }: EfiFraudDecision,
        kind: EfiFraudNote['kind'],
        text: string,
        author: string,
    ): Promise<void> {
        await this.connection.getRepository(ctx, EfiFraudNote).insert({ decisionId, kind, text, author });
    }

    /** The newest refusal by a machine. */
    private find(
        ctx: RequestContext,
        { id }: Order,
        { isAppealed }: { readonly isAppealed: boolean },
    ): Promise<EfiFraudDecision | null> {
        const query = this.connection
            .getRepository(ctx, EfiFraudDecision)
            .createQueryBuilder('d')
            .where(`d.orderId = :id AND d.outcome = 'blocked'`, { id })
            .orderBy('d.id', 'DESC')
            .limit(1);
        return (isAppealed ? query.andWhere('d.appealedAt IS NOT NULL') : query).getOne();
    }

    private async ownOrder(ctx: RequestContext, code: string): Promise<Order | undefined> {
        const order = await this.connection
            .getRepository(ctx, Order)
            .findOne({ where: { code }, relations: { customer: { user: true } } });
        const isSessions = idsAreEqual(order?.id, ctx.session?.activeOrderId);
        const isCustomers =
            ctx.activeUserId !== undefined && idsAreEqual(order?.customer?.user?.id, ctx.activeUserId);
        return order && (isSessions || isCustomers) ? order : undefined;
    }
}
