import type { Money } from './money';
import type { QuarantineReason } from './quarantine-reason';

/**
 * Where a shopper's attempt to pay stands.
 *
 * - `processing`: the provider is being asked, or its answer got lost and it has to be asked what happened.
 * - `action-required`: the shopper has something to do at the provider: confirm, sign in, pass 3-D Secure.
 * - `pending`: the provider decides later, without the shopper.
 * - `authorised`: money is held (or was taken at once), and the order does not have it yet.
 * - `recorded`: the order holds the payment. What was captured and refunded is in the ledger.
 * - `returning`: the order did not take the payment, and its money is on the way back to the shopper.
 * - `declined`, `failed`, `voided`: ended, nobody pays.
 * - `quarantined`: something does not fit; a person has to look. No step is taken by itself.
 * - `dismissed`: a person looked, and dealt with it elsewhere. No step is taken by itself, ever.
 */
export type IntentState =
    | 'processing'
    | 'action-required'
    | 'pending'
    | 'authorised'
    | 'recorded'
    | 'returning'
    | 'declined'
    | 'failed'
    | 'voided'
    | 'quarantined'
    | 'dismissed';

/** Not ended, and not with the order yet. An order has at most one intent in these states: an index sees to it. */
export const OPEN_STATES = ['processing', 'action-required', 'pending', 'authorised'] as const;

/** See {@link OPEN_STATES}. */
export function isOpen(state: IntentState): boolean {
    return OPEN_STATES.some(open => open === state);
}

/** Whether money is taken once the order has it and its stock, or when a person or a fulfilment asks for it. */
export type CaptureMode = 'automatic' | 'manual';

/** What a shopper has to do before the provider goes on. */
export type PaymentAction =
    | { readonly kind: 'redirect'; readonly url: string }
    /** The provider's own component in the browser takes it from here, such as Stripe's Payment Element. */
    | { readonly kind: 'client-confirmation'; readonly clientSecret: string };

/** What a provider tells about a card; never its number. */
export interface CardDetails {
    readonly brand?: string;
    readonly last4?: string;
    /** The same for the same card, within one provider account. */
    readonly fingerprint?: string;
    /** ISO 3166-1 alpha-2 of the issuer. */
    readonly country?: string;
}

/** One attempt to pay an order, or a part of it, through one provider. */
export interface PaymentIntent {
    /** UUID. Travels to the provider with every call, so that whatever comes back can be matched. */
    readonly id: string;
    readonly orderId: string;
    readonly orderCode: string;
    readonly channelId: string;
    /** Code of the shop's payment method. */
    readonly methodCode: string;
    readonly gateway: string;
    /** What the shopper agreed to. */
    readonly money: Money;
    readonly captureMode: CaptureMode;
    /** The shopper's language, BCP 47, for the mails of an order that is completed without its shopper. */
    readonly languageCode: string;
    readonly state: IntentState;
    /** The provider's id of the payment, once it is known. Unique within a gateway. */
    readonly providerReference?: string;
    readonly action?: PaymentAction;
    readonly failure?: { readonly code: string; readonly message: string };
    /** What does not fit, while it is in quarantine. */
    readonly quarantine?: QuarantineReason;
    /** Why the order did not take the money, until its shopper was told. */
    readonly untoldReturn?: string;
    /** Vendure's payment, once the order holds it. */
    readonly paymentId?: string;
    readonly card?: CardDetails;
    /** When the resolver looks at it next; absent when nothing is left to do. */
    readonly nextStepAt?: Date;
    /** How often the resolver has looked without getting further. */
    readonly attempts: number;
    readonly createdAt: Date;
}
