import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import {
    type PaymentReview,
    PaymentReviews,
    type ReviewOutcome,
} from '../application/ports/payment-reviews.port';
import type { IntentRecord } from '../domain/intent-record';
import type { PaymentIntent } from '../domain/payment-intent';
import { quarantineInWords } from '../domain/quarantine-reason';
import { IntentDatabase } from './intent-database';

/** Does nothing when the intent has left the quarantine, or another movement was booked, since it was read. */
const DECIDE = `
    WITH released AS (
        UPDATE efi_payment_intent
           SET state = $2, amount = $3, "nextStepAt" = $4, attempts = 0, failures = 0, "quarantineReason" = NULL,
               "quarantineFacts" = NULL, "updatedAt" = now()
         WHERE id = $1 AND state = 'quarantined'
           AND (SELECT count(*) FROM efi_payment_ledger WHERE "intentId" = $1) = $5
        RETURNING id
    )
    INSERT INTO efi_payment_review
           ("intentId", "quarantineReason", resolution, reason, "userId", "userIdentifier", "quarantineFacts")
    SELECT id, $6, $7, $8, $9, $10, $11 FROM released
    RETURNING id`;

const OPEN_INDEX = 'ux_efi_payment_intent_open';

/** {@link PaymentReviews} in PostgreSQL, on the payments' own connections. */
@Injectable()
export class SqlPaymentReviews extends PaymentReviews {
    constructor(private readonly database: IntentDatabase) {
        super();
    }

    async decide(before: IntentRecord, after: PaymentIntent, review: PaymentReview): Promise<ReviewOutcome> {
        const { quarantine } = before.intent;
        try {
            const rows = await this.database.query(DECIDE, [
                after.id,
                after.state,
                after.money.amount,
                after.nextStepAt ?? null,
                before.ledger.length,
                quarantine ? quarantineInWords(quarantine) : '',
                review.resolution,
                review.reason,
                Number(review.reviewer.userId),
                review.reviewer.identifier,
                quarantine ? JSON.stringify(quarantine) : null,
            ]);
            return rows.length > 0 ? 'stored' : 'changed-meanwhile';
        } catch (error) {
            if (error instanceof QueryFailedError && isOpenIndex(error.driverError)) {
                return 'another-is-open';
            }
            throw error;
        }
    }
}

function isOpenIndex(driverError: unknown): boolean {
    return (driverError as { constraint?: unknown }).constraint === OPEN_INDEX;
}
