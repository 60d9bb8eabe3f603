/** A payment in the sandbox provider's books. */
export interface BookedPayment {
    readonly id: string;
    /** The shop's own id of it. */
    readonly intent: string;
    /** What the shopper saw: the code of the order. */
    readonly description: string;
    readonly amount: number;
    readonly currency: string;
    readonly status: string;
    readonly movements: ReadonlyArray<{
        readonly id: string;
        readonly kind: string;
        /** Minor units of the currency. */
        readonly amount: number;
    }>;
}

export interface ProviderBooks {
    readonly payments: readonly BookedPayment[];
    /** Of webhooks. */
    readonly deliveries: ReadonlyArray<{
        readonly id: string;
        readonly event: { readonly id: string; readonly type: string };
        readonly attempts: number;
        readonly deliveredAt?: string;
    }>;
}

/** Something that goes wrong at the provider; its API describes each kind. */
export interface SandboxFault {
    readonly kind: 'slow' | 'down' | 'timeout_after' | 'break_after';
    /** Which calls. Default: all. */
    readonly operation?: 'create' | 'capture' | 'void' | 'refund' | 'read';
    /** How many calls. Default: until other faults are set. */
    readonly times?: number;
    /** How long `slow` is. */
    readonly ms?: number;
}

/** The strings that a test pulls at the sandbox provider, and the look into its books. */
export class SandboxControl {
    constructor(
        private readonly address: string,
        private readonly apiKey: string,
    ) {}

    async books(): Promise<ProviderBooks> {
        return (await this.call('GET', '/v1/books')) as ProviderBooks;
    }

    /** In place of those that were set before. */
    async setFaults(faults: readonly SandboxFault[]): Promise<void> {
        await this.call('PUT', '/v1/faults', faults);
    }

    /** Of each webhook from now on: how often it comes, and up to how late. */
    async setWebhookPlan(plan: { copies: number; shuffleMs: number }): Promise<void> {
        await this.call('PUT', '/v1/webhook-plan', plan);
    }

    /** Books a payment that the shop did not ask for, and tells the shop of it. */
    async charge(
        payment: Pick<BookedPayment, 'intent' | 'description' | 'amount' | 'currency'>,
    ): Promise<void> {
        await this.call('POST', '/v1/payments', payment, { 'idempotency-key': `unasked-${payment.intent}` });
    }

    private async call(
        method: string,
        path: string,
        body?: unknown,
        headers: Record<string, string> = {},
    ): Promise<unknown> {
        const response = await fetch(`${this.address}${path}`, {
            method,
            headers: {
                authorization: `Bearer ${this.apiKey}`,
                'content-type': 'application/json',
                ...headers,
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        if (!response.ok) {
            throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
        }
        return response.status === 204 ? undefined : response.json();
    }
}
