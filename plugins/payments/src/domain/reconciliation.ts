import type { LedgerEntry, MovementKind } from './ledger';
import type { Money } from './money';

/**
 * - `missing-here`: the provider moved money, and the ledger knows nothing of it: a charge without an order, say.
 * - `missing-there`: the ledger has a movement of money that the provider does not list.
 * - `differs`: both have it, with another amount or currency.
 */
export type DiscrepancyKind = 'missing-here' | 'missing-there' | 'differs';

/** `open`: somebody has to look. `resolved`: by a person, or because a later reconciliation found it right. */
export type DiscrepancyState = 'open' | 'resolved';

export type ReconciliationState = 'running' | 'completed' | 'failed';

/** One movement, as a provider lists it. */
export interface ProviderLine {
    readonly kind: MovementKind;
    readonly providerReference: string;
    readonly money: Money;
    readonly occurredAt: Date;
    /** Of the payment. */
    readonly paymentReference?: string;
    readonly intentId?: string;
}

/** A movement that the provider and the ledger do not have alike. */
export interface Discrepancy {
    readonly kind: DiscrepancyKind;
    readonly movementKind: MovementKind;
    readonly providerReference: string;
    /** Absent when only the ledger has it. */
    readonly paymentReference?: string;
    readonly intentId?: string;
    readonly there?: Money;
    readonly here?: Money;
    /** By the provider's clock. */
    readonly occurredAt: Date;
}

/**
 * Kinds that every provider lists. Money that was only held, let go or fought over does not show in all providers'
 * books, so the lack of it there proves nothing.
 */
const LISTED_EVERYWHERE: readonly MovementKind[] = ['captured', 'refunded'];

/**
 * Compares a provider's list with the ledger of the same period. The order of either is no matter.
 *
 * @param ledger - Entries of one gateway, by the provider's clock in the period that `listed` covers, and further ones
 *     of the movements that are listed.
 */
export function compareBooks(listed: readonly ProviderLine[], ledger: readonly LedgerEntry[]): Discrepancy[] {
    const here = new Map(ledger.map(entry => [keyOf(entry), entry]));
    const there = new Map(listed.map(line => [keyOf(line), line]));
    const fromTheirs = [...there].flatMap(([key, line]) => againstLedger(line, here.get(key)));
    const onlyOurs = ledger
        .filter(entry => LISTED_EVERYWHERE.includes(entry.kind) && !there.has(keyOf(entry)))
        .map(missingThere);
    return [...fromTheirs, ...onlyOurs];
}

/** Tells one movement of a gateway from all others. */
export function keyOf(movement: { readonly kind: MovementKind; readonly providerReference: string }): string {
    return `${movement.kind} ${movement.providerReference}`;
}

/** A stretch of time, from its first moment to before its last. */
export interface Period {
    readonly from: Date;
    readonly to: Date;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What moved just now may be booked on one side only, and rightly so. */
const SETTLING_MS = HOUR_MS / 4;
/** Providers' lists may lag behind, so each run looks at some of the last one's period again. */
const OVERLAP_MS = DAY_MS;
/** How far a run looks back at most. What is open for longer stays open until a person decides. */
const LONGEST_MS = 30 * DAY_MS;

/**
 * What a run that nobody gave a period looks at: everything since the last complete one, and since the oldest
 * discrepancy that is open, which it may find right.
 *
 * @param lastEnd - Where the last complete run ended.
 * @param oldestOpen - When the oldest open discrepancy moved.
 */
export function nextPeriod(now: Date, lastEnd: Date | undefined, oldestOpen: Date | undefined): Period {
    const to = now.getTime() - SETTLING_MS;
    const since = lastEnd ? lastEnd.getTime() - OVERLAP_MS : to - LONGEST_MS;
    const from = Math.max(Math.min(since, oldestOpen?.getTime() ?? since), to - LONGEST_MS);
    return { from: new Date(from), to: new Date(to) };
}

/** Cuts a period into stretches of at most a day, so that no more than a day's movements are held at once. */
export function byDay({ from, to }: Period): Period[] {
    const days: Period[] = [];
    for (let start = from.getTime(); start < to.getTime(); start += DAY_MS) {
        days.push({ from: new Date(start), to: new Date(Math.min(start + DAY_MS, to.getTime())) });
    }
    return days;
}

function againstLedger(line: ProviderLine, entry: LedgerEntry | undefined): Discrepancy[] {
    const { kind: movementKind, providerReference, paymentReference, occurredAt, money: there } = line;
    const seen = { movementKind, providerReference, paymentReference, occurredAt, there };
    if (!entry) {
        return [{ kind: 'missing-here', ...seen, intentId: line.intentId }];
    }
    return entry.amount === there.amount && entry.currency === there.currency
        ? []
        : [{ kind: 'differs', ...seen, intentId: entry.intentId, here: moneyOf(entry) }];
}

function missingThere(entry: LedgerEntry): Discrepancy {
    const { kind: movementKind, providerReference, occurredAt, intentId } = entry;
    return {
        kind: 'missing-there',
        movementKind,
        providerReference,
        occurredAt,
        intentId,
        here: moneyOf(entry),
    };
}

function moneyOf({ amount, currency }: LedgerEntry): Money {
    return { amount, currency };
}
