import type { IncomingHttpHeaders } from 'node:http';
import type { MovementKind } from '../../domain/ledger';
import type { Money } from '../../domain/money';
import type { CaptureMode, CardDetails, PaymentAction } from '../../domain/payment-intent';

/**
 * A payment provider, in the platform's words. An adapter keeps the provider's own types to itself.
 *
 * Every call that moves money gets an idempotency key, and the same key always comes with the same parameters: the
 * adapter hands it to the provider, which answers a repeated call with its first answer.
 *
 * How an adapter fails:
 * - The provider clearly refused and nothing happened: {@link GatewayRefusedError}.
 * - The call certainly did not reach the provider (connection refused, name not found): {@link GatewayUnreachableError}.
 * - Anything else, such as a time-out, a broken connection, a 5xx or an answer that can't be read: any other error.
 *   The platform then takes the outcome as unknown and asks the provider until it knows.
 *
 * A card that is declined is no failure: {@link AuthoriseOutcome} tells it.
 */
export interface PaymentGateway {
    /** Stored with each payment, so it never changes. Lower case with hyphens, such as `stripe`. */
    readonly name: string;
    readonly capabilities: GatewayCapabilities;
    /** How the storefront gets the shopper through it. */
    readonly flow: GatewayFlow;
    /** What the browser needs and may know, such as a publishable key. */
    readonly publicConfiguration: Readonly<Record<string, string>>;

    /** Starts a payment: holds the money, or says what the shopper has to do first. */
    authorise(request: AuthoriseRequest, call: GatewayCall): Promise<AuthoriseOutcome>;
    /**
     * Holds the money after the shopper approved, where the provider makes that a step of its own (PayPal). Called
     * when the payment's status is `approved`; never absent in a gateway that uses this status.
     */
    confirm?(request: ConfirmRequest, call: GatewayCall): Promise<AuthoriseOutcome>;
    /** Takes held money. @param request.final - Lets go of what is left over. */
    capture(request: CaptureRequest, call: GatewayCall): Promise<ProviderPayment>;
    /** Lets go of all held money, or ends a payment that waits for the shopper. A payment that is void already is no failure. */
    void(request: VoidRequest, call: GatewayCall): Promise<ProviderPayment>;
    refund(request: RefundRequest, call: GatewayCall): Promise<ProviderPayment>;

    /**
     * How a payment stands at the provider now. By reference when it is known; else by the intent's id, which went
     * along when the payment was started.
     *
     * @returns `undefined` only when the provider answers that it has no such payment.
     */
    findPayment(query: PaymentQuery, call: GatewayCall): Promise<ProviderPayment | undefined>;

    /** All money that moved in `[from, to)`, by the provider's clock, in any order. For the reconciliation. */
    listMovements(from: Date, to: Date, call: GatewayCall): AsyncIterable<ListedMovement>;

    /**
     * Checks where a webhook comes from, by its signature and time over the raw body, and reads what it is about.
     *
     * @param now - Against which the time is checked.
     * @throws WebhookRejectedError when it is forged, too old or no webhook at all.
     */
    readWebhook(rawBody: Buffer, headers: IncomingHttpHeaders, now: Date): Promise<ProviderEvent>;

    /** Present where a customer can keep a means of payment at the provider. */
    readonly savedMethods?: SavedMethodsGateway;
}

export interface GatewayCapabilities {
    /** Can hold money and take it later. Without it, `authorise` takes the money at once. */
    readonly manualCapture: boolean;
    /** Can take less than was held; the rest is let go. */
    readonly partialCapture: boolean;
    /** Can take held money in several steps. */
    readonly multipleCapture: boolean;
    readonly partialRefund: boolean;
    /** Can demand that the cardholder proves who they are (3-D Secure), whatever the bank would do by itself. */
    readonly requiredAuthentication: boolean;
}

/**
 * - `token`: the storefront gets a token from the provider, e.g. on its hosted page, and sends it as `metadata.token`.
 * - `redirect`: the shopper goes to the provider's page and comes back.
 * - `element`: the provider's component in the storefront's page.
 */
export type GatewayFlow = 'token' | 'redirect' | 'element';

/** What each call to a provider gets along. */
export interface GatewayCall {
    /** Aborted when the platform waits no longer. Hand it to the HTTP client. */
    readonly signal: AbortSignal;
}

