import { Injectable } from '@nestjs/common';
import { metrics } from '@efi/plugin-kit';
import { EventBus, Logger, type VendureEvent } from '@vendure/core';
import type { IntentChange, IntentRecord } from '../domain/intent-record';
import type { IntentState } from '../domain/payment-intent';
import { loggerCtx } from './logger-context';
import { SharedScreening } from './shared-screening';
import {
    PaymentAuthorisedEvent,
    PaymentCapturedEvent,
    PaymentQuarantinedEvent,
} from './events/payment-events';

/** Tells the rest of the application what happened to an intent, once it is committed. */
@Injectable()
export class IntentAnnouncer {
    constructor(
        private readonly eventBus: EventBus,
        private readonly screening: SharedScreening,
    ) {}

    async announce(before: IntentRecord, change: IntentChange): Promise<void> {
        if (change.intent.state !== before.intent.state) {
            countState(change.intent.gateway, change.intent.state);
        }
        await this.screening.report(before, change);
        for (const event of eventsOf(before, change)) {
            try {
                await this.eventBus.publish(event);
            } catch (error) {
                // It happened, and is committed. A listener that fails must not make it look otherwise.
                Logger.error(`A listener of ${event.constructor.name} failed: ${String(error)}`, loggerCtx);
            }
        }
    }
}

function eventsOf(before: IntentRecord, { intent, entries }: IntentChange): VendureEvent[] {
    const hasReached = (state: IntentState) => intent.state === state && before.intent.state !== state;
    return [
        ...(hasReached('authorised') ? [new PaymentAuthorisedEvent(intent)] : []),
        ...(hasReached('quarantined') ? [new PaymentQuarantinedEvent(intent)] : []),
        ...entries
            .filter(({ kind }) => kind === 'captured')
            .map(entry => new PaymentCapturedEvent(intent, entry)),
    ];
}

function countState(gateway: string, state: string): void {
    metrics()
        .counter('efi_payment_intent_states_total', 'Payment intents that reached a state', [
            'gateway',
            'state',
        ])
        .increment({ gateway, state });
}
