import { asSystem, type PaymentAttempt, queryPrepared } from '@efi/plugin-kit';
import { Inject, Injectable } from '@nestjs/common';
import { type RequestContext, TransactionalConnection } from '@vendure/core';
import type { SubjectKind } from '../../domain/signals';
import { FRAUD_OPTIONS, type ResolvedFraudOptions } from '../../fraud.options';
import { Pseudonyms } from '../pseudonyms';
import { signedInCustomer, subjectsOf } from './attempt-facts';
import { COUNT_AND_READ, type CountedRow } from './signal-statement';

export type SubjectKeys = Readonly<Partial<Record<SubjectKind, string>>>;

/** Counts an attempt, and reads what is known of it. */
@Injectable()
export class SignalReader {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly pseudonyms: Pseudonyms,
        @Inject(FRAUD_OPTIONS) private readonly options: ResolvedFraudOptions,
    ) {}

    /** Reads the keys of the pseudonyms. */
    async prepare(): Promise<void> {
        await this.pseudonyms.of('signals');
    }

    /** The attempt's subjects, by pseudonyms. */
    async keysOf(ctx: RequestContext, attempt: PaymentAttempt): Promise<SubjectKeys> {
        const pseudonym = await this.pseudonyms.of('signals');
        const subjects = [...subjectsOf(ctx, attempt)];
        return Object.fromEntries(subjects.map(([kind, value]) => [kind, pseudonym(kind, value)]));
    }

    async count(ctx: RequestContext, attempt: PaymentAttempt, keys: SubjectKeys): Promise<CountedRow> {
        const { order } = attempt;
        const listed = await this.pseudonyms.of('lists');
        const parameters = [
            Object.values(keys),
            Object.keys(keys),
            Number(order.id),
            toNumber(signedInCustomer(ctx, order)),
            toNumber(order.customer?.id),
            Number(ctx.channelId),
            keys.email ?? null,
            keys.device ?? null,
            keys.address ?? null,
            keys.customer ?? null,
            order.couponCodes,
            this.options.giftCardSkus.map(prefix => `${prefix.replace(/[\\%_]/g, '\\$&')}%`),
            [...subjectsOf(ctx, attempt)].map(([kind, value]) => listed(kind, value)),
        ];
        const { manager } = this.connection.rawConnection;
        // A guest's earlier orders count, and no guest may see them.
        const [row] = await asSystem(() => queryPrepared<CountedRow>(manager, COUNT_AND_READ, parameters));
        if (!row) {
            throw new Error('The signals of an attempt are one row.');
        }
        return row;
    }
}

function toNumber(id: string | number | undefined): number | null {
    return id === undefined ? null : Number(id);
}
