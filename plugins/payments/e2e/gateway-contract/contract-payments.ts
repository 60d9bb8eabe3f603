import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { AuthoriseOutcome, AuthoriseRequest, GatewayCall, Money, ProviderPayment } from '../../src';
import type { ContractProvider, WantedOutcome } from './contract-provider';

/** A call that waits as long as any test may. */
export const patient = (): GatewayCall => ({ signal: AbortSignal.timeout(15_000) });

/** A call that gives up soon. */
export const hasty = (): GatewayCall => ({ signal: AbortSignal.timeout(1_000) });

/** A payment that was started, with the intent that it belongs to. */
export interface Started {
    readonly intentId: string;
    readonly request: AuthoriseRequest;
    readonly payment: ProviderPayment;
}

/** The plain steps of a payment, however many the provider needs for each. */
export class ContractPayments {
    constructor(private readonly provider: () => ContractProvider) {}

    newRequest(money: Money, outcome: WantedOutcome): AuthoriseRequest {
        return {
            intentId: randomUUID(),
            idempotencyKey: randomUUID(),
            money,
            captureMode: 'manual',
            orderCode: 'CONTRACT1',
            languageCode: 'en',
            returnUrl: 'https://shop.example/checkout/return',
            emailAddress: 'shopper@example.com',
            ...this.provider().requestFor(outcome),
        };
    }

    /** Starts a payment and lets the shopper do what is asked for, until it is decided. */
    async decide(request: AuthoriseRequest): Promise<AuthoriseOutcome> {
        const { gateway } = this.provider();
        const first = await gateway.authorise(request, patient());
        return first.status === 'action-required' ? this.afterAction(request, first, true) : first;
    }

    /** A payment that holds this much. */
    async hold(money: Money): Promise<Started> {
        const request = this.newRequest(money, 'authorised');
        const outcome = await this.decide(request);
        if (outcome.status !== 'authorised') {
            throw new Error(`The payment came to ${outcome.status}, not authorised.`);
        }
        return { intentId: request.intentId, request, payment: outcome.payment };
    }

    /** A payment that waits for its shopper. */
    async waiting(): Promise<Started & { outcome: AuthoriseOutcome & { status: 'action-required' } }> {
        const request = this.newRequest({ amount: 1999, currency: 'EUR' }, 'action-required');
        const outcome = await this.provider().gateway.authorise(request, patient());
        if (outcome.status !== 'action-required') {
            throw new Error(`The payment came to ${outcome.status} and waits for nobody.`);
        }
        return { intentId: request.intentId, request, payment: outcome.payment, outcome };
    }

    async afterAction(
        request: AuthoriseRequest,
        { payment, action }: AuthoriseOutcome & { status: 'action-required' },
        passes: boolean,
    ): Promise<AuthoriseOutcome> {
        await this.provider().act(payment, action, passes);
        const found = await this.find(request.intentId, payment.providerReference);
        if (found.status === 'approved') {
            return this.confirm(request, payment.providerReference);
        }
        return outcomeOf(found);
    }

    private confirm(request: AuthoriseRequest, providerReference: string): Promise<AuthoriseOutcome> {
        const { intentId, captureMode } = request;
        const idempotencyKey = `${request.idempotencyKey}-confirm`;
        const confirmation = { intentId, providerReference, idempotencyKey, captureMode };
        const confirmed = this.provider().gateway.confirm?.(confirmation, patient());
        return confirmed ?? Promise.reject(new Error('A gateway with `approved` needs confirm().'));
    }

    async find(intentId: string, providerReference: string): Promise<ProviderPayment> {
        const found = await this.provider().gateway.findPayment({ intentId, providerReference }, patient());
        return found ?? Promise.reject(new Error(`The provider has no payment ${providerReference}.`));
    }

    capture({ intentId, payment }: Started, amount: number, final: boolean, idempotencyKey = randomUUID()) {
        const money = { ...payment.money, amount };
        const { providerReference } = payment;
        const request = { intentId, providerReference, idempotencyKey, money, final };
        return this.provider().gateway.capture(request, patient());
    }

    void({ intentId, payment: { providerReference } }: Started, idempotencyKey = randomUUID()) {
        return this.provider().gateway.void({ intentId, providerReference, idempotencyKey }, patient());
    }

    refund({ intentId, payment }: Started, amount: number, idempotencyKey = randomUUID()) {
        const money = { ...payment.money, amount };
        const { providerReference } = payment;
        return this.provider().gateway.refund(
            { intentId, providerReference, idempotencyKey, money },
            patient(),
        );
    }
}

/** The sum of a payment's movements of a kind. */
export function total(payment: ProviderPayment, kind: ProviderPayment['movements'][number]['kind']): number {
    return payment.movements.reduce((sum, entry) => sum + (entry.kind === kind ? entry.money.amount : 0), 0);
}

/** Fails unless nothing in the payment is out of order: ids, signs, currencies. */
export function expectSound(payment: ProviderPayment): void {
    const ids = payment.movements.map(({ kind, providerReference }) => `${kind} ${providerReference}`);
    expect(new Set(ids).size, 'each movement has its own reference').toBe(ids.length);
    for (const { money } of payment.movements) {
        expect(money.amount).toBeGreaterThan(0);
        expect(money.currency).toBe(payment.money.currency);
    }
    expect(total(payment, 'captured') + total(payment, 'voided')).toBeLessThanOrEqual(
        total(payment, 'authorised'),
    );
    expect(total(payment, 'refunded')).toBeLessThanOrEqual(total(payment, 'captured'));
}

function outcomeOf(payment: ProviderPayment): AuthoriseOutcome {
    switch (payment.status) {
        case 'authorised':
        case 'captured':
            return { status: 'authorised', payment };
        case 'declined':
            return {
                status: 'declined',
                payment,
                ...(payment.decline ?? { code: 'unknown', message: 'unknown' }),
            };
        case 'pending':
            return { status: 'pending', payment };
        case 'action-required':
            return payment.action
                ? { status: 'action-required', payment, action: payment.action }
                : { status: 'pending', payment };
        case 'approved':
        case 'voided':
            throw new Error(`The payment is ${payment.status}.`);
    }
}
