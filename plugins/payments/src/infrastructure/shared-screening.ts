import { paymentScreening, type PaymentOutcome, type ScreeningDecision } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import { Logger, type RequestContext, TransactionalConnection } from '@vendure/core';
import type { GatewayCapabilities } from '../application/ports/payment-gateway.port';
import { type ScreenedRequest, Screening } from '../application/ports/screening.port';
import type { IntentChange, IntentRecord } from '../domain/intent-record';
import type { MovementKind } from '../domain/ledger';
import type { PaymentIntent } from '../domain/payment-intent';
import { loggerCtx } from './logger-context';

/** {@link Screening} by whichever plugin offers it. */
@Injectable()
export class SharedScreening extends Screening {
    constructor(private readonly connection: TransactionalConnection) {
        super();
    }

    screen(
        { subject, means }: ScreenedRequest,
        intent: PaymentIntent,
        { requiredAuthentication: canStepUp }: GatewayCapabilities,
    ): Promise<ScreeningDecision> {
        const { id: intentId, money, gateway, captureMode } = intent;
        const { savedMethod } = means;
        return this.shared().screen(subject.ctx, {
            intentId,
            order: subject.order,
            money,
            gateway,
            canStepUp,
            isCapturedAtOnce: captureMode === 'automatic',
            savedMethod,
        });
    }

    reasonAgainstCapture(ctx: RequestContext, { orderId }: PaymentIntent): Promise<string | undefined> {
        return this.shared().reasonAgainstCapture(ctx, orderId);
    }

    /** Tells of what a committed change means. Whoever does not get it must not make the change look undone. */
    async report(before: IntentRecord, change: IntentChange): Promise<void> {
        for (const outcome of outcomesOf(before, change)) {
            try {
                await this.shared().report(outcome);
            } catch (error) {
                Logger.error(
                    `The screening did not take the outcome of a payment: ${String(error)}`,
                    loggerCtx,
                );
            }
        }
    }

    private shared() {
        return paymentScreening(this.connection.rawConnection);
    }
}

function outcomesOf(before: IntentRecord, { intent, entries }: IntentChange): PaymentOutcome[] {
    const { id: intentId, state } = intent;
    const isReached = state !== before.intent.state;
    const isEnd = state === 'authorised' || state === 'declined' || state === 'failed';
    const fingerprint = intent.card?.fingerprint;
    const card = fingerprint === undefined ? undefined : { fingerprint, country: intent.card?.country };
    return [
        ...(isReached && isEnd ? [{ intentId, kind: state, card }] : []),
        ...entries.flatMap(({ kind, amount }) => (isMoneyBack(kind) ? [{ intentId, kind, amount }] : [])),
    ];
}

type MoneyBack = Exclude<MovementKind, 'authorised' | 'captured' | 'voided'>;

function isMoneyBack(kind: MovementKind): kind is MoneyBack {
    return kind !== 'authorised' && kind !== 'captured' && kind !== 'voided';
}
