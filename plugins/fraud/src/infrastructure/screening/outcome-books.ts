import { type PaymentOutcome, queryPrepared } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { TransactionalConnection } from '@vendure/core';
import type { Verdict } from '../../domain/verdict';
import { Pseudonyms } from '../pseudonyms';
import { NOTE_LABEL, NOTE_OUTCOME } from './decision-statements';
import { countLabel } from './screening-metrics';

/** Takes down what became of payments. */
@Injectable()
export class OutcomeBooks {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly pseudonyms: Pseudonyms,
    ) {}

    async note({ intentId, kind, card }: PaymentOutcome): Promise<void> {
        switch (kind) {
            case 'authorised':
            case 'declined':
            case 'failed': {
                const key = card && (await this.pseudonyms.of('signals'))('card', card.fingerprint);
                await this.run(NOTE_OUTCOME, [intentId, kind, key ?? null, card?.country ?? null]);
                return;
            }
            case 'dispute-opened':
            case 'dispute-lost':
                await this.label(intentId, 'fraud', 'dispute');
                return;
            case 'dispute-won':
                await this.label(intentId, 'good', 'dispute');
                return;
            case 'refunded':
                // Whoever brings goods back had ordered them.
                await this.label(intentId, 'good', 'refund');
                return;
        }
    }

    private async label(intentId: string, label: 'good' | 'fraud', by: 'dispute' | 'refund'): Promise<void> {
        for (const { verdict } of await this.run<{ verdict: Verdict }>(NOTE_LABEL, [intentId, label, by])) {
            countLabel(label, by, verdict);
        }
    }

    private run<Row>(statement: string, parameters: readonly unknown[]): Promise<Row[]> {
        return queryPrepared<Row>(this.connection.rawConnection.manager, statement, parameters);
    }
}
