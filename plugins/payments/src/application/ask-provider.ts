import type { IntentRecord } from '../domain/intent-record';
import { NEVER_ARRIVED_AFTER_MS } from '../domain/next-look';
import { ORDER_CHANGED } from './authorise-payment';
import { GatewayRefusedError, GatewayUnreachableError, OutcomeUnknownError } from './ports/gateway-errors';
import type { GatewayRegistry } from './ports/gateway-registry.port';
import type { IntentStore } from './ports/intent-store.port';
import type { OrderPayments } from './ports/order-payments.port';
import type { PaymentGateway, ProviderPayment } from './ports/payment-gateway.port';
import type { ProviderCalls } from './ports/provider-calls.port';

/** Finds out how a payment stands, and books it. */
export class AskProvider {
    constructor(
        private readonly store: IntentStore,
        private readonly gateways: GatewayRegistry,
        private readonly calls: ProviderCalls,
        private readonly orders: OrderPayments,
    ) {}

    /** @returns The record as it is now; unchanged when the provider can't be asked. */
    async run({ intent, ...rest }: IntentRecord): Promise<IntentRecord> {
        const gateway = this.gateways.get(intent.gateway);
        const { id: intentId, providerReference, createdAt: startedAt } = intent;
        try {
            const payment = await this.calls.run(gateway.name, 'read', call =>
                gateway.findPayment({ intentId, providerReference, startedAt }, call),
            );
            if (payment) {
                const record = await this.store.applyProviderPayment(intentId, payment, 'resolver');
                return payment.status === 'approved' && record.intent.state === 'processing'
                    ? await this.confirm(gateway, record, payment)
                    : record;
            }
            if (startedAt.getTime() < Date.now() - NEVER_ARRIVED_AFTER_MS) {
                await this.store.markFailed(intentId, NEVER_ARRIVED);
            }
            return (await this.store.find(intentId)) ?? { intent, ...rest };
        } catch (error) {
            if (isGatewayError(error)) {
                return (await this.store.find(intentId)) ?? { intent, ...rest };
            }
            throw error;
        }
    }

    /** The shopper agreed, and the provider waits for the word to hold the money. It gets it if the order still wants it. */
    private async confirm(
        gateway: PaymentGateway,
        record: IntentRecord,
        { providerReference }: ProviderPayment,
    ): Promise<IntentRecord> {
        const { id: intentId, captureMode } = record.intent;
        if (!gateway.confirm) {
            throw new Error(`Gateway ${gateway.name} calls a payment approved, but has no confirm().`);
        }
        const refusal = await this.orders.reasonAgainst(record.intent);
        if (refusal !== undefined) {
            await this.store.markFailed(intentId, { code: ORDER_CHANGED, message: refusal });
            return (await this.store.find(intentId)) ?? record;
        }
        const idempotencyKey = `${intentId}-confirm`;
        const outcome = await this.calls.run(gateway.name, 'authorise', async call =>
            gateway.confirm?.({ intentId, providerReference, idempotencyKey, captureMode }, call),
        );
        return outcome ? this.store.applyAuthoriseOutcome(intentId, intentId, outcome) : record;
    }
}

const NEVER_ARRIVED = {
    code: 'never-arrived',
    message: 'The payment did not reach the provider. Nothing was charged.',
};

/** Whether an error came from a provider, or from not getting through to it. */
export function isGatewayError(error: unknown): boolean {
    return (
        error instanceof GatewayRefusedError ||
        error instanceof GatewayUnreachableError ||
        error instanceof OutcomeUnknownError
    );
}
