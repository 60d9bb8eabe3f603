import { randomUUID } from 'node:crypto';

/** PayPal's resources, as its API shows them. */
export interface Amount {
    readonly currency_code: string;
    readonly value: string;
}

export interface Authorization {
    readonly id: string;
    status: 'CREATED' | 'PENDING' | 'DENIED' | 'CAPTURED' | 'PARTIALLY_CAPTURED' | 'VOIDED';
    readonly amount: Amount;
    readonly create_time: string;
    update_time: string;
}

export interface Capture {
    readonly id: string;
    status: 'COMPLETED' | 'PARTIALLY_REFUNDED' | 'REFUNDED';
    readonly amount: Amount;
    readonly final_capture: boolean;
    readonly create_time: string;
}

export interface Refund {
    readonly id: string;
    readonly status: 'COMPLETED';
    readonly amount: Amount;
    readonly custom_id?: string;
    readonly create_time: string;
    readonly links: ReadonlyArray<{ rel: string; href: string }>;
}

export interface Order {
    readonly id: string;
    status: 'PAYER_ACTION_REQUIRED' | 'APPROVED' | 'COMPLETED';
    readonly intent: 'AUTHORIZE';
    readonly purchase_units: [
        {
            readonly custom_id?: string;
            readonly amount: Amount;
            readonly payments: { authorizations: Authorization[]; captures: Capture[]; refunds: Refund[] };
        },
    ];
    readonly returnUrl: string;
}

export interface Dispute {
    readonly dispute_id: string;
    status: 'OPEN' | 'RESOLVED';
    readonly captureId: string;
    readonly dispute_amount: Amount;
    readonly create_time: string;
    update_time: string;
    dispute_outcome?: { outcome_code: string };
}

/** A line of PayPal's transaction report. */
export interface Transaction {
    readonly transaction_id: string;
    readonly paypal_reference_id?: string;
    readonly transaction_event_code: 'T0006' | 'T1107' | 'T1300' | 'T1302';
    readonly transaction_status: 'S';
    readonly transaction_initiation_date: string;
    readonly transaction_amount: Amount;
    readonly custom_field?: string;
}

/** A refusal as PayPal words it. */
export class Refusal extends Error {
    constructor(
        readonly status: number,
        readonly issue: string,
    ) {
        super(issue);
    }
}

/** By PayPal's list of currency codes. */
const TAKEN = new Set(
    'AUD BRL CAD CNY CZK DKK EUR HKD HUF ILS JPY MYR MXN TWD NZD NOK PHP PLN GBP SGD SEK CHF THB USD'.split(
        ' ',
    ),
);

/** The currencies that PayPal takes without decimals. */
const WHOLE = new Set(['HUF', 'JPY', 'TWD']);

/** What PayPal keeps, and its rules of what may follow what. */
export class PayPalBooks {
    readonly orders = new Map<string, Order>();
    readonly disputes: Dispute[] = [];
    readonly transactions: Transaction[] = [];
    /** What the next authorisation comes to. */
    nextAuthorization: 'CREATED' | 'PENDING' | 'DENIED' | 'INSTRUMENT_DECLINED' = 'CREATED';

    create(customId: string | undefined, amount: Amount, returnUrl: string): Order {
        if (!TAKEN.has(amount.currency_code)) {
            throw new Refusal(422, 'CURRENCY_NOT_SUPPORTED');
        }
        const decimals = amount.value.split('.')[1]?.length ?? 0;
        if (decimals > 2 || (WHOLE.has(amount.currency_code) && decimals > 0)) {
            throw new Refusal(422, 'DECIMAL_PRECISION');
        }
        const payments = { authorizations: [], captures: [], refunds: [] };
        const order: Order = {
            id: newId(),
            status: 'PAYER_ACTION_REQUIRED',
            intent: 'AUTHORIZE',
            purchase_units: [{ custom_id: customId, amount, payments }],
            returnUrl,
        };
        this.orders.set(order.id, order);
        return order;
    }

    order(id: string): Order {
        const order = this.orders.get(id);
        if (!order) {
            throw new Refusal(404, 'INVALID_RESOURCE_ID');
        }
        return order;
    }

    /** The shopper agreed on PayPal's page. */
    approve(id: string): Order {
        const order = this.order(id);
        order.status = 'APPROVED';
        return order;
    }

    authorize(id: string): Order {
        const order = this.order(id);
        const { amount, payments, custom_id } = order.purchase_units[0];
        if (payments.authorizations.length > 0) {
            throw new Refusal(422, 'ORDER_ALREADY_AUTHORIZED');
        }
        if (order.status !== 'APPROVED') {
            throw new Refusal(422, 'ORDER_NOT_APPROVED');
        }
        const decision = this.nextAuthorization;
        this.nextAuthorization = 'CREATED';
        if (decision === 'INSTRUMENT_DECLINED') {
            throw new Refusal(422, decision);
        }
        const time = now();
        const authorization: Authorization = {
            id: newId(),
            status: decision,
            amount,
            create_time: time,
            update_time: time,
        };
        payments.authorizations.push(authorization);
        order.status = 'COMPLETED';
        if (decision === 'CREATED') {
            this.report('T1300', authorization.id, amount, { of: order.id, customId: custom_id });
        }
        return order;
    }

