import { Injectable } from '@nestjs/common';
import {
    EventBus,
    type ID,
    type Order,
    OrderService,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import { accept, type Acceptance } from '../../domain/review';
import { EfiFraudDecision } from '../entities/fraud-decision.entity';
import { EfiFraudNote } from '../entities/fraud-settings.entities';
import { FraudQuestionAskedEvent, FraudReviewRejectedEvent } from '../events/fraud-events';
import { countLabel } from '../screening/screening-metrics';
import { ofChannel } from './channel-scope';
import { OrderSettlement } from './order-settlement';

export type Refused = { readonly kind: 'refused'; readonly why: 'not-found' | 'not-open' | 'same-person' };

/** `problem`: what could not be done with the money; the decision stands, and the order's page can do it. */
export type Decided =
    { readonly kind: 'decided'; readonly decision: EfiFraudDecision; readonly problem?: string } | Refused;

/** Where people decide about orders under review. */
@Injectable()
export class ReviewDesk {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly settlement: OrderSettlement,
        private readonly orders: OrderService,
        private readonly eventBus: EventBus,
    ) {}

    /** The decision is committed before the provider is asked: nobody else can decide otherwise meanwhile. */
    async accept(ctx: RequestContext, id: ID, text: string): Promise<Decided> {
        const accepted = await this.change(ctx, id, 'accepted', text, (decision, me) => {
            const acceptance = accept(decision, me);
            if (acceptance.kind === 'accepted') {
                close(decision, 'accepted', me);
            } else if (acceptance.kind === 'accepted-once') {
                decision.acceptedOnceBy = me;
            }
            return acceptance;
        });
        if (accepted.kind === 'refused' || accepted.decision.reviewState !== 'accepted') {
            return accepted;
        }
        const { decision } = accepted;
        countLabel('good', 'review', decision.verdict);
        return decision.isCapturedAtOnce
            ? { ...accepted, problem: await this.settlement.capture(ctx, decision.orderId) }
            : accepted;
    }

    async reject(ctx: RequestContext, id: ID, text: string): Promise<Decided> {
        const rejected = await this.change(ctx, id, 'rejected', text, (decision, me) => {
            if (decision.reviewState !== 'open') {
                return { kind: 'refused', why: 'not-open' };
            }
            close(decision, 'rejected', me);
            return { kind: 'accepted' };
        });
        if (rejected.kind === 'refused') {
            return rejected;
        }
        const { decision } = rejected;
        countLabel('fraud', 'review', decision.verdict);
        const problem = await this.settlement.giveBack(ctx, decision.orderId, 'Rejected after review');
        await this.publish(ctx, decision, order => new FraudReviewRejectedEvent(ctx, order));
        return { ...rejected, problem };
    }

    async ask(ctx: RequestContext, id: ID, question: string): Promise<Decided> {
        const asked = await this.change(ctx, id, 'asked', question, ({ reviewState }) =>
            reviewState === 'open' ? { kind: 'accepted' } : { kind: 'refused', why: 'not-open' },
        );
        if (asked.kind === 'decided') {
            const { orderId } = asked.decision;
            await this.orders.addNoteToOrder(ctx, { id: orderId, note: question, isPublic: true });
            await this.publish(
                ctx,
                asked.decision,
                order => new FraudQuestionAskedEvent(ctx, order, question),
            );
        }
        return asked;
    }

    note(ctx: RequestContext, id: ID, text: string): Promise<Decided> {
        return this.change(ctx, id, 'note', text, () => ({ kind: 'accepted' }));
    }

    /** Changes a decision under its lock, and writes down who did what. */
    private change(
        ctx: RequestContext,
        id: ID,
        kind: EfiFraudNote['kind'],
        text: string,
        decide: (decision: EfiFraudDecision, administrator: string) => Acceptance,
    ): Promise<Decided> {
        const me = String(ctx.activeUserId);
        return this.connection.withTransaction(ctx, async tx => {
            const decisions = this.connection.getRepository(tx, EfiFraudDecision);
            const decision = await decisions.findOne({
                where: { id: Number(id), ...ofChannel(ctx) },
                lock: { mode: 'pessimistic_write' },
            });
            if (!decision) {
                return { kind: 'refused', why: 'not-found' };
            }
            const answer = decide(decision, me);
            if (answer.kind === 'refused') {
                return answer;
            }
            await this.connection
                .getRepository(tx, EfiFraudNote)
                .insert({ decisionId: decision.id, kind, text, author: me });
            return { kind: 'decided', decision: await decisions.save(decision) };
        });
    }

    private async publish(
        ctx: RequestContext,
        { orderId }: EfiFraudDecision,
        event: (order: Order) => FraudQuestionAskedEvent | FraudReviewRejectedEvent,
    ): Promise<void> {
        const order = await this.settlement.find(ctx, orderId);
        if (order) {
            await this.eventBus.publish(event(order));
        }
    }
}

function close(
    decision: EfiFraudDecision,
    reviewState: 'accepted' | 'rejected',
    administrator: string,
): void {
    Object.assign(decision, {
        reviewState,
        decidedBy: administrator,
        decidedAt: new Date(),
        label: reviewState === 'accepted' ? 'good' : 'fraud',
        labelledBy: 'review',
    });
}
