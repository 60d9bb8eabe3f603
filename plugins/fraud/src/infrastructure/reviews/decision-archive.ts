import { Injectable } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import { IsNull, Not, type FindOptionsWhere, In } from 'typeorm';
import type { FeatureVector } from '../../domain/features';
import type { PastDecision } from '../../domain/past-decision';
import { Administrators } from '../administrators';
import { EfiFraudDecision } from '../entities/fraud-decision.entity';
import { EfiFraudNote } from '../entities/fraud-settings.entities';
import { ofChannel, seesAll } from './channel-scope';

export type DecisionFilter = 'open' | 'appeals' | 'decided' | 'shadow' | 'all';

export interface LinkedDecision {
    readonly decision: EfiFraudDecision;
    /** What they have in common. */
    readonly by: ReadonlyArray<'device' | 'address' | 'card' | 'email'>;
}

const MOST_LINKED = 20;
/** Enough for a rule's figures, and little enough for a request. */
const MOST_PAST = 10_000;

const WHERE: Readonly<Record<DecisionFilter, FindOptionsWhere<EfiFraudDecision>>> = {
    open: { reviewState: 'open', outcome: 'authorised' },
    appeals: { appealedAt: Not(IsNull()), appealDecidedAt: IsNull() },
    decided: { reviewState: In(['accepted', 'rejected']) },
    shadow: { verdict: Not('allow'), applied: 'allow' },
    all: {},
};

/** Decisions of the active channel, in the default channel of all, for people. */
@Injectable()
export class DecisionArchive {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly administrators: Administrators,
    ) {}

    async list(ctx: RequestContext, filter: DecisionFilter, skip: number, take: number, orderId?: ID | null) {
        const [items, totalItems] = await this.repository(ctx).findAndCount({
            where: {
                ...WHERE[filter],
                ...ofChannel(ctx),
                ...(orderId && { orderId: Number(orderId) }),
            },
            order: filter === 'open' ? { reviewDueAt: 'ASC', id: 'ASC' } : { id: 'DESC' },
            skip,
            take: Math.min(take, 100),
        });
        return { items, totalItems };
    }

    find(ctx: RequestContext, id: ID): Promise<EfiFraudDecision | null> {
        return this.repository(ctx).findOneBy({ id: Number(id), ...ofChannel(ctx) });
    }

    async notesOf(ctx: RequestContext, { id }: EfiFraudDecision): Promise<EfiFraudNote[]> {
        const notes = await this.connection
            .getRepository(ctx, EfiFraudNote)
            .find({ where: { decisionId: id }, order: { id: 'ASC' } });
        const names = await this.administrators.namesOf(
            ctx,
            notes.map(({ author }) => author),
        );
        return notes.map(note => ({ ...note, author: names.get(note.author) ?? note.author }));
    }

    /** Of other orders, by what they share, the newest first. */
    async linkedTo(ctx: RequestContext, decision: EfiFraudDecision): Promise<LinkedDecision[]> {
        const { orderId, deviceKey, addressKey, cardKey, emailKey } = decision;
        const shared = Object.entries({ deviceKey, addressKey, cardKey, emailKey }).filter(
            (entry): entry is [keyof typeof NAMES, string] => entry[1] !== null,
        );
        if (shared.length === 0) {
            return [];
        }
        const others = await this.repository(ctx).find({
            where: shared.map(([name, key]) => ({
                [name]: key,
                orderId: Not(orderId),
                ...ofChannel(ctx),
            })),
            order: { id: 'DESC' },
            take: MOST_LINKED,
        });
        return others.map(other => ({
            decision: other,
            by: shared.filter(([name, key]) => other[name] === key).map(([name]) => NAMES[name]),
        }));
    }

    /** The newest first, without those of orders that were never paid for other reasons. */
    async past(ctx: RequestContext, days: number): Promise<PastDecision[]> {
        const rows = await this.repository(ctx)
            .createQueryBuilder('d')
            .select(['d.id', 'd.features', 'd.score', 'd.label'])
            .where(
                "(:seesAll OR d.channelId = :channelId) AND d.createdAt > now() - :days * interval '1 day'",
                {
                    seesAll: seesAll(ctx),
                    channelId: ctx.channelId,
                    days,
                },
            )
            .orderBy('d.id', 'DESC')
            .limit(MOST_PAST)
            .getMany();
        return rows.map(({ features, score, label }) => ({
            features: features as FeatureVector,
            score: score ?? undefined,
            label: label ?? undefined,
        }));
    }

    private repository(ctx: RequestContext) {
        return this.connection.getRepository(ctx, EfiFraudDecision);
    }
}

const NAMES = { deviceKey: 'device', addressKey: 'address', cardKey: 'card', emailKey: 'email' } as const;
