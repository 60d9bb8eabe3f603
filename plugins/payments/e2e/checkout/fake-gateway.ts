import {
    type AuthoriseOutcome,
    type AuthoriseRequest,
    type CaptureRequest,
    GatewayRefusedError,
    GatewayUnreachableError,
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
import { setTimeout as sleep } from 'node:timers/promises';

type CallName = 'authorise' | 'capture' | 'void' | 'refund' | 'find';

/** What goes wrong with a call. */
export type Fault =
    /** Never arrives. */
    | 'unreachable'
    /** Fails before anything happened there, without saying so. */
    | 'broken-before'
    /** Is carried out, and its answer gets lost. */
    | 'broken-after'
    /** Is refused. */
    | 'refused'
    | { readonly slowMs: number }
    | { readonly run: () => Promise<void> };

type Payment = { -readonly [K in keyof ProviderPayment]: ProviderPayment[K] } & {
    movements: ProviderMovement[];
    intentId: string;
};

/**
 * A provider with books of its own. Tokens say how a card behaves: `ok`, `decline`, `3ds`, `later`, `at-once` (the
 * money is taken, not held), `less` and `dollars` (it holds something else than what was asked for).
 */
export class FakeGateway implements PaymentGateway {
    readonly capabilities = {
        manualCapture: true,
        partialCapture: true,
        multipleCapture: true,
        partialRefund: true,
        requiredAuthentication: true,
    };
    readonly flow = 'token';
    readonly publicConfiguration = { key: 'public' };
    /** By intent. */
    readonly books = new Map<string, Payment>();
    readonly calls: Array<{ readonly name: CallName; readonly key?: string }> = [];
    private readonly answers = new Map<string, { parameters: string; answer: unknown }>();
    private readonly faults = new Map<CallName, Fault[]>();
    private references = 0;

    constructor(readonly name: string) {}

    /** Faults for the next calls, one each. */
    fail(name: CallName, ...faults: Fault[]): void {
        this.faults.set(name, [...(this.faults.get(name) ?? []), ...faults]);
    }

    reset(): void {
        this.books.clear();
        this.calls.length = 0;
        this.faults.clear();
    }

    /** Payments on which money is held, or was taken and not paid back. */
    get charged(): Payment[] {
        return [...this.books.values()].filter(payment => held(payment) + taken(payment) > 0);
    }

    /** The shopper does what the provider asked for, on its page. */
    complete(intentId: string): void {
        const payment = this.payment(intentId);
        this.hold(payment, payment.money.amount);
    }

    /** The same, where the provider can only take money. */
    completeAtOnce(intentId: string): void {
        const payment = this.payment(intentId);
        this.move(payment, 'captured', payment.money.amount);
        Object.assign(payment, { status: 'captured', action: undefined });
    }

    decline(intentId: string): void {
        Object.assign(this.payment(intentId), { status: 'declined', decline: DECLINE, action: undefined });
    }

    /** Somebody of the shop pays money back on the provider's website. */
    refundInDashboard(intentId: string, amount: number): void {
        this.move(this.payment(intentId), 'refunded', amount);
    }

    authorise(request: AuthoriseRequest): Promise<AuthoriseOutcome> {
        return this.call('authorise', request, () => {
            const payment: Payment = {
                providerReference: this.reference('pay'),
                intentId: request.intentId,
                money: request.money,
                status: 'pending',
                movements: [],
                card: { brand: 'visa', last4: '4242' },
            };
            this.books.set(request.intentId, payment);
            return this.behave(payment, request.token ?? 'ok');
        });
    }

    capture(request: CaptureRequest): Promise<ProviderPayment> {
        return this.call('capture', request, () => {
            const payment = this.payment(request.intentId);
            if (request.money.amount > held(payment)) {
                throw new GatewayRefusedError('too-much', 'More than is held.');
            }
            this.move(payment, 'captured', request.money.amount, request.idempotencyKey);
            if (request.final && held(payment) > 0) {
                this.move(payment, 'voided', held(payment));
            }
            payment.status = 'captured';
            return snapshot(payment);
        });
    }

    void(request: VoidRequest): Promise<ProviderPayment> {
        return this.call('void', request, () => {
            const payment = this.payment(request.intentId);
            if (held(payment) > 0) {
                this.move(payment, 'voided', held(payment), request.idempotencyKey);
            }
            payment.status = 'voided';
            return snapshot(payment);
        });
    }

    refund(request: RefundRequest): Promise<ProviderPayment> {
        return this.call('refund', request, () => {
            const payment = this.payment(request.intentId);
            if (request.money.amount > taken(payment)) {
                throw new GatewayRefusedError('too-much', 'More than was taken.');
            }
            this.move(payment, 'refunded', request.money.amount, request.idempotencyKey);
            return snapshot(payment);
        });
    }

    async findPayment({ intentId }: PaymentQuery): Promise<ProviderPayment | undefined> {
        this.calls.push({ name: 'find' });
        await this.suffer('find', 'before');
        const payment = this.books.get(intentId);
        return payment && snapshot(payment);
    }

    async *listMovements(): AsyncIterable<ListedMovement> {
        for (const payment of await Promise.resolve([...this.books.values()])) {
            for (const movement of payment.movements) {
                yield {
                    ...movement,
                    paymentReference: payment.providerReference,
                    intentId: payment.intentId,
                };
            }
        }
    }

    readWebhook(..._webhook: Parameters<PaymentGateway['readWebhook']>): Promise<ProviderEvent> {
        return Promise.reject(new WebhookRejectedError('The fake sends no webhooks.'));
    }

    private behave(payment: Payment, token: string): AuthoriseOutcome {
        switch (token) {
            case 'decline':
                Object.assign(payment, { status: 'declined', decline: DECLINE });
                return { status: 'declined', payment: snapshot(payment), ...DECLINE };
            case '3ds': {
                const action = { kind: 'redirect', url: 'https://bank.example/challenge' } as const;
                Object.assign(payment, { status: 'action-required', action });
                return { status: 'action-required', payment: snapshot(payment), action };
            }
            case 'later':
                return { status: 'pending', payment: snapshot(payment) };
            case 'at-once':
                this.move(payment, 'captured', payment.money.amount);
                payment.status = 'captured';
                return { status: 'authorised', payment: snapshot(payment) };
            case 'less':
                this.hold(payment, payment.money.amount - 1);
                payment.money = { ...payment.money, amount: payment.money.amount - 1 };
                return { status: 'authorised', payment: snapshot(payment) };
            case 'dollars':
                payment.money = { ...payment.money, currency: 'CAD' };
                this.hold(payment, payment.money.amount);
                return { status: 'authorised', payment: snapshot(payment) };
            default:
                this.hold(payment, payment.money.amount);
                return { status: 'authorised', payment: snapshot(payment) };
        }
    }

    private hold(payment: Payment, amount: number): void {
        this.move(payment, 'authorised', amount);
        Object.assign(payment, { status: 'authorised', action: undefined });
    }

    private move(
        payment: Payment,
        kind: ProviderMovement['kind'],
        amount: number,
        idempotencyKey?: string,
    ): void {
        payment.movements.push({
            kind,
            money: { ...payment.money, amount },
            providerReference: this.reference(kind),
            occurredAt: new Date(),
            idempotencyKey,
        });
    }

    /** Answers a repeated call with the first answer, and refuses the key for another one, as providers do. */
    private async call<T>(
        name: CallName,
        request: { readonly idempotencyKey: string },
        work: () => T,
    ): Promise<T> {
        const { idempotencyKey: key } = request;
        this.calls.push({ name, key });
        await this.suffer(name, 'before');
        const parameters = JSON.stringify([name, request]);
        const known = this.answers.get(key);
        if (known && known.parameters !== parameters) {
            throw new GatewayRefusedError('idempotency', 'The key was used for another call.');
        }
        const answer = known ? (known.answer as T) : work();
        this.answers.set(key, { parameters, answer });
        await this.suffer(name, 'after');
        return answer;
    }

    private async suffer(name: CallName, moment: 'before' | 'after'): Promise<void> {
        const [fault] = this.faults.get(name) ?? [];
        const isNow =
            fault === 'broken-after' || (typeof fault === 'object' && 'run' in fault) ? 'after' : 'before';
        if (fault === undefined || isNow !== moment) {
            return;
        }
        this.faults.get(name)?.shift();
        if (typeof fault === 'object') {
            await ('slowMs' in fault ? sleep(fault.slowMs) : fault.run());
        } else if (fault === 'unreachable') {
            throw new GatewayUnreachableError('No route to the provider.');
        } else if (fault === 'refused') {
            throw new GatewayRefusedError('no', 'The provider refuses.');
        } else {
            throw new Error('The connection broke.');
        }
    }

    private payment(intentId: string): Payment {
        const payment = this.books.get(intentId);
        if (!payment) {
            throw new GatewayRefusedError('not-found', `No payment of intent ${intentId}.`);
        }
        return payment;
    }

    private reference(kind: string): string {
        return `${this.name}-${kind}-${++this.references}-${process.pid}`;
    }
}

const DECLINE = { code: 'card_declined', message: 'Your card was declined.' };

function snapshot(payment: Payment): ProviderPayment {
    return structuredClone(payment);
}

function sum(payment: Payment, kind: ProviderMovement['kind']): number {
    return payment.movements.reduce(
        (total, movement) => (movement.kind === kind ? total + movement.money.amount : total),
        0,
    );
}

function held(payment: Payment): number {
    return Math.max(0, sum(payment, 'authorised') - sum(payment, 'captured') - sum(payment, 'voided'));
}

function taken(payment: Payment): number {
    return sum(payment, 'captured') - sum(payment, 'refunded');
}
