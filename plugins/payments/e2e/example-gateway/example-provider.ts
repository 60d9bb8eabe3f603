import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { ExampleMovement, ExamplePayment } from './example-api';
import { sign } from './example-webhook';

type Booked = { -readonly [K in keyof ExamplePayment]: ExamplePayment[K] } & { readonly description: string };

interface Body {
    readonly amount?: number;
    readonly currency?: string;
    readonly reference?: string;
    readonly description?: string;
}

class Refusal extends Error {
    constructor(
        readonly status: number,
        readonly code: string,
    ) {
        super(code);
    }
}

/** The provider of the example, by its rules: what an adapter is tested against has to refuse what the real one does. */
export class ExampleProvider {
    readonly payments = new Map<string, Booked>();
    nextFault: 'lose-answer' | 'fail' | undefined;
    private readonly answers = new Map<string, unknown>();
    private readonly server = createServer((request, response) => void this.handle(request, response));

    static async start(): Promise<ExampleProvider> {
        const provider = new ExampleProvider();
        provider.server.listen(0, '127.0.0.1');
        await once(provider.server, 'listening');
        return provider;
    }

    get url(): string {
        return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    }

    stop(): Promise<unknown> {
        this.server.closeAllConnections();
        this.server.close();
        return once(this.server, 'close');
    }

    payment(id: string): Booked {
        const payment = this.payments.get(id);
        if (!payment) {
            throw new Refusal(404, 'not_found');
        }
        return payment;
    }

    /** The shopper on the provider's page. */
    decide(id: string, passes: boolean): void {
        const payment = this.payment(id);
        payment.status = passes ? 'held' : 'refused';
        if (passes) {
            this.book(payment, 'held', payment.amount, undefined);
        }
    }

    webhook(id: string, secret: string): { rawBody: Buffer; headers: Record<string, string> } {
        const { reference } = this.payment(id);
        const rawBody = Buffer.from(
            JSON.stringify({ id: randomUUID(), type: 'payment.changed', payment: id, reference }),
        );
        const seconds = String(Math.floor(Date.now() / 1_000));
        const digest = sign(secret, seconds, rawBody).toString('hex');
        return { rawBody, headers: { 'example-signature': `t=${seconds},v1=${digest}` } };
    }

    private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const url = new URL(request.url ?? '/', this.url);
        const isPost = request.method === 'POST';
        const fault = isPost ? this.nextFault : undefined;
        this.nextFault = isPost ? undefined : this.nextFault;
        try {
            if (fault === 'fail') {
                throw new Refusal(503, 'down');
            }
            const answer = isPost ? await this.post(url.pathname, request) : this.get(url);
            if (fault !== 'lose-answer') {
                response.end(JSON.stringify(answer));
            }
        } catch (error) {
            const { status, code } = error instanceof Refusal ? error : new Refusal(500, 'bug');
            response.writeHead(status).end(JSON.stringify({ code, message: code }));
        }
    }

    private get({ pathname, searchParams }: URL): unknown {
        const all = [...this.payments.values()];
        if (pathname === '/movements') {
            const [from = '', to = ''] = [searchParams.get('from'), searchParams.get('to')].map(String);
            return all.flatMap(({ id, reference, currency, movements }) =>
                movements
                    .filter(({ at }) => at >= from && at < to)
                    .map(entry => ({ ...entry, payment: id, reference, currency })),
            );
        }
        const reference = searchParams.get('reference');
        const id = all.find(payment => payment.reference === reference)?.id ?? pathname.split('/')[2];
        return this.payment(id ?? '');
    }

    /** The same key gets the same answer. */
    private async post(path: string, request: IncomingMessage): Promise<unknown> {
        const body = (await json(request)) as Body;
        const key = String(request.headers['idempotency-key']);
        const answer: unknown = this.answers.get(key) ?? structuredClone(this.execute(path, body, key));
        this.answers.set(key, answer);
        return answer;
    }

    private execute(path: string, body: Body, key: string): Booked {
        const [, , id = '', step] = path.split('/');
        switch (step) {
            case undefined:
                return this.create(body);
            case 'take':
                return this.take(this.payment(id), body.amount, key);
            case 'release':
                return this.release(this.payment(id), key);
            case 'return':
                return this.giveBack(this.payment(id), body.amount ?? 0, key);
            default:
                throw new Refusal(404, 'not_found');
        }
    }

    private create({ amount = 0, currency = '', reference = '', description = '' }: Body): Booked {
        if (!['EUR', 'JPY'].includes(currency)) {
            throw new Refusal(422, 'currency_unknown');
        }
        const id = randomUUID();
        const page = `${this.url}/page/${id}`;
        const payment: Booked = {
            id,
            reference,
            description,
            amount,
            currency,
            status: 'waiting',
            page,
            movements: [],
        };
        this.payments.set(id, payment);
        return payment;
    }

    private take(payment: Booked, amount: number | undefined, key: string): Booked {
        if (payment.status !== 'held' || amount !== payment.amount) {
            throw new Refusal(422, 'not_takeable');
        }
        payment.status = 'taken';
        return this.book(payment, 'taken', payment.amount, key);
    }

    private release(payment: Booked, key: string): Booked {
        if (payment.status === 'taken') {
            throw new Refusal(422, 'not_releasable');
        }
        const wasHeld = payment.status === 'held';
        payment.status = 'released';
        return wasHeld ? this.book(payment, 'released', payment.amount, key) : payment;
    }

    private giveBack(payment: Booked, amount: number, key: string): Booked {
        const sum = (kind: ExampleMovement['kind']) =>
            payment.movements.reduce((total, entry) => total + (entry.kind === kind ? entry.amount : 0), 0);
        if (sum('returned') + amount > sum('taken')) {
            throw new Refusal(422, 'not_returnable');
        }
        return this.book(payment, 'returned', amount, key);
    }

    private book(
        payment: Booked,
        kind: ExampleMovement['kind'],
        amount: number,
        key: string | undefined,
    ): Booked {
        payment.movements.push({ id: randomUUID(), kind, amount, at: new Date().toISOString(), key });
        return payment;
    }
}
