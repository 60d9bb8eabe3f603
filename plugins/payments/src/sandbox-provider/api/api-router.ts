import { timingSafeEqual, createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Books } from '../books/books';
import type { Fault, FaultOperation, Faults } from '../faults';
import type { Provider } from '../provider';
import { ApiError } from './api-error';
import { type Answer, json, parseJson } from './http';
import type { ApiRequest, PaymentsApi } from './payments-api';
import { faultsRequest, parse, webhookPlanRequest } from './requests';

/** An answer, or what happens in the place of one. */
export type Outcome = Answer | 'no-answer' | 'broken';

/** Finds out which call a request of the shop is, and lets the faults that are switched on happen to it. */
export class ApiRouter {
    constructor(
        private readonly apiKey: string,
        private readonly api: PaymentsApi,
        private readonly books: Books,
        private readonly provider: Provider,
        private readonly faults: Faults,
    ) {}

    /** @param authorization - The header. @throws ApiError */
    async handle(request: ApiRequest, authorization: string | undefined): Promise<Outcome> {
        if (!isSame(authorization ?? '', `Bearer ${this.apiKey}`)) {
            throw new ApiError(401, 'unauthorised', 'The API key is wrong.');
        }
        const [, , resource = '', id, operation] = request.url.pathname.split('/');
        const control = await this.control(request.method, resource, request.body);
        if (control) {
            return control;
        }
        const call = this.callOf(request, resource, id, operation);
        const fault = call.operation && this.faults.take(call.operation);
        return this.withFault(fault, call.run);
    }

    private callOf(
        request: ApiRequest,
        resource: string,
        id: string | undefined,
        operation: string | undefined,
    ): { operation?: FaultOperation; run: (before: () => Promise<void>) => Promise<Outcome> } {
        const { api } = this;
        const read = (run: () => Promise<Answer>) => ({
            operation: 'read' as const,
            run: (before: () => Promise<void>) => before().then(run),
        });
        switch (`${request.method} ${[resource, id && ':id', operation].filter(Boolean).join('/')}`) {
            case 'POST payments':
                return { operation: 'create', run: before => this.create(request, before) };
            case 'GET payments':
                return read(() => api.findByIntent(request.url.searchParams.get('intent') ?? ''));
            case 'GET payments/:id':
                return read(() => api.find(id ?? ''));
            case 'GET movements':
                return read(() => api.listMovements(request.url));
            case 'POST payments/:id/dispute':
                return { run: before => api.change(request, id ?? '', 'dispute', before) };
            case 'POST payments/:id/capture':
            case 'POST payments/:id/void':
            case 'POST payments/:id/refund': {
                const kind = operation as 'capture' | 'void' | 'refund';
                return { operation: kind, run: before => api.change(request, id ?? '', kind, before) };
            }
            default:
                throw new ApiError(
                    404,
                    'not_found',
                    `There is no ${request.method} ${request.url.pathname}.`,
                );
        }
    }

    private async create(request: ApiRequest, before: () => Promise<void>): Promise<Outcome> {
        const answer = await this.api.create(request, before);
        return this.api.neverAnswers(request) ? 'no-answer' : answer;
    }

    private async withFault(
        fault: Fault | undefined,
        run: (before: () => Promise<void>) => Promise<Outcome>,
    ): Promise<Outcome> {
        if (fault?.kind === 'down') {
            throw new ApiError(503, 'down', 'Out of order, as it was asked for.');
        }
        const outcome = await run(async () => {
            if (fault?.kind === 'slow') {
                await delay(fault.ms);
            }
        });
        switch (fault?.kind) {
            case 'timeout_after':
                return 'no-answer';
            case 'break_after':
                return 'broken';
            case 'slow':
            case undefined:
                return outcome;
        }
    }

    /** What tests look at and switch. */
    private async control(method: string, resource: string, body: string): Promise<Answer | undefined> {
        switch (`${method} ${resource}`) {
            case 'PUT faults':
                this.faults.replace(parse(faultsRequest, parseJson(body)));
                return json(200, {});
            case 'PUT webhook-plan':
                this.provider.webhookPlan = parse(webhookPlanRequest, parseJson(body));
                return json(200, {});
            case 'GET books':
                await this.books.settled();
                return json(200, { payments: this.books.payments(), deliveries: this.books.deliveries() });
            default:
                return undefined;
        }
    }
}

/** Compares without telling by its time how much was right. */
function isSame(given: string, expected: string): boolean {
    const digest = (value: string): Buffer => createHash('sha256').update(value).digest();
    return timingSafeEqual(digest(given), digest(expected));
}