    capture(authorizationId: string, amount: Amount, isFinal: boolean): Capture {
        const { order, authorization } = this.authorization(authorizationId);
        const { payments, custom_id } = order.purchase_units[0];
        if (!['CREATED', 'PARTIALLY_CAPTURED'].includes(authorization.status)) {
            throw new Refusal(
                422,
                authorization.status === 'VOIDED' ? 'AUTHORIZATION_VOIDED' : 'AUTHORIZATION_ALREADY_CAPTURED',
            );
        }
        if (amount.currency_code !== authorization.amount.currency_code) {
            throw new Refusal(422, 'CURRENCY_MISMATCH');
        }
        const taken = sum(payments.captures) + Number(amount.value);
        if (taken > Number(authorization.amount.value) + 1e-9) {
            throw new Refusal(422, 'MAX_CAPTURE_AMOUNT_EXCEEDED');
        }
        const capture: Capture = {
            id: newId(),
            status: 'COMPLETED',
            amount,
            final_capture: isFinal,
            create_time: now(),
        };
        payments.captures.push(capture);
        const isAll = taken >= Number(authorization.amount.value) - 1e-9;
        authorization.status = isFinal || isAll ? 'CAPTURED' : 'PARTIALLY_CAPTURED';
        authorization.update_time = capture.create_time;
        this.report('T0006', capture.id, amount, { of: authorization.id, customId: custom_id });
        return capture;
    }

    void(authorizationId: string): void {
        const { order, authorization } = this.authorization(authorizationId);
        if (authorization.status === 'VOIDED') {
            throw new Refusal(422, 'PREVIOUSLY_VOIDED');
        }
        if (authorization.status === 'CAPTURED') {
            throw new Refusal(422, 'PREVIOUSLY_CAPTURED');
        }
        const { payments, custom_id } = order.purchase_units[0];
        const left = Number(authorization.amount.value) - sum(payments.captures);
        authorization.status = 'VOIDED';
        authorization.update_time = now();
        const amount = {
            ...authorization.amount,
            value: left.toFixed(WHOLE.has(authorization.amount.currency_code) ? 0 : 2),
        };
        this.report('T1302', newId(), amount, { of: authorization.id, customId: custom_id });
    }

    refund(captureId: string, amount: Amount, customId: string | undefined, url: string): Refund {
        const order = [...this.orders.values()].find(candidate =>
            candidate.purchase_units[0].payments.captures.some(({ id }) => id === captureId),
        );
        const payments = order?.purchase_units[0].payments;
        const capture = payments?.captures.find(({ id }) => id === captureId);
        if (!order || !payments || !capture) {
            throw new Refusal(404, 'INVALID_RESOURCE_ID');
        }
        const before = payments.refunds.filter(({ links }) => links[0]?.href.endsWith(`/${captureId}`));
        const total = sum(before) + Number(amount.value);
        if (total > Number(capture.amount.value) + 1e-9) {
            throw new Refusal(422, 'REFUND_AMOUNT_EXCEEDED');
        }
        const refund: Refund = {
            id: newId(),
            status: 'COMPLETED',
            amount,
            custom_id: customId,
            create_time: now(),
            links: [{ rel: 'up', href: `${url}/v2/payments/captures/${captureId}` }],
        };
        payments.refunds.push(refund);
        capture.status = total >= Number(capture.amount.value) - 1e-9 ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
        const negative = { ...amount, value: `-${amount.value}` };
        this.report('T1107', refund.id, negative, {
            of: captureId,
            customId: order.purchase_units[0].custom_id,
        });
        return refund;
    }

    dispute(captureId: string): Dispute {
        const capture = [...this.orders.values()]
            .flatMap(order => order.purchase_units[0].payments.captures)
            .find(({ id }) => id === captureId);
        if (!capture) {
            throw new Refusal(404, 'INVALID_RESOURCE_ID');
        }
        const dispute: Dispute = {
            dispute_id: `PP-D-${newId()}`,
            status: 'OPEN',
            captureId,
            dispute_amount: capture.amount,
            create_time: now(),
            update_time: now(),
        };
        this.disputes.push(dispute);
        return dispute;
    }

    private authorization(id: string): { order: Order; authorization: Authorization } {
        for (const order of this.orders.values()) {
            const authorization = order.purchase_units[0].payments.authorizations.find(
                candidate => candidate.id === id,
            );
            if (authorization) {
                return { order, authorization };
            }
        }
        throw new Refusal(404, 'INVALID_RESOURCE_ID');
    }

    private report(
        code: Transaction['transaction_event_code'],
        id: string,
        amount: Amount,
        { of, customId }: { of: string; customId: string | undefined },
    ): void {
        this.transactions.push({
            transaction_id: id,
            paypal_reference_id: of,
            transaction_event_code: code,
            transaction_status: 'S',
            transaction_initiation_date: now(),
            transaction_amount: amount,
            custom_field: customId,
        });
    }
}

function sum(items: ReadonlyArray<{ readonly amount: Amount }>): number {
    return items.reduce((total, { amount }) => total + Number(amount.value), 0);
}

function now(): string {
    return new Date().toISOString();
}

function newId(): string {
    return randomUUID().replaceAll('-', '').slice(0, 17).toUpperCase();
}
