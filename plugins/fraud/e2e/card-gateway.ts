import {
    type AuthoriseOutcome,
    type AuthoriseRequest,
    type CaptureRequest,
    type ListedMovement,
    type PaymentGateway,
    type PaymentQuery,
    type ProviderEvent,
    type ProviderMovement,
    type ProviderPayment,
    type RefundRequest,
    type VoidRequest,
    WebhookRejectedError,
} from '@efi/payments-plugin';

type Payment = { -readonly [K in keyof ProviderPayment]: ProviderPayment[K] } & {
    movements: ProviderMovement[];
};

const DECLINE = { code: 'card_declined', message: 'Your card was declined.' };
const CHALLENGE = { kind: 'redirect', url: 'https://bank.example/challenge' } as const;

/**
 * A provider that tells cards apart. The token `decline/c7` is declined, on the card with the fingerprint `c7`; `at-once`
 * takes the money instead of holding it.
 */
export class CardGateway implements PaymentGateway {
    readonly name = 'cards';
    readonly flow = 'token';
    readonly publicConfiguration = {};
    readonly capabilities = {
        manualCapture: true,
        partialCapture: true,
        multipleCapture: true,
        partialRefund: true,
        requiredAuthentication: true,
    };
    /** How often it was asked to start a payment. */
    authorised = 0;
    private readonly books = new Map<string, Payment>();
    private references = 0;

    reset(): void {
        this.authorised = 0;
        this.books.clear();
    }

    /** What it holds or took and did not pay back, in the minor unit. */
    get charged(): number {
        return [...this.books.values()].reduce((sum, payment) => sum + held(payment) + taken(payment), 0);
    }

    /** The shopper does what the provider asked for. */
    complete(intentId: string): void {
        this.hold(this.payment(intentId));
    }

    authorise({
        intentId,
        money,
        token = 'ok',
        authentication,
    }: AuthoriseRequest): Promise<AuthoriseOutcome> {
        const [behaviour, fingerprint] = token.split('/');
        this.authorised += 1;
        const payment: Payment = {
            providerReference: this.reference(),
            intentId,
            money,
            status: 'pending',
            movements: [],
            card: { brand: 'visa', last4: '4242', country: 'AT', fingerprint },
        };
        this.books.set(intentId, payment);
        if (behaviour === 'decline') {
            Object.assign(payment, { status: 'declined', decline: DECLINE });
            return Promise.resolve({ status: 'declined', payment: structuredClone(payment), ...DECLINE });
        }
        if (authentication === 'required') {
            Object.assign(payment, { status: 'action-required', action: CHALLENGE });
            const waiting = { payment: structuredClone(payment), action: CHALLENGE };
            return Promise.resolve({ status: 'action-required', ...waiting });
        }
        this.hold(payment);
        if (behaviour === 'at-once') {
            this.move(payment, 'captured', held(payment));
            payment.status = 'captured';
        }
        return Promise.resolve({ status: 'authorised', payment: structuredClone(payment) });
    }

    capture({ intentId, money, idempotencyKey }: CaptureRequest): Promise<ProviderPayment> {
        return this.change(intentId, 'captured', payment => {
            this.move(payment, 'captured', money.amount, idempotencyKey);
        });
    }

    void({ intentId, idempotencyKey }: VoidRequest): Promise<ProviderPayment> {
        return this.change(intentId, 'voided', payment => {
            if (held(payment) > 0) {
                this.move(payment, 'voided', held(payment), idempotencyKey);
            }
        });
    }

    refund({ intentId, money, idempotencyKey }: RefundRequest): Promise<ProviderPayment> {
        return this.change(intentId, 'captured', payment => {
            this.move(payment, 'refunded', money.amount, idempotencyKey);
        });
    }

    findPayment({ intentId }: PaymentQuery): Promise<ProviderPayment | undefined> {
        return Promise.resolve(structuredClone(this.books.get(intentId)));
    }

    async *listMovements(): AsyncIterable<ListedMovement> {
        yield* await Promise.resolve([]);
    }

    readWebhook(): Promise<ProviderEvent> {
        return Promise.reject(new WebhookRejectedError('This provider sends no webhooks.'));
    }

    private change(
        intentId: string,
        status: ProviderPayment['status'],
        work: (payment: Payment) => void,
    ): Promise<ProviderPayment> {
        const payment = this.payment(intentId);
        work(payment);
        payment.status = status;
        return Promise.resolve(structuredClone(payment));
    }

    private hold(payment: Payment): void {
        this.move(payment, 'authorised', payment.money.amount);
        Object.assign(payment, { status: 'authorised', action: undefined });
    }

    private move(
        payment: Payment,
        kind: ProviderMovement['kind'],
        amount: number,
        idempotencyKey?: string,
    ): void {
        const money = { ...payment.money, amount };
        const movement = { kind, money, providerReference: this.reference(), occurredAt: new Date() };
        payment.movements.push({ ...movement, idempotencyKey });
    }

    private payment(intentId: string): Payment {
        const payment = this.books.get(intentId);
        if (!payment) {
            throw new Error(`There is no payment of intent ${intentId}.`);
        }
        return payment;
    }

    private reference(): string {
        this.references += 1;
        return `cards-${process.pid}-${this.references}`;
    }
}

function sum({ movements }: Payment, kind: ProviderMovement['kind']): number {
    return movements.reduce((total, entry) => (entry.kind === kind ? total + entry.money.amount : total), 0);
}

function held(payment: Payment): number {
    return sum(payment, 'authorised') - sum(payment, 'captured') - sum(payment, 'voided');
}

function taken(payment: Payment): number {
    return sum(payment, 'captured') - sum(payment, 'refunded');
}
