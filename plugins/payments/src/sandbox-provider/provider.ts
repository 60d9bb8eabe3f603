import { randomUUID } from 'node:crypto';
import type { Books, Delivery, RememberedAnswer, Token } from './books/books';
import type { Card, Behaviour, EventType, Payment } from './books/payment';
import { start, type Refusal, type Step, type StepContext } from './books/payment-rules';
import { fixedToken } from './test-means';
import { deliveryDelays, type WebhookPlan } from './webhooks/delivery-plan';

/** What a shop asks for when it starts a payment. */
export interface NewPayment {
    readonly intent: string;
    readonly amount: number;
    readonly currency: string;
    readonly authentication: 'as-needed' | 'required';
    readonly description: string;
    readonly returnUrl?: string | undefined;
    readonly language: string;
}

/** How a step ended, and what the shop is answered. */
export type StepResult = { readonly ok: true; readonly payment: Payment } | Refusal;

/** Applies the rules to the books and lets the shop know. */
export class Provider {
    webhookPlan: WebhookPlan = { copies: 1, shuffleMs: 0 };

    constructor(
        private readonly books: Books,
        private readonly lateMs: number,
        private readonly onEvents: () => void,
    ) {}

    /** The means of payment behind a token. */
    token(id: string): Token | undefined {
        return fixedToken(id) ?? this.books.token(id);
    }

    /** Keeps a card that a shopper entered. @returns The token that stands for it. */
    async keepCard(card: Card, behaviour: Behaviour): Promise<string> {
        const id = `tok_${randomUUID()}`;
        await this.books.book({ token: { id, card, behaviour } });
        return id;
    }

    create(
        request: NewPayment,
        token: Token,
        idempotencyKey: string,
        answer: (result: StepResult) => RememberedAnswer,
    ): Promise<StepResult> {
        const { intent, amount, currency, description, returnUrl, language, authentication } = request;
        const context = this.context(idempotencyKey);
        const payment: Payment = {
            id: `pay_${randomUUID()}`,
            intent,
            amount,
            currency,
            description,
            language,
            ...(returnUrl === undefined ? {} : { returnUrl }),
            status: 'authorised',
            behaviour: token.behaviour,
            card: token.card,
            createdAt: context.now,
            movements: [],
        };
        return this.book(start(payment, context, authentication === 'required'), answer);
    }

    /** Takes one step with a payment and books it. With `answer`, what is remembered for a repeated request goes along. */
    step(
        payment: Payment,
        take: (payment: Payment, context: StepContext) => Step | Refusal,
        idempotencyKey?: string,
        answer?: (result: StepResult) => RememberedAnswer,
    ): Promise<StepResult> {
        return this.book(take(payment, this.context(idempotencyKey)), answer);
    }

    private async book(
        result: Step | Refusal,
        answer?: (result: StepResult) => RememberedAnswer,
    ): Promise<StepResult> {
        const outcome = result.ok ? { payment: result.payment, deliveries: this.deliveries(result) } : {};
        const remembered = answer && { answer: answer(result) };
        await this.books.book({ ...outcome, ...remembered });
        this.onEvents();
        return result;
    }

    private deliveries({ payment, events }: Step): Delivery[] {
        const isNew = this.books.payment(payment.id) === undefined;
        const now = Date.now();
        return events.flatMap((type: EventType, index) => {
            const event = {
                id: `evt_${randomUUID()}`,
                type,
                createdAt: new Date(now).toISOString(),
                payment: payment.id,
                intent: payment.intent,
            };
            const isFirst = isNew && index === 0;
            const { behaviour } = payment;
            return deliveryDelays(behaviour, isFirst, this.webhookPlan, this.lateMs, Math.random).map(
                delay => ({
                    id: `dlv_${randomUUID()}`,
                    event,
                    dueAt: new Date(now + delay).toISOString(),
                    attempts: 0,
                }),
            );
        });
    }

    private context(idempotencyKey?: string): StepContext {
        return {
            now: new Date().toISOString(),
            newMovementId: () => `mov_${randomUUID()}`,
            ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
        };
    }
}
