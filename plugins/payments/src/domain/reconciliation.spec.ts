import { describe, expect, it } from 'vitest';
import type { LedgerEntry, MovementKind } from './ledger';
import { byDay, compareBooks, nextPeriod, type ProviderLine } from './reconciliation';

const noon = new Date('2026-03-01T12:00:00Z');

function line(kind: MovementKind, reference: string, amount = 1999, currency = 'EUR'): ProviderLine {
    return {
        kind,
        providerReference: reference,
        money: { amount, currency },
        occurredAt: noon,
        paymentReference: `pay_${reference}`,
        intentId: `intent_${reference}`,
    };
}

function entry(kind: MovementKind, reference: string, amount = 1999, currency = 'EUR'): LedgerEntry {
    return {
        intentId: `intent_${reference}`,
        gateway: 'sandbox',
        kind,
        amount,
        currency,
        providerReference: reference,
        occurredAt: noon,
        source: 'response',
    };
}

describe('comparing a provider’s books with the ledger', () => {
    it('finds nothing when both have the same, in any order', () => {
        const theirs = [line('refunded', 'b', 500), line('captured', 'a')];
        expect(compareBooks(theirs, [entry('captured', 'a'), entry('refunded', 'b', 500)])).toEqual([]);
    });

    it('finds a charge that the ledger does not know', () => {
        expect(compareBooks([line('captured', 'a')], [])).toEqual([
            {
                kind: 'missing-here',
                movementKind: 'captured',
                providerReference: 'a',
                paymentReference: 'pay_a',
                intentId: 'intent_a',
                there: { amount: 1999, currency: 'EUR' },
                occurredAt: noon,
            },
        ]);
    });

    it('finds a charge that the provider does not list', () => {
        expect(compareBooks([], [entry('captured', 'a')])).toMatchObject([
            { kind: 'missing-there', intentId: 'intent_a', here: { amount: 1999, currency: 'EUR' } },
        ]);
    });

    it.each([
        ['amount', line('captured', 'a', 1998)],
        ['currency', line('captured', 'a', 1999, 'USD')],
    ])('finds another %s', (_what, theirs) => {
        expect(compareBooks([theirs], [entry('captured', 'a')])).toMatchObject([
            { kind: 'differs', here: { amount: 1999, currency: 'EUR' }, there: theirs.money },
        ]);
    });

    it('tells movements of the same reference apart by their kind', () => {
        expect(compareBooks([line('captured', 'a')], [entry('refunded', 'a')])).toMatchObject([
            { kind: 'missing-here', movementKind: 'captured' },
            { kind: 'missing-there', movementKind: 'refunded' },
        ]);
    });

    it('does not miss holds there, which some providers do not list, but does miss them here', () => {
        expect(compareBooks([], [entry('authorised', 'a'), entry('voided', 'b')])).toEqual([]);
        expect(compareBooks([line('authorised', 'a')], [])).toMatchObject([{ kind: 'missing-here' }]);
    });

    it('takes a movement that is listed on two pages once', () => {
        expect(compareBooks([line('captured', 'a'), line('captured', 'a')], [])).toHaveLength(1);
    });
});

describe('the period of a reconciliation', () => {
    const now = new Date('2026-03-31T03:00:00Z');
    const settled = new Date('2026-03-31T02:45:00Z');

    it('goes from a day before the last one’s end to where everything has settled', () => {
        const lastEnd = new Date('2026-03-30T02:45:00Z');
        expect(nextPeriod(now, lastEnd, undefined)).toEqual({
            from: new Date('2026-03-29T02:45:00Z'),
            to: settled,
        });
    });

    it('covers all days on which none ran', () => {
        const lastEnd = new Date('2026-03-20T02:45:00Z');
        expect(nextPeriod(now, lastEnd, undefined).from).toEqual(new Date('2026-03-19T02:45:00Z'));
    });

    it('reaches back to the oldest open discrepancy', () => {
        const oldest = new Date('2026-03-10T00:00:00Z');
        expect(nextPeriod(now, new Date('2026-03-30T02:45:00Z'), oldest).from).toEqual(oldest);
    });

    it('is 30 days long at most, and the first time', () => {
        const longest = { from: new Date('2026-03-01T02:45:00Z'), to: settled };
        expect(nextPeriod(now, undefined, undefined)).toEqual(longest);
        expect(nextPeriod(now, settled, new Date('2025-01-01T00:00:00Z'))).toEqual(longest);
    });

    it('is cut into days without gap or overlap', () => {
        const from = new Date('2026-03-01T06:00:00Z');
        const to = new Date('2026-03-03T07:00:00Z');
        const days = byDay({ from, to });
        expect(days.map(day => day.from.toISOString())).toEqual([
            '2026-03-01T06:00:00.000Z',
            '2026-03-02T06:00:00.000Z',
            '2026-03-03T06:00:00.000Z',
        ]);
        expect(days.slice(1).map(day => day.from)).toEqual(days.slice(0, -1).map(day => day.to));
        expect(days.at(-1)?.to).toEqual(to);
        expect(byDay({ from: to, to })).toEqual([]);
    });
});
