import { describe, expect, it } from 'vitest';
import type { IntentRecord } from './intent-record';
import type { LedgerEntry, MovementKind } from './ledger';
import type { PaymentIntent } from './payment-intent';
import { resolveQuarantine } from './resolve-quarantine';

const now = new Date('2026-03-01T12:00:00Z');

function quarantined(
    ledger: readonly [MovementKind, number, string?][],
    intent: Partial<PaymentIntent> = {},
): IntentRecord {
    return {
        intent: {
            id: 'i',
            orderId: '1',
            orderCode: 'ORDER1',
            channelId: '1',
            methodCode: 'card',
            gateway: 'sandbox',
            money: { amount: 1999, currency: 'EUR' },
            captureMode: 'automatic',
            languageCode: 'en',
            state: 'quarantined',
            quarantine: { code: 'no-answer' },
            attempts: 7,
            createdAt: now,
            ...intent,
        },
        operations: [],
        ledger: ledger.map(([kind, amount, currency = 'EUR'], index): LedgerEntry => ({
            intentId: 'i',
            gateway: 'sandbox',
            kind,
            amount,
            currency,
            providerReference: `m${index}`,
            occurredAt: now,
            source: 'webhook',
        })),
    };
}

describe('a payment in quarantine', () => {
    it('that is accepted goes to the order with what the provider holds', () => {
        const decision = resolveQuarantine(quarantined([['authorised', 2500]]), 'accept', now);
        expect(decision).toMatchObject({
            possible: true,
            intent: {
                state: 'authorised',
                money: { amount: 2500, currency: 'EUR' },
                nextStepAt: now,
                attempts: 0,
                quarantine: undefined,
            },
        });
    });

    it('that is accepted stays with the order that has it', () => {
        const record = quarantined([['captured', 1999]], { paymentId: '5' });
        expect(resolveQuarantine(record, 'accept', now)).toMatchObject({
            possible: true,
            intent: { state: 'recorded', money: { amount: 1999 } },
        });
    });

    it('can’t be accepted in another currency, nor without money', () => {
        expect(resolveQuarantine(quarantined([['authorised', 1999, 'USD']]), 'accept', now)).toEqual({
            possible: false,
            objection: { code: 'other-currency', detail: 'USD' },
        });
        const givenBack = quarantined([
            ['captured', 1999],
            ['refunded', 1999],
        ]);
        expect(resolveQuarantine(givenBack, 'accept', now)).toMatchObject({
            objection: { code: 'no-money' },
        });
    });

    it('is given back, unless an order has it', () => {
        expect(resolveQuarantine(quarantined([['captured', 1999]]), 'return', now)).toMatchObject({
            possible: true,
            intent: { state: 'returning', nextStepAt: now },
        });
        const recorded = quarantined([['captured', 1999]], { paymentId: '5' });
        expect(resolveQuarantine(recorded, 'return', now)).toEqual({
            possible: false,
            objection: { code: 'order-has-it', detail: 'ORDER1' },
        });
    });

    it('that is dismissed is left alone from then on', () => {
        expect(resolveQuarantine(quarantined([['captured', 1999]]), 'dismiss', now)).toMatchObject({
            possible: true,
            intent: { state: 'dismissed', nextStepAt: undefined },
        });
    });

    it.each(['accept', 'return', 'dismiss'] as const)('has to be in quarantine to %s it', resolution => {
        const record = quarantined([['captured', 1999]], { state: 'recorded' });
        expect(resolveQuarantine(record, resolution, now)).toEqual({
            possible: false,
            objection: { code: 'not-quarantined', detail: 'recorded' },
        });
    });
});
