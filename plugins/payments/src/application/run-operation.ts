import type { IntentRecord } from '../domain/intent-record';
import type { PaymentIntent } from '../domain/payment-intent';
import type { OperationRequest } from '../domain/begin-operation';
import type { PaymentOperation } from '../domain/payment-operation';
import { GatewayRefusedError, GatewayUnreachableError, OutcomeUnknownError } from './ports/gateway-errors';
import type { GatewayRegistry } from './ports/gateway-registry.port';
import type { BegunOperation, IntentStore } from './ports/intent-store.port';
import type { GatewayCall, PaymentGateway, ProviderPayment } from './ports/payment-gateway.port';
import type { ProviderCalls } from './ports/provider-calls.port';

export type OperationResult =
    | { readonly status: 'succeeded'; readonly operation: PaymentOperation; readonly record: IntentRecord }
    | { readonly status: 'refused'; readonly reason: string }
    /** It will be found out, and carried out if it was not. */
    | { readonly status: 'unknown'; readonly operation: PaymentOperation };

/** When an operation without a clear answer is looked at for the first time. */
const FIRST_LOOK_MS = 2_000;

/** Captures, voids and refunds: stored first, then called for, then booked. */
export class RunOperation {
    constructor(
        private readonly store: IntentStore,
        private readonly gateways: GatewayRegistry,
        private readonly calls: ProviderCalls,
    ) {}

    async run(intentId: string, request: OperationRequest): Promise<OperationResult> {
        const begun = await this.store.beginOperation(intentId, request);
        return begun.allowed ? this.carryOut(begun) : { status: 'refused', reason: begun.reason };
    }

    /** Calls for a stored operation, for the first time or again. One that has succeeded is not called for again. */
    async carryOut({ operation, record }: BegunOperation): Promise<OperationResult> {
        const { id: intentId, providerReference } = record.intent;
        if (operation.state === 'succeeded') {
            return { status: 'succeeded', operation, record };
        }
        if (providerReference === undefined) {
            return { status: 'refused', reason: 'The provider has no such payment yet.' };
        }
        try {
            const payment = await this.call(record.intent, providerReference, operation);
            const succeededOperation = { id: operation.id, outcome: 'succeeded' } as const;
            const after = await this.store.applyProviderPayment(
                intentId,
                payment,
                'response',
                succeededOperation,
                record,
            );
            const succeeded = after.operations.find(({ id }) => id === operation.id) ?? operation;
            return { status: 'succeeded', operation: succeeded, record: after };
        } catch (error) {
            return this.failed(intentId, operation, error);
        }
    }

    private call(
        intent: PaymentIntent,
        providerReference: string,
        { kind, amount, idempotencyKey, final }: PaymentOperation,
    ): Promise<ProviderPayment> {
        const gateway = this.gateways.get(intent.gateway);
        const money = { amount, currency: intent.money.currency };
        const request = { intentId: intent.id, providerReference, idempotencyKey };
        const calls: Record<
            OperationRequest['kind'],
            (gateway: PaymentGateway, call: GatewayCall) => Promise<ProviderPayment>
        > = {
            capture: (provider, call) => provider.capture({ ...request, money, final }, call),
            void: (provider, call) => provider.void(request, call),
            refund: (provider, call) => provider.refund({ ...request, money }, call),
        };
        if (kind === 'authorise') {
            throw new Error('A payment is authorised by AuthorisePayment.');
        }
        return this.calls.run(gateway.name, kind, call => calls[kind](gateway, call));
    }

    private async failed(
        intentId: string,
        operation: PaymentOperation,
        error: unknown,
    ): Promise<OperationResult> {
        if (error instanceof GatewayRefusedError) {
            await this.store.markOperation(intentId, operation.id, {
                state: 'failed',
                error: `${error.code}: ${error.message}`,
            });
            return { status: 'refused', reason: error.message };
        }
        if (error instanceof GatewayUnreachableError || error instanceof OutcomeUnknownError) {
            await this.store.markOperation(intentId, operation.id, {
                state: 'unknown',
                error: error.message,
                nextStepAt: new Date(Date.now() + FIRST_LOOK_MS),
            });
            return { status: 'unknown', operation };
        }
        throw error;
    }
}
