import { Injectable } from '@nestjs/common';
import { type ID, type RequestContext, TransactionalConnection } from '@vendure/core';
import type { SubjectKind } from '../../domain/signals';
import { networkOf, sameMailbox } from '../../domain/subject';
import { EfiFraudListEntry } from '../entities/fraud-settings.entities';
import { Pseudonyms } from '../pseudonyms';

/** What people can put on a list. Addresses are not among them: too many live in one house. */
export type ListedKind = Extract<SubjectKind, 'email' | 'customer' | 'device' | 'network'>;

export interface NewListEntry {
    readonly kind: ListedKind;
    /** As people know it; kept as a pseudonym and a hint. */
    readonly value: string;
    readonly verdict: 'allow' | 'block';
    readonly note: string;
    readonly expiresAt: Date | null;
}

/** Who is always let through, or never. */
@Injectable()
export class Lists {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly pseudonyms: Pseudonyms,
    ) {}

    all(ctx: RequestContext): Promise<EfiFraudListEntry[]> {
        return this.repository(ctx).find({
            where: { channelId: Number(ctx.channelId) },
            order: { id: 'DESC' },
        });
    }

    /** Takes the place of an entry for the same. @param channelId - Default: the active channel. */
    async add(
        ctx: RequestContext,
        entry: NewListEntry,
        channelId = Number(ctx.channelId),
    ): Promise<EfiFraudListEntry> {
        const { kind, value, verdict, note, expiresAt } = entry;
        const key = (await this.pseudonyms.of('lists'))(kind, canonical(kind, value));
        const repository = this.repository(ctx);
        const columns = { channelId, key, kind, hint: hintOf(value), verdict, note, expiresAt };
        await repository.upsert({ ...columns, createdBy: String(ctx.activeUserId) }, ['channelId', 'key']);
        return repository.findOneByOrFail({ channelId, key });
    }

    async remove(ctx: RequestContext, id: ID): Promise<boolean> {
        const { affected } = await this.repository(ctx).delete({
            id: Number(id),
            channelId: Number(ctx.channelId),
        });
        return affected === 1;
    }

    private repository(ctx: RequestContext) {
        return this.connection.getRepository(ctx, EfiFraudListEntry);
    }
}

/** As attempts are counted by it. */
function canonical(kind: ListedKind, value: string): string {
    switch (kind) {
        case 'email':
            return sameMailbox(value);
        case 'network':
            return networkOf(value.trim()) ?? value.trim();
        case 'customer':
        case 'device':
            return value.trim();
    }
}

/** Enough for people to know it again, and too little to write to. */
function hintOf(value: string): string {
    const at = value.lastIndexOf('@');
    return at > 0 ? `${value.slice(0, 1)}…${value.slice(at)}` : `${value.slice(0, 4)}…`;
}
