import type { ScreeningDecision } from '@efi/plugin-kit';
import { randomUUID } from 'node:crypto';
import type { IntentRecord } from '../domain/intent-record';
import type { Money } from '../domain/money';
import type { CaptureMode, PaymentIntent } from '../domain/payment-intent';
import { GatewayRefusedError, GatewayUnreachableError, OutcomeUnknownError } from './ports/gateway-errors';
import type { GatewayRegistry } from './ports/gateway-registry.port';
import type { IntentStore } from './ports/intent-store.port';
import type { AuthoriseRequest, PaymentGateway } from './ports/payment-gateway.port';
import type { ScreenedRequest, Screening } from './ports/screening.port';
import type { ProviderCalls } from './ports/provider-calls.port';
import type { SavedMeans, SavedMethods, SignedInCustomer } from './saved-methods';

/** A shopper's wish to pay. */
export interface PaymentRequest {
    readonly orderId: string;
    readonly orderCode: string;
    readonly channelId: string;
    readonly channelCode: string;
    readonly methodCode: string;
    /** Names of gateways, in the payment method's order. */
    readonly gateways: readonly string[];
    readonly captureMode: CaptureMode;
    readonly money: Money;
    readonly languageCode: string;
    readonly countryCode?: string;
    readonly emailAddress?: string;
    /** Absent for guests. */
    readonly customer?: SignedInCustomer;
    /** For whoever looks at the payment before it is made. */
    readonly subject: ScreenedRequest['subject'];
    /** The intent to go on with. Then no other is begun, also when this one has ended. */
    readonly continues?: string;
    /** From the storefront. */
    readonly means: Pick<AuthoriseRequest, 'token' | 'returnUrl' | 'savedMethod' | 'saveMethod'>;
}

export type AuthoriseResult =
    | { readonly status: 'answered'; readonly record: IntentRecord }
    /** The order has an open intent already; no call was made. */
    | { readonly status: 'open'; readonly intent: PaymentIntent };

const FIRST_LOOK_MS = 2_000;

/** Starts a payment at the first gateway that can be reached. */
export class AuthorisePayment {
    constructor(
        private readonly store: IntentStore,
        private readonly gateways: GatewayRegistry,
        private readonly calls: ProviderCalls,
        private readonly savedMethods: SavedMethods,
        private readonly screening: Screening,
    ) {}

    /**
     * @param order - Asked once the intent is there, before the provider is. To be given by whoever has no lock on the
     * order, since another request's payment may have been recorded after the order was read; as long as this intent
     * is open, none can be.
     */
    async run(
        request: PaymentRequest,
        order?: { reasonAgainst(intent: PaymentIntent): Promise<string | undefined> },
    ): Promise<AuthoriseResult> {
        const route = this.savedMethods.ableTo(this.gateways.route(request.gateways, request), request.means);
        let record: IntentRecord | undefined;
        for (const gateway of route) {
            const intentId = randomUUID();
            const created = await this.store.create({ ...request, id: intentId, gateway: gateway.name });
            if (!created.created) {
                return { status: 'open', intent: created.open };
            }
            const reason = await order?.reasonAgainst(created.record.intent);
            record =
                reason === undefined
                    ? await this.screened(gateway, request, created.record)
                    : await this.notWanted(intentId, reason);
            if (record.intent.failure?.code !== UNREACHABLE) {
                break;
            }
        }
        if (!record) {
            throw new Error(`Payment method ${request.methodCode} has no gateway.`);
        }
        return { status: 'answered', record };
    }

    private async notWanted(intentId: string, reason: string): Promise<IntentRecord> {
        await this.store.markFailed(intentId, { code: ORDER_CHANGED, message: reason });
        return this.read(intentId);
    }

    private async screened(
        gateway: PaymentGateway,
        request: PaymentRequest,
        created: IntentRecord,
    ): Promise<IntentRecord> {
        const { id: intentId } = created.intent;
        const screened = await this.screening.screen(request, created.intent, gateway.capabilities);
        if (screened.decision === 'block') {
            const decline = { status: 'declined', code: BLOCKED, message: screened.message } as const;
            return this.store.applyAuthoriseOutcome(intentId, intentId, decline, created);
        }
        if (screened.decision === 'review') {
            const held = await this.store.holdCapture(intentId);
            return this.authorise(gateway, { ...request, captureMode: 'manual' }, held);
        }
        return this.authorise(gateway, request, created, screened.decision);
    }

    private async authorise(
        gateway: PaymentGateway,
        request: PaymentRequest,
        created: IntentRecord,
        decision?: ScreeningDecision['decision'],
    ): Promise<IntentRecord> {
        const { id: intentId } = created.intent;
        const authentication = decision === 'step-up' ? 'required' : undefined;
        try {
            const saved = await this.savedMethods.meansFor(gateway, request.customer, request.means);
            const outcome = await this.calls.run(gateway.name, 'authorise', call =>
                gateway.authorise({ ...toAuthoriseRequest(request, intentId, saved), authentication }, call),
            );
            return await this.store.applyAuthoriseOutcome(intentId, intentId, outcome, created);
        } catch (error) {
            await this.failed(intentId, error);
            return this.read(intentId);
        }
    }

    private async failed(intentId: string, error: unknown): Promise<void> {
        if (error instanceof GatewayRefusedError) {
            await this.store.markFailed(intentId, { code: error.code, message: error.message });
        } else if (error instanceof GatewayUnreachableError) {
            await this.store.markFailed(intentId, { code: UNREACHABLE, message: error.message });
        } else if (error instanceof OutcomeUnknownError) {
            await this.store.markOperation(intentId, intentId, {
                state: 'unknown',
                error: error.message,
                nextStepAt: new Date(Date.now() + FIRST_LOOK_MS),
            });
        } else {
            throw error;
        }
    }

    private async read(intentId: string): Promise<IntentRecord> {
        const record = await this.store.find(intentId);
        if (!record) {
            throw new Error(`There is no payment intent ${intentId}.`);
        }
        return record;
    }
}

/** Failure code of an intent whose order would not take the payment any more. No money was held for it. */
export const ORDER_CHANGED = 'order-changed';

/** Failure code of an intent whose provider was never reached. */
const UNREACHABLE = 'unreachable';

/** Failure code of an intent that was screened and not let through. */
const BLOCKED = 'blocked';

function toAuthoriseRequest(request: PaymentRequest, intentId: string, saved: SavedMeans): AuthoriseRequest {
    const { money, captureMode, orderCode, languageCode, emailAddress, means } = request;
    const { token, returnUrl } = means;
    return {
        intentId,
        idempotencyKey: intentId,
        money,
        captureMode,
        orderCode,
        languageCode,
        emailAddress,
        token,
        returnUrl,
        ...saved,
    };
}
