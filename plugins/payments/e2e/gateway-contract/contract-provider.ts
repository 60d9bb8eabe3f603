import type {
    AuthoriseRequest,
    GatewayCapabilities,
    PaymentAction,
    PaymentGateway,
    ProviderPayment,
} from '../../src';

/** What a test wants a payment to come to. */
export type WantedOutcome = 'authorised' | 'declined' | 'action-required';

/** A webhook as the provider sent it. */
export interface SentWebhook {
    readonly rawBody: Buffer;
    /** Names in lower case, as Node has them. */
    readonly headers: Record<string, string>;
}

/** A provider on this machine and the adapter that speaks to it, as the contract needs them. */
export interface ContractProvider {
    readonly gateway: PaymentGateway;
    /** The same adapter with an address where nobody listens. */
    readonly unreachableGateway: PaymentGateway;

    /** What to add to a request so that the payment comes to this, once the shopper has done their part. */
    requestFor(outcome: WantedOutcome): Partial<AuthoriseRequest>;
    /**
     * Does what a shopper does who was asked for something: passes the page, or confirms in the browser. A payment
     * that was started with `requestFor('declined')` is declined by it; else `passes` says whether they succeed.
     */
    act(payment: ProviderPayment, action: PaymentAction, passes: boolean): Promise<void>;
    /** What the provider's own books say was asked for, in whole units with the currency's decimals: `19.99`, `1999`. */
    bookedAmount(payment: ProviderPayment): Promise<string>;

    /** The next call that moves something is done, and its answer never arrives. */
    loseNextAnswer(): Promise<void>;
    /** The next call is answered with a 5xx and has no effect. */
    failNextCall(): Promise<void>;

    /** Every webhook so far that is about this payment. Waits until there is one. */
    webhooksOf(payment: ProviderPayment): Promise<readonly [SentWebhook, ...SentWebhook[]]>;
    /** Signed in the provider's way with another key. */
    forge(webhook: SentWebhook): SentWebhook;

    stop(): Promise<void>;
}

/** What an adapter promises, known before anything runs. */
export interface ContractPromises {
    readonly capabilities: GatewayCapabilities;
    /** Whether a payment can be found by the intent's id alone. Without it, none may hold money before its id is known. */
    readonly findsByIntent: boolean;
    /**
     * Who hears of a decline, which is the same payment to all: `authorise` or `confirm` answers it (`at-once`), or the
     * provider lets the shopper try again, so that the payment never ends as declined (`tries-again`).
     */
    readonly declines: 'at-once' | 'tries-again';
    /** A currency without decimals and one with two, both taken by the provider. */
    readonly currencies: { readonly whole: string; readonly cents: string };
}
