import { setTimeout as delay } from 'node:timers/promises';
import type { Books, RememberedAnswer, Token } from '../books/books';
import type { Payment } from '../books/payment';
import {
    capture,
    dispute,
    refund,
    type Refusal,
    type Step,
    type StepContext,
    voidPayment,
} from '../books/payment-rules';
import type { Provider, StepResult } from '../provider';
import { ApiError } from './api-error';
import { type Answer, json, parseJson } from './http';
import { IdempotentCalls, type KeyedRequest, keyedRequest, remember } from './idempotent-calls';
import { viewOf } from './payment-view';
import {
    captureRequest,
    createRequest,
    disputeRequest,
    movementsQuery,
    parse,
    refundRequest,
    voidRequest,
} from './requests';

/** A request, as far as these calls look at it. */
export interface ApiRequest {
    readonly method: string;
    readonly url: URL;
    readonly body: string;
    readonly idempotencyKey: unknown;
}

type StepOf = (payment: Payment, context: StepContext) => Step | Refusal;

/** What a shop can do: start payments, move their money, and look at them. */
export class PaymentsApi {
    private readonly calls: IdempotentCalls;

    constructor(
        private readonly books: Books,
        private readonly provider: Provider,
        private readonly publicUrl: string,
        private readonly slowMs: number,
    ) {
        this.calls = new IdempotentCalls(books);
    }

    create(request: ApiRequest, before: () => Promise<void>): Promise<Answer> {
        const input = parse(createRequest, parseJson(request.body));
        const token = this.tokenOf(input.token);
        const keyed = keyOf(request);
        return this.calls.once(keyed, async () => {
            await before();
            if (token.behaviour === 'slow') {
                await delay(this.slowMs);
            }
            const toRemember = (result: StepResult): RememberedAnswer => this.remembered(keyed, result);
            return this.answer(await this.provider.create(input, token, keyed.key, toRemember));
        });
    }

    /** Capture, void, refund or dispute. */
    change(
        request: ApiRequest,
        paymentId: string,
        operation: string,
        before: () => Promise<void>,
    ): Promise<Answer> {
        const take = stepOf(operation, parseJson(request.body));
        const keyed = keyOf(request);
        this.paymentWith(paymentId);
        return this.calls.once(keyed, async () => {
            await before();
            const toRemember = (result: StepResult): RememberedAnswer => this.remembered(keyed, result);
            // Read only now: nothing is waited for between reading and booking.
            return this.answer(
                await this.provider.step(this.paymentWith(paymentId), take, keyed.key, toRemember),
            );
        });
    }

    async find(paymentId: string): Promise<Answer> {
        const payment = this.paymentWith(paymentId);
        await this.books.settled();
        return json(200, viewOf(payment, this.publicUrl));
    }

    async findByIntent(intent: string): Promise<Answer> {
        const payments = this.books.paymentsOfIntent(intent);
        await this.books.settled();
        return json(200, { payments: payments.map(payment => viewOf(payment, this.publicUrl)) });
    }

    async listMovements(url: URL): Promise<Answer> {
        const query = parse(movementsQuery, Object.fromEntries(url.searchParams));
        const [from, to] = [query.from, query.to].map(time => new Date(time).toISOString()) as [
            string,
            string,
        ];
        const all = this.books
            .payments()
            .flatMap(({ id, intent, currency, movements }) =>
                movements.map(movement => ({ ...movement, currency, payment: id, intent })),
            )
            .filter(({ occurredAt }) => occurredAt >= from && occurredAt < to)
            .sort((a, b) => a.occurredAt.localeCompare(b.occurredAt) || a.id.localeCompare(b.id));
        const end = query.cursor + query.limit;
        await this.books.settled();
        return json(200, {
            movements: all.slice(query.cursor, end),
            ...(end < all.length ? { nextCursor: end } : {}),
        });
    }

    /** Whether creating this payment is to be left without an answer, each time it is asked for. */
    neverAnswers(request: ApiRequest): boolean {
        const input = parse(createRequest, parseJson(request.body));
        return this.tokenOf(input.token).behaviour === 'timeout_after_charge';
    }

    private tokenOf(id: string): Token {
        const token = this.provider.token(id);
        if (!token) {
            throw new ApiError(400, 'unknown_token', 'There is no such token.');
        }
        return token;
    }

    private paymentWith(id: string): Payment {
        const payment = this.books.payment(id);
        if (!payment) {
            throw new ApiError(404, 'no_such_payment', 'There is no such payment.');
        }
        return payment;
    }

    private remembered(request: KeyedRequest, result: StepResult): RememberedAnswer {
        const { status, body } = this.statusAndBody(result);
        return remember(request, status, body);
    }

    private answer(result: StepResult): Answer {
        const { status, body } = this.statusAndBody(result);
        return json(status, body);
    }

    private statusAndBody(result: StepResult): { status: number; body: unknown } {
        return result.ok
            ? { status: 200, body: viewOf(result.payment, this.publicUrl) }
            : { status: 422, body: { error: { code: result.code, message: result.message } } };
    }
}

function keyOf({ idempotencyKey, method, url, body }: ApiRequest): KeyedRequest {
    return keyedRequest(idempotencyKey, method, url.pathname, body);
}

/** @throws ApiError 404 when there is no such operation, 400 when the body does not fit it. */
function stepOf(operation: string, body: unknown): StepOf {
    switch (operation) {
        case 'capture': {
            const { amount, final } = parse(captureRequest, body);
            return (payment, context) => capture(payment, amount, final, context);
        }
        case 'void':
            parse(voidRequest, body);
            return voidPayment;
        case 'refund': {
            const { amount } = parse(refundRequest, body);
            return (payment, context) => refund(payment, amount, context);
        }
        case 'dispute': {
            const { step } = parse(disputeRequest, body);
            return (payment, context) => dispute(payment, step, context);
        }
        default:
            throw new ApiError(404, 'not_found', `There is no operation "${operation}".`);
    }
}
