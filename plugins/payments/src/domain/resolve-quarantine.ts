import { balancesOf, holdsMoney } from './balances';
import type { IntentRecord } from './intent-record';
import type { PaymentIntent } from './payment-intent';

/**
 * What a person decided about a payment in quarantine.
 *
 * - `accept`: it is right as the provider has it. The order keeps the payment, or gets it now.
 * - `return`: the money is given back: voided while it is held, refunded once it was taken.
 * - `dismiss`: it was dealt with elsewhere. No step is taken by itself, now or later.
 */
export type QuarantineResolution = 'accept' | 'return' | 'dismiss';

/**
 * Why a decision is not possible.
 *
 * - `not-quarantined`: the payment's state is `detail`.
 * - `order-has-it`: order `detail` has the payment, and gives the money back by a refund or by being cancelled.
 * - `other-currency`: the money is in `detail`, which is not the order's currency.
 * - `no-money`: the provider neither holds nor took any.
 * - `changed-meanwhile`: somebody else decided, or money moved, while the person was deciding.
 * - `another-is-open`: the order has another payment under way, and can have one at a time.
 */
export interface QuarantineObjection {
    readonly code:
        | 'not-quarantined'
        | 'order-has-it'
        | 'other-currency'
        | 'no-money'
        | 'changed-meanwhile'
        | 'another-is-open';
    readonly detail?: string;
}

export type QuarantineDecision =
    | { readonly possible: true; readonly intent: PaymentIntent }
    | { readonly possible: false; readonly objection: QuarantineObjection };

/**
 * The intent as it is after a person's decision.
 *
 * @param now - When its next step is due, if there is one.
 */
export function resolveQuarantine(
    record: IntentRecord,
    resolution: QuarantineResolution,
    now: Date,
): QuarantineDecision {
    const { intent } = record;
    if (intent.state !== 'quarantined') {
        return impossible({ code: 'not-quarantined', detail: intent.state });
    }
    switch (resolution) {
        case 'accept':
            return accept(record, now);
        case 'return':
            return intent.paymentId === undefined
                ? released({ ...intent, state: 'returning', nextStepAt: now })
                : impossible({ code: 'order-has-it', detail: intent.orderCode });
        case 'dismiss':
            return released({ ...intent, state: 'dismissed', nextStepAt: undefined });
    }
}

/** What the provider holds or took becomes what the payment is worth: the shopper's own word was overruled. */
function accept({ intent, ledger }: IntentRecord, now: Date): QuarantineDecision {
    const foreign = ledger.find(entry => entry.currency !== intent.money.currency);
    if (foreign) {
        return impossible({ code: 'other-currency', detail: foreign.currency });
    }
    const balances = balancesOf(ledger);
    if (intent.paymentId !== undefined) {
        return released({ ...intent, state: 'recorded', nextStepAt: now });
    }
    if (!holdsMoney(balances)) {
        return impossible({ code: 'no-money' });
    }
    const amount = Math.max(balances.authorised, balances.captured);
    return released({
        ...intent,
        state: 'authorised',
        money: { ...intent.money, amount },
        nextStepAt: now,
    });
}

function released(intent: PaymentIntent): QuarantineDecision {
    return { possible: true, intent: { ...intent, quarantine: undefined, attempts: 0 } };
}

function impossible(objection: QuarantineObjection): QuarantineDecision {
    return { possible: false, objection };
}
