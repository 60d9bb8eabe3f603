import { balancesOf } from './balances';
import type { IntentRecord } from './intent-record';
import type { LedgerEntry } from './ledger';
import { inWords, type Money } from './money';
import type { PaymentSnapshot } from './payment-snapshot';

/**
 * What does not fit between an intent and the provider's word about it, for the person who has to look into it.
 *
 * @param ledger - With the snapshot's movements in it.
 * @returns `undefined` when all fits.
 */
export function mismatchOf(
    { intent, ledger: booked }: IntentRecord,
    snapshot: PaymentSnapshot,
    ledger: readonly LedgerEntry[],
): string | undefined {
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

function identityMismatch(intent: IntentRecord['intent'], snapshot: PaymentSnapshot): string | undefined {
    const { providerReference } = intent;
    if (providerReference !== undefined && providerReference !== snapshot.providerReference) {
        return `The provider has a second payment, ${snapshot.providerReference}, beside ${providerReference}.`;
    }
    if (snapshot.intentId !== undefined && snapshot.intentId !== intent.id) {
        return `The provider's payment ${snapshot.providerReference} belongs to another intent, ${snapshot.intentId}.`;
    }
    return undefined;
}

function moneyMismatch({ money }: IntentRecord['intent'], snapshot: PaymentSnapshot): string | undefined {
    const foreign = snapshot.movements.find(movement => movement.money.currency !== money.currency);
    if (foreign) {
        return `Movement ${foreign.providerReference} is in ${foreign.money.currency}, not in ${money.currency}.`;
    }
    return isSame(snapshot.money, money)
        ? undefined
        : `The provider has ${inWords(snapshot.money)}, the shopper agreed to ${inWords(money)}.`;
}

function rewrittenMovement(booked: readonly LedgerEntry[], snapshot: PaymentSnapshot): string | undefined {
    for (const { kind, providerReference, money } of snapshot.movements) {
        const entry = booked.find(line => line.kind === kind && line.providerReference === providerReference);
        if (entry && !isSame(entry, money)) {
            return `Movement ${providerReference} was ${inWords(entry)} and is now ${inWords(money)}.`;
        }
    }
    return undefined;
}

function impossibleBalances(agreed: Money, ledger: readonly LedgerEntry[]): string | undefined {
    const { authorised, captured, refunded } = balancesOf(ledger);
    const said = (amount: number) => inWords({ ...agreed, amount });
    const beyondAgreed = `more than the ${inWords(agreed)} that the shopper agreed to`;
    if (authorised > agreed.amount) {
        return `The provider holds ${said(authorised)}, ${beyondAgreed}.`;
    }
    if (captured > agreed.amount) {
        return `The provider took ${said(captured)}, ${beyondAgreed}.`;
    }
    return refunded > captured
        ? `The provider gave back ${said(refunded)}, more than the ${said(captured)} that it took.`
        : undefined;
}

function isSame(one: Money, other: Money): boolean {
    return one.amount === other.amount && one.currency === other.currency;
}
