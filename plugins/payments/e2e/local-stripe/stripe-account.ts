import { randomUUID } from 'node:crypto';
import {
    type AuthoriseOutcome,
    type AuthoriseRequest,
    type ListedMovement,
    type PaymentGateway,
    type ProviderPayment,
    stripeGateway,
} from '../../src';
import {
    LocalStripe,
    type LocalStripeOptions,
    PUBLISHABLE_KEY,
    SECRET_KEY,
    WEBHOOK_SECRET,
} from './local-stripe';

export const call = () => ({ signal: AbortSignal.timeout(10_000) });

/** To hold 100.00 EUR on a card. */
export function request(rest: Partial<AuthoriseRequest> = {}): AuthoriseRequest {
    return {
        intentId: randomUUID(),
        idempotencyKey: randomUUID(),
        money: { amount: 10_000, currency: 'EUR' },
        captureMode: 'manual',
        orderCode: 'ORDER1',
        languageCode: 'en',
        token: 'pm_card_visa',
        ...rest,
    };
}

/** The next step of a payment, under a key of its own. */
export function step({ providerReference, intentId = '', money }: ProviderPayment, amount = money.amount) {
    return { providerReference, intentId, idempotencyKey: randomUUID(), money: { ...money, amount } };
}

/** Which money moved, in order. */
export function moves({ movements }: Pick<ProviderPayment, 'movements'>): Array<[string, number]> {
    return movements.map(({ kind, money }) => [kind, money.amount]);
}

/** An account at the local Stripe, with the adapter that uses it. */
export class StripeAccount {
    private constructor(
        /** In milliseconds. */
        readonly clock: { now: number },
        readonly stripe: LocalStripe,
        readonly gateway: PaymentGateway,
    ) {}

    static async open(options: LocalStripeOptions = {}): Promise<StripeAccount> {
        const clock = { now: Date.now() };
        const stripe = await LocalStripe.start({ clock: () => clock.now, ...options });
        const gateway = stripeGateway({
            secretKey: SECRET_KEY,
            publishableKey: PUBLISHABLE_KEY,
            webhookSecret: WEBHOOK_SECRET,
            apiUrl: stripe.url,
            multicapture: options.multicapture,
        });
        return new StripeAccount(clock, stripe, gateway);
    }

    async hold(rest: Partial<AuthoriseRequest> = {}): Promise<ProviderPayment> {
        const { status, payment }: AuthoriseOutcome = await this.gateway.authorise(request(rest), call());
        return payment ?? Promise.reject(new Error(`There is no payment: ${status}.`));
    }

    async find({ providerReference, intentId = '' }: ProviderPayment): Promise<ProviderPayment> {
        const found = await this.gateway.findPayment({ intentId, providerReference }, call());
        return found ?? Promise.reject(new Error(`Stripe has no ${providerReference}.`));
    }

    async list(from: Date, to: Date): Promise<ListedMovement[]> {
        const movements: ListedMovement[] = [];
        for await (const movement of this.gateway.listMovements(from, to, call())) {
            movements.push(movement);
        }
        return movements;
    }
}
