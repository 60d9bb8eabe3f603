/** What a shop can see, and nothing else: the generator's own knowledge is in `Truth`. */
export type ShopEvent = AccountOpened | CredentialsChanged | Attempt;

interface AccountOpened {
    readonly type: 'account-opened';
    readonly at: number;
    readonly customer: string;
}

interface CredentialsChanged {
    readonly type: 'email-changed' | 'password-changed';
    readonly at: number;
    readonly customer: string;
}

export interface Address {
    readonly street: string;
    readonly postalCode: string;
    readonly country: string;
}

/** Somebody tries to pay an order. */
export interface Attempt {
    readonly type: 'attempt';
    /** In milliseconds since 1970. */
    readonly at: number;
    readonly order: string;
    readonly email: string;
    /** Missing for guests. */
    readonly customer?: string;
    readonly device?: string;
    readonly network: string;
    readonly networkCountry: string;
    readonly billing: Address;
    readonly shipping: Address;
    /** Fingerprint of the card; known beforehand only where it is a saved one. */
    readonly card: string;
    readonly savedCard: boolean;
    /** In major units of the currency. */
    readonly amount: number;
    /** Pieces of each variant. */
    readonly pieces: readonly number[];
    readonly giftCardShare: number;
    readonly coupons: readonly string[];
    /** The provider's answer, which comes after the attempt was scored. */
    readonly declined: boolean;
}

export const fraudKinds = [
    'cardTesting',
    'accountTakeover',
    'resellerBots',
    'friendlyFraud',
    'couponRing',
    'stolenCard',
] as const;
export type FraudKind = (typeof fraudKinds)[number];

/** What really was, of one attempt. Never shown to features or models. */
export interface Truth {
    readonly kind: FraudKind | 'good';
    /** Which hand made it: one shopper, one gang. */
    readonly actor: number;
}

/** An event with what stands behind it, as generators make it. */
export type Made =
    | { readonly event: Attempt; readonly truth: Truth }
    | { readonly event: AccountOpened | CredentialsChanged };
