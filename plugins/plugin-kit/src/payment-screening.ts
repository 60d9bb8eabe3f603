import type { ID, Order, RequestContext } from '@vendure/core';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';

/** An attempt to pay: its intent is stored, and no provider was asked yet. */
export interface PaymentAttempt {
    readonly intentId: string;
    /** With its customer and the customer's user; its lines may not be loaded. */
    readonly order: Order;
    /** What is to be paid, in the minor unit of the currency. */
    readonly money: { readonly amount: number; readonly currency: string };
    readonly gateway: string;
    /** Whether the gateway can demand that the cardholder proves who they are. */
    readonly canStepUp: boolean;
    /** Whether the money is to be taken by itself once the order has it. */
    readonly isCapturedAtOnce: boolean;
    /** A means of payment that the customer keeps with the provider, when one of those is used. */
    readonly savedMethod?: string;
}

/**
 * What becomes of an attempt.
 *
 * - `allow`: as if nobody had looked.
 * - `step-up`: the cardholder has to prove who they are (3-D Secure). Only where the gateway can.
 * - `review`: the money is held, and neither taken nor the order shipped before a person has decided.
 * - `block`: ended as a decline, with a message for the shopper that gives no reason. No provider is asked.
 */
export type ScreeningDecision =
    | { readonly decision: 'allow' | 'step-up' | 'review' }
    | { readonly decision: 'block'; readonly message: string };

/** What became of an attempt afterwards. Money is in the minor unit of its currency. */
export interface PaymentOutcome {
    readonly intentId: string;
    readonly kind:
        'authorised' | 'declined' | 'failed' | 'refunded' | 'dispute-opened' | 'dispute-won' | 'dispute-lost';
    readonly amount?: number;
    /** The provider's fingerprint of the card, the same for the same card. */
    readonly card?: { readonly fingerprint: string; readonly country?: string };
}

/** Looks at payments before they are made, and learns from what became of them. */
export interface PaymentScreener {
    /** Asked in the shopper's request, outside of any transaction, and given the budget of {@link PaymentScreening.setScreener}. */
    screen(ctx: RequestContext, attempt: PaymentAttempt): Promise<ScreeningDecision>;
    /** Decides when `screen` was late or failed. Must neither wait nor throw. */
    withoutAnswer(ctx: RequestContext, attempt: PaymentAttempt, why: 'late' | 'failed'): ScreeningDecision;
    /** Told once for each outcome, after it was committed; it is not told again when this fails. */
    report(outcome: PaymentOutcome): Promise<void>;
    /** Why the money of the order is not to be taken now, in the language of `ctx`; `undefined` when it may be. */
    reasonAgainstCapture(ctx: RequestContext, orderId: ID): Promise<string | undefined>;
}

/** How long a shopper's payment waits for a screener that names no time of its own, in milliseconds. */
const SCREENING_BUDGET_MS = 50;

/** Where plugins that take payments meet one that looks at them first. With none, every payment is allowed. */
export class PaymentScreening {
    private screener: PaymentScreener | undefined;
    private budgetMs = SCREENING_BUDGET_MS;

    /** @param budgetMs - How long a payment waits for an answer, in milliseconds. */
    setScreener(screener: PaymentScreener, budgetMs = SCREENING_BUDGET_MS): void {
        this.screener = screener;
        this.budgetMs = budgetMs;
    }

    /** Answers within the budget, whatever the screener does. */
    async screen(ctx: RequestContext, attempt: PaymentAttempt): Promise<ScreeningDecision> {
        const { screener } = this;
        if (!screener) {
            return { decision: 'allow' };
        }
        const timer = new AbortController();
        const late = sleep(this.budgetMs, 'late' as const, { signal: timer.signal });
        late.catch(() => undefined);
        const answer = screener.screen(ctx, attempt).catch(() => 'failed' as const);
        const first = await Promise.race([answer, late]);
        timer.abort();
        return typeof first === 'string' ? screener.withoutAnswer(ctx, attempt, first) : first;
    }

    /** @throws what the screener throws: the caller logs it, and goes on. */
    async report(outcome: PaymentOutcome): Promise<void> {
        await this.screener?.report(outcome);
    }

    async reasonAgainstCapture(ctx: RequestContext, orderId: ID): Promise<string | undefined> {
        return this.screener?.reasonAgainstCapture(ctx, orderId);
    }
}

const screenings = new WeakMap<DataSource, PaymentScreening>();

/** The screening of one running application, told apart by its data source. */
export function paymentScreening(dataSource: DataSource): PaymentScreening {
    const existing = screenings.get(dataSource) ?? new PaymentScreening();
    screenings.set(dataSource, existing);
    return existing;
}
