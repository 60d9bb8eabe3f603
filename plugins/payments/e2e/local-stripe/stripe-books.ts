import type Stripe from 'stripe';
import { missing } from './refusal';
import { newBalanceTransaction, newId } from './stripe-objects';
import { TEST_CARDS, type TestCard } from './test-cards';

export type StripeObject =
    | Stripe.PaymentIntent
    | Stripe.Charge
    | Stripe.Refund
    | Stripe.Dispute
    | Stripe.Customer
    | Stripe.PaymentMethod
    | Stripe.BalanceTransaction;

export type Kind = StripeObject['object'];

/** An event as a webhook carries it; what is in it stays as it was. */
export interface BookedEvent {
    readonly id: string;
    readonly object: 'event';
    readonly api_version: string;
    readonly created: number;
    readonly data: { readonly object: StripeObject };
    readonly livemode: false;
    readonly pending_webhooks: number;
    readonly request: { readonly id: null; readonly idempotency_key: null };
    readonly type: string;
}

/** All objects of one account, by their ids, and what happened to them. */
export class StripeBooks {
    readonly events: BookedEvent[] = [];
    private readonly objects = new Map<string, StripeObject>();
    private readonly cards = new Map<string, TestCard>();

    /** @param clock - In milliseconds. */
    constructor(private readonly clock: () => number) {}

    /** In seconds. */
    now(): number {
        return Math.floor(this.clock() / 1_000);
    }

    add<T extends StripeObject>(object: T): T {
        this.objects.set(object.id, object);
        return object;
    }

    find(id: string): StripeObject | undefined {
        return this.objects.get(id);
    }

    /** @throws Refusal when there is none of this kind. */
    get<K extends Kind>(kind: K, id: string): Extract<StripeObject, { object: K }> {
        const object = this.objects.get(id);
        if (object?.object !== kind) {
            throw missing(kind, id);
        }
        return object as Extract<StripeObject, { object: K }>;
    }

    /** The newest first. */
    all<K extends Kind>(kind: K): Array<Extract<StripeObject, { object: K }>> {
        return [...this.objects.values()]
            .filter((object): object is Extract<StripeObject, { object: K }> => object.object === kind)
            .reverse();
    }

    /** The charge that a payment holds or took. */
    chargeOf(intent: Stripe.PaymentIntent): Stripe.Charge {
        return this.get('charge', intent.latest_charge as string);
    }

    bookMoney(
        type: 'adjustment' | 'charge' | 'refund',
        amount: number,
        of: { readonly id: string; readonly currency: string },
    ): Stripe.BalanceTransaction {
        return this.add(newBalanceTransaction(type, amount, of, this.now()));
    }

    addCard(method: Stripe.PaymentMethod, card: TestCard): Stripe.PaymentMethod {
        this.cards.set(method.id, card);
        return this.add(method);
    }

    /** A test PaymentMethod, or a saved one. @throws Refusal when there is none. */
    card(paymentMethod: string): TestCard {
        const card = TEST_CARDS[paymentMethod] ?? this.cards.get(paymentMethod);
        if (!card) {
            throw missing('PaymentMethod', paymentMethod);
        }
        return card;
    }

    announce(type: string, object: StripeObject): void {
        this.events.push({
            id: newId('evt'),
            object: 'event',
            api_version: '2026-10-28.endive',
            created: this.now(),
            data: { object: structuredClone(object) },
            livemode: false,
            pending_webhooks: 1,
            request: { id: null, idempotency_key: null },
            type,
        });
    }
}