export interface AuthoriseRequest {
    readonly intentId: string;
    readonly idempotencyKey: string;
    readonly money: Money;
    readonly captureMode: CaptureMode;
    /** `required`, where the gateway can: the cardholder has to prove who they are. @default 'as-needed' */
    readonly authentication?: 'as-needed' | 'required';
    readonly orderCode: string;
    /** From the storefront, for the `token` flow. Never a card number. */
    readonly token?: string;
    /** Where the provider sends the shopper back to. Checked against the allowed origins already. */
    readonly returnUrl?: string;
    /** BCP 47, such as `de`, for the provider's pages. */
    readonly languageCode: string;
    readonly emailAddress?: string;
    /** The customer at this provider, for saved means of payment. */
    readonly providerCustomer?: string;
    /** A saved means of payment to use. */
    readonly savedMethod?: string;
    /** Keep the means of payment for the customer. */
    readonly saveMethod?: boolean;
}

export type AuthoriseOutcome =
    /** Held, or taken at once; `payment.movements` says which. */
    | { readonly status: 'authorised'; readonly payment: ProviderPayment }
    | {
          readonly status: 'action-required';
          readonly payment: ProviderPayment;
          readonly action: PaymentAction;
      }
    | { readonly status: 'pending'; readonly payment: ProviderPayment }
    | {
          readonly status: 'declined';
          readonly payment?: ProviderPayment;
          /** The provider's code, for people who look into it. */
          readonly code: string;
          /** For the shopper: neutral, without the provider's words. */
          readonly message: string;
      };

export interface ConfirmRequest {
    readonly intentId: string;
    readonly providerReference: string;
    /** The one of `authorise` with `-confirm` behind it: both belong to one operation. */
    readonly idempotencyKey: string;
    readonly captureMode: CaptureMode;
}

export interface CaptureRequest {
    readonly intentId: string;
    readonly providerReference: string;
    readonly idempotencyKey: string;
    readonly money: Money;
    readonly final: boolean;
}

export interface VoidRequest {
    readonly intentId: string;
    readonly providerReference: string;
    readonly idempotencyKey: string;
}

export interface RefundRequest {
    readonly intentId: string;
    readonly providerReference: string;
    readonly idempotencyKey: string;
    readonly money: Money;
    readonly reason?: string;
}

export interface PaymentQuery {
    readonly intentId: string;
    readonly providerReference?: string;
    /** When the platform began with it, by its own clock: tells a provider without a good search where to look. */
    readonly startedAt?: Date;
}

/** A payment as the provider has it now, with all that ever happened to it. */
export interface ProviderPayment {
    readonly providerReference: string;
    /** Absent when the payment was not started by this platform. */
    readonly intentId?: string;
    /** The most that may be held or taken. */
    readonly money: Money;
    readonly status:
        | 'action-required'
        /** The shopper agreed; nothing is held until `confirm` is called. */
        | 'approved'
        | 'pending'
        | 'authorised'
        | 'captured'
        | 'voided'
        | 'declined';
    /** While the status is `action-required`. */
    readonly action?: PaymentAction;
    /** While the status is `declined`. The message is fit for the shopper. */
    readonly decline?: { readonly code: string; readonly message: string };
    readonly movements: readonly ProviderMovement[];
    readonly card?: CardDetails;
}

/** Money that moved at the provider. A movement that is under way or failed is not one. */
export interface ProviderMovement {
    /** The provider's id of this movement; unique together with the kind. */
    readonly providerReference: string;
    readonly kind: MovementKind;
    readonly money: Money;
    readonly occurredAt: Date;
    /** The call that caused it, where the provider tells. */
    readonly idempotencyKey?: string;
}

export interface ListedMovement extends ProviderMovement {
    /** The provider's id of the payment that it belongs to. Absent where its list does not tell; `intentId` does then. */
    readonly paymentReference?: string;
    readonly intentId?: string;
}

/** What a webhook is about. How the payment stands is asked of the provider, so the order of webhooks is no matter. */
export interface ProviderEvent {
    readonly eventId: string;
    /** The provider's name of it, for people. */
    readonly type: string;
    /** Absent when the event is about no payment, such as a payout. */
    readonly payment?: { readonly providerReference: string; readonly intentId?: string };
}

/** Means of payment that a customer keeps at the provider. */
export interface SavedMethodsGateway {
    createCustomer(
        customer: {
            readonly customerId: string;
            readonly emailAddress: string;
            readonly idempotencyKey: string;
        },
        call: GatewayCall,
    ): Promise<string>;
    list(providerCustomer: string, call: GatewayCall): Promise<readonly SavedMethod[]>;
    forget(providerCustomer: string, savedMethod: string, call: GatewayCall): Promise<void>;
}

export interface SavedMethod {
    readonly reference: string;
    readonly brand: string;
    readonly last4: string;
    /** 1 to 12. */
    readonly expiryMonth?: number;
    /** Four digits. */
    readonly expiryYear?: number;
}
