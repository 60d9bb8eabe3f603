import { describe, expect, it } from 'vitest';
import { balancesOf, type Behaviour, type Payment } from './payment';
import {
    answerChallenge,
    capture,
    dispute,
    refund,
    type Refusal,
    start,
    type Step,
    type StepContext,
    voidPayment,
} from './payment-rules';

let count = 0;
const context: StepContext = { now: '2030-01-01T00:00:00.000Z', newMovementId: () => `mov_${++count}` };

function started(behaviour: Behaviour = 'ok'): Payment {
    return start(
        {
            id: 'pay_1',
            intent: 'int_1',
            description: 'A1',
            amount: 1_000,
            currency: 'EUR',
            status: 'authorised',
            behaviour,
            createdAt: context.now,
            movements: [],
            card: { brand: 'visa', last4: '4242', fingerprint: 'f', country: 'US' },
            language: 'en',
        },
        context,
    ).payment;
}

function after(result: Step | Refusal): Payment {
    if (!result.ok) {
        throw new Error(result.code);
    }
    return result.payment;
}

const codeOf = (result: Step | Refusal): string => (result.ok ? 'none' : result.code);

describe('a sandbox payment', () => {
    it('is held, declined, or waits for its shopper, as its token says', () => {
        expect(started('ok')).toMatchObject({ status: 'authorised', movements: [{ amount: 1_000 }] });
        expect(started('decline')).toMatchObject({ status: 'declined', declineCode: 'card_declined' });
        expect(started('3ds')).toMatchObject({ status: 'action_required', movements: [] });
    });

    it('is held or declined by the answer to its challenge, which counts once', () => {
        const passed = after(answerChallenge(started('3ds'), true, context));
        expect(passed.status).toBe('authorised');
        expect(codeOf(answerChallenge(passed, false, context))).toBe('not_waiting');
        const failed = after(answerChallenge(started('3ds'), false, context));
        expect(failed).toMatchObject({ status: 'declined', declineCode: 'authentication_failed' });
    });

    it('is captured in parts up to what is held, and the last part lets go of the rest', () => {
        const first = after(capture(started(), 300, false, context));
        expect(first.status).toBe('authorised');
        expect(codeOf(capture(first, 701, false, context))).toBe('amount_too_large');
        const last = after(capture(first, 500, true, context));
        expect(last.status).toBe('captured');
        expect(last.movements.at(-1)).toMatchObject({ kind: 'voided', amount: 200 });
        expect(balancesOf(last)).toEqual({ capturable: 0, refundable: 800, disputed: 0 });
        expect(codeOf(capture(last, 1, true, context))).toBe('not_capturable');
    });

    it('is void once, and stays what was captured of it', () => {
        const released = after(voidPayment(started(), context));
        expect(released.status).toBe('voided');
        expect(voidPayment(released, context)).toEqual({ ok: true, payment: released, events: [] });
        const partly = after(capture(started(), 400, false, context));
        expect(after(voidPayment(partly, context))).toMatchObject({ status: 'captured' });
        expect(codeOf(voidPayment(started('decline'), context))).toBe('not_voidable');
    });

    it('gives back no more than was captured and is not disputed', () => {
        const captured = after(capture(started(), 1_000, true, context));
        expect(codeOf(refund(started(), 1, context))).toBe('amount_too_large');
        const returned = after(refund(captured, 400, context));
        expect(codeOf(refund(returned, 601, context))).toBe('amount_too_large');
        const disputed = after(dispute(returned, 'opened', context));
        expect(balancesOf(disputed)).toEqual({ capturable: 0, refundable: 0, disputed: 600 });
        expect(codeOf(refund(disputed, 1, context))).toBe('amount_too_large');
        expect(balancesOf(after(dispute(disputed, 'won', context))).refundable).toBe(600);
        expect(balancesOf(after(dispute(disputed, 'lost', context))).refundable).toBe(0);
        expect(codeOf(dispute(captured, 'won', context))).toBe('not_disputable');
    });
});
