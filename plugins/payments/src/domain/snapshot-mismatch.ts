import { balancesOf } from './balances';
import type { IntentRecord } from './intent-record';
import type { LedgerEntry } from './ledger';
import type { Money } from './money';
import type { PaymentSnapshot } from './payment-snapshot';
import type { QuarantineReason } from './quarantine-reason';

/**
 * What does not fit between an intent and the provider's word about it.
 *
 * @param ledger - With the snapshot's movements in it.
 * @returns `undefined` when all fits.
 */
export function mismatchOf(
    { intent, ledger: booked }: IntentRecord,
    snapshot: PaymentSnapshot,
    ledger: readonly LedgerEntry[],
): QuarantineReason | undefined {
    if (intent.state === 'returning' || intent.state === 'voided') {
        // All of it goes back, or went, however much it is.
        return identityMismatch(intent, snapshot);
    }
    return (
        identityMismatch(intent, snapshot) ??
        moneyMismatch(intent, snapshot) ??
        rewrittenMovement(booked, snapshot) ??
        impossibleBalances(intent.money, ledger)
    );
}

function identityMismatch(
    intent: IntentRecord['intent'],
    { providerReference: reference, intentId }: PaymentSnapshot,
): QuarantineReason | undefined {
    if (intent.providerReference !== undefined && intent.providerReference !== reference) {
        return { code: 'second-payment', reference, other: intent.providerReference };
    }
    if (intentId !== undefined && intentId !== intent.id) {
        return { code: 'belongs-to-another', reference, other: intentId };
    }
    return undefined;
}

function moneyMismatch(
    { money: here }: IntentRecord['intent'],
    { movements, money: there }: PaymentSnapshot,
): QuarantineReason | undefined {
    const foreign = movements.find(({ money }) => money.currency !== here.currency);
    if (foreign) {
        const { providerReference: reference, money } = foreign;
        return { code: 'other-currency', reference, there: money, here };
    }
    return isSame(there, here) ? undefined : { code: 'other-amount', there, here };
}

function rewrittenMovement(
    booked: readonly LedgerEntry[],
    snapshot: PaymentSnapshot,
): QuarantineReason | undefined {
    for (const { kind, providerReference: reference, money: there } of snapshot.movements) {
        const entry = booked.find(line => line.kind === kind && line.providerReference === reference);
        if (entry && !isSame(entry, there)) {
            const here = { amount: entry.amount, currency: entry.currency };
            return { code: 'movement-changed', reference, there, here };
        }
    }
    return undefined;
}

function impossibleBalances(agreed: Money, ledger: readonly LedgerEntry[]): QuarantineReason | undefined {
    const { authorised, captured, refunded } = balancesOf(ledger);
    const money = (amount: number) => ({ ...agreed, amount });
    if (authorised > agreed.amount) {
        return { code: 'held-too-much', there: money(authorised), here: agreed };
    }
    if (captured > agreed.amount) {
        return { code: 'taken-too-much', there: money(captured), here: agreed };
    }
    return refunded > captured
        ? { code: 'given-back-too-much', there: money(refunded), here: money(captured) }
        : undefined;
}

function isSame(one: Money, other: Money): boolean {
    return one.amount === other.amount && one.currency === other.currency;
}
