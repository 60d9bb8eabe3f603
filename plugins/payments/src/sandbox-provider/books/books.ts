import { Journal } from './journal';
import type { Behaviour, Card, EventType, Payment } from './payment';

/** A means of payment that a shopper entered on the hosted page. */
export interface Token {
    readonly id: string;
    readonly behaviour: Behaviour;
    readonly card: Card;
}

/** What the first request with an idempotency key was, and what it was answered. */
export interface RememberedAnswer {
    readonly key: string;
    /** Of method, path and body. */
    readonly fingerprint: string;
    readonly status: number;
    readonly body: unknown;
}

/** Something that the shop is told of by webhook until it has taken note. */
interface ProviderEvent {
    readonly id: string;
    readonly type: EventType;
    readonly createdAt: string;
    readonly payment: string;
    readonly intent: string;
}

/** One delivery of an event. There may be several: webhooks sometimes come twice. */
export interface Delivery {
    readonly id: string;
    readonly event: ProviderEvent;
    /** Not before; ISO 8601. */
    readonly dueAt: string;
    readonly attempts: number;
    /** When the shop answered with a 2xx; ISO 8601. */
    readonly deliveredAt?: string;
}

/** What changes at once: all of it is in the books after a crash, or nothing. */
export interface Change {
    readonly payment?: Payment;
    readonly token?: Token;
    readonly answer?: RememberedAnswer;
    readonly deliveries?: readonly Delivery[];
}

/**
 * Everything the provider knows: held in memory, written to a journal before anybody is told, read from it at the
 * next start.
 */
export class Books {
    private readonly paymentsById = new Map<string, Payment>();
    private readonly paymentIdsByIntent = new Map<string, Set<string>>();
    private readonly tokens = new Map<string, Token>();
    private readonly answers = new Map<string, RememberedAnswer>();
    private readonly deliveriesById = new Map<string, Delivery>();
    private readonly undelivered = new Map<string, Delivery>();
    private journal!: Journal;

    static async open(journalFile: string): Promise<Books> {
        const books = new Books();
        books.journal = await Journal.open(journalFile, entry => books.apply(entry as Change));
        return books;
    }

    /** Books a change. @returns When it is on the disk; reads see it at once, and wait for {@link settled}. */
    book(change: Change): Promise<void> {
        this.apply(change);
        return this.journal.append(change);
    }

    /** When all that a reader may have seen is on the disk. */
    settled(): Promise<void> {
        return this.journal.settled();
    }

    payment(id: string): Payment | undefined {
        return this.paymentsById.get(id);
    }

    /** Oldest first. More than one only when a shop has paid twice. */
    paymentsOfIntent(intent: string): readonly Payment[] {
        const ids = this.paymentIdsByIntent.get(intent) ?? [];
        return [...ids].flatMap(id => this.payment(id) ?? []);
    }

    token(id: string): Token | undefined {
        return this.tokens.get(id);
    }

    answer(key: string): RememberedAnswer | undefined {
        return this.answers.get(key);
    }

    payments(): readonly Payment[] {
        return [...this.paymentsById.values()];
    }

    deliveries(): readonly Delivery[] {
        return [...this.deliveriesById.values()];
    }

    /** Those that the shop has not taken note of. */
    pendingDeliveries(): Iterable<Delivery> {
        return this.undelivered.values();
    }

    close(): Promise<void> {
        return this.journal.close();
    }

    private apply({ payment, token, answer, deliveries = [] }: Change): void {
        if (payment) {
            this.paymentsById.set(payment.id, payment);
            const ofIntent = this.paymentIdsByIntent.get(payment.intent) ?? new Set();
            this.paymentIdsByIntent.set(payment.intent, ofIntent.add(payment.id));
        }
        if (token) {
            this.tokens.set(token.id, token);
        }
        if (answer) {
            this.answers.set(answer.key, answer);
        }
        for (const delivery of deliveries) {
            this.deliveriesById.set(delivery.id, delivery);
            if (delivery.deliveredAt === undefined) {
                this.undelivered.set(delivery.id, delivery);
            } else {
                this.undelivered.delete(delivery.id);
            }
        }
    }
}
