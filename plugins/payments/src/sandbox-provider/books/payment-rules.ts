import { balancesOf, type EventType, type Movement, type MovementKind, type Payment } from './payment';

/** A request that is against the rules. Nothing was changed. */
export interface Refusal {
    readonly ok: false;
    /** For programs, such as `amount_too_large`. */
    readonly code: string;
    /** For people. */
    readonly message: string;
}

/** The payment after the step, and what there is to tell the shop. */
export interface Step {
    readonly ok: true;
    readonly payment: Payment;
    readonly events: readonly EventType[];
}

/** What a step takes from outside: the rules know neither a clock nor chance. */
export interface StepContext {
    /** ISO 8601. */
    readonly now: string;
    newMovementId(): string;
    readonly idempotencyKey?: string;
}

const DECLINES: Readonly<Partial<Record<Payment['behaviour'], string>>> = {
    decline: 'card_declined',
    insufficient_funds: 'insufficient_funds',
    expired_card: 'expired_card',
};

/** Decides a new payment by its token: held, declined, or waiting for the shopper, also if a challenge is demanded. */
export function start(payment: Payment, context: StepContext, isChallenged = false): Step {
    const declineCode = DECLINES[payment.behaviour];
    if (declineCode !== undefined) {
        return decline(payment, declineCode);
    }
    if (payment.behaviour === '3ds' || isChallenged) {
        const waiting: Payment = { ...payment, status: 'action_required' };
        return { ok: true, payment: waiting, events: ['payment.action_required'] };
    }
    return hold(payment, context);
}

/** The shopper passed the challenge, or failed it. A challenge that is over stays as it ended. */
export function answerChallenge(payment: Payment, passed: boolean, context: StepContext): Step | Refusal {
    if (payment.status !== 'action_required') {
        return refuse('not_waiting', 'This payment waits for nothing.');
    }
    return passed ? hold(payment, context) : decline(payment, 'authentication_failed');
}

/** Takes held money. @param final - Lets go of what is left over. */
export function capture(
    payment: Payment,
    amount: number,
    final: boolean,
    context: StepContext,
): Step | Refusal {
    const { capturable } = balancesOf(payment);
    if (payment.status !== 'authorised') {
        return refuse('not_capturable', `A payment that is ${payment.status} has no held money.`);
    }
    if (amount > capturable) {
        return refuse('amount_too_large', `Only ${capturable} is held, ${amount} was asked for.`);
    }
    const taken = move(payment, 'captured', amount, context);
    const left = capturable - amount;
    if (!final || left === 0) {
        const status = left === 0 ? 'captured' : 'authorised';
        return { ok: true, payment: { ...taken, status }, events: ['payment.captured'] };
    }
    const released: Payment = { ...move(taken, 'voided', left, context), status: 'captured' };
    return { ok: true, payment: released, events: ['payment.captured', 'payment.voided'] };
}

/** Lets go of all held money. What is void already stays so. */
export function voidPayment(payment: Payment, context: StepContext): Step | Refusal {
    const { capturable } = balancesOf(payment);
    switch (payment.status) {
        case 'voided':
            return { ok: true, payment, events: [] };
        case 'action_required':
            return { ok: true, payment: { ...payment, status: 'voided' }, events: ['payment.voided'] };
        case 'authorised': {
            const status = payment.movements.some(entry => entry.kind === 'captured') ? 'captured' : 'voided';
            const released: Payment = { ...move(payment, 'voided', capturable, context), status };
            return { ok: true, payment: released, events: ['payment.voided'] };
        }
        case 'captured':
        case 'declined':
            return refuse('not_voidable', `A payment that is ${payment.status} has no held money.`);
    }
}

/** Gives taken money back. */
export function refund(payment: Payment, amount: number, context: StepContext): Step | Refusal {
    const { refundable } = balancesOf(payment);
    if (amount > refundable) {
        return refuse('amount_too_large', `Only ${refundable} can be given back, ${amount} was asked for.`);
    }
    return { ok: true, payment: move(payment, 'refunded', amount, context), events: ['payment.refunded'] };
}

/** A chargeback over all that is left: the bank takes it, and decides later for the shop or the shopper. */
export function dispute(
    payment: Payment,
    step: 'opened' | 'won' | 'lost',
    context: StepContext,
): Step | Refusal {
    const { refundable, disputed } = balancesOf(payment);
    const amount = step === 'opened' ? refundable : disputed;
    if (amount === 0) {
        return refuse(
            'not_disputable',
            step === 'opened' ? 'No money is left to dispute.' : 'No dispute is open.',
        );
    }
    return {
        ok: true,
        payment: move(payment, `dispute-${step}`, amount, context),
        events: [`dispute.${step}`],
    };
}

function hold(payment: Payment, context: StepContext): Step {
    const held: Payment = {
        ...move(payment, 'authorised', payment.amount, context),
        status: 'authorised',
    };
    return { ok: true, payment: held, events: ['payment.authorised'] };
}

function decline(payment: Payment, declineCode: string): Step {
    return {
        ok: true,
        payment: { ...payment, status: 'declined', declineCode },
        events: ['payment.declined'],
    };
}

function move(payment: Payment, kind: MovementKind, amount: number, context: StepContext): Payment {
    const movement: Movement = {
        id: context.newMovementId(),
        kind,
        amount,
        occurredAt: context.now,
        ...(context.idempotencyKey === undefined ? {} : { idempotencyKey: context.idempotencyKey }),
    };
    return { ...payment, movements: [...payment.movements, movement] };
}

function refuse(code: string, message: string): Refusal {
    return { ok: false, code, message };
}
