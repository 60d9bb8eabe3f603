/** Whom attempts are counted by. */
export type SubjectKind = 'customer' | 'email' | 'address' | 'device' | 'network' | 'card' | 'order';

/** Counts of one subject; see the features for what they mean. */
export interface Velocity {
    /** In 10 minutes, 1 hour, 24 hours and 7 days. */
    readonly attempts: readonly [number, number, number, number];
    /** In 10 minutes, 1 hour and 24 hours. */
    readonly declines: readonly [number, number, number];
}

/** What was counted and looked up for one attempt to pay. */
export interface Signals {
    readonly velocity: Readonly<Partial<Record<SubjectKind, Velocity>>>;
    readonly seen: {
        readonly cardsByDevice24h: number;
        readonly cardsByDevice7d: number;
        readonly cardsByEmail24h: number;
        readonly cardsByEmail7d: number;
        readonly otherEmailsByDevice7d: number;
        readonly otherEmailsByAddress7d: number;
        readonly otherDevicesByEmail7d: number;
        readonly couponUsesByAddress7d: number;
        readonly couponUsesByDevice7d: number;
    };
    readonly lines: {
        readonly pieces: number;
        readonly variants: number;
        readonly most: number;
        readonly giftCardShare: number | null;
    };
    readonly history: {
        readonly orders: number;
        readonly daysSinceLast: number | null;
        /** Minor units, newest first. */
        readonly amounts: readonly number[];
    };
    /** Of the customer who is signed in; `null` for guests. */
    readonly account: {
        readonly ageDays: number;
        readonly daysSinceEmailChange: number | null;
        readonly daysSincePasswordChange: number | null;
        readonly isKnownDevice: boolean;
    } | null;
}

/** What is known of an order by itself. */
export interface OrderFacts {
    /** In the major unit of its currency. */
    readonly amount: number;
    readonly emailAddress: string | undefined;
    readonly isDisposableMail: boolean;
    readonly billing: PostalAddress | undefined;
    readonly shipping: PostalAddress | undefined;
    /** ISO 3166-1 alpha-2, as the proxy in front found it. */
    readonly networkCountry: string | undefined;
    readonly hasDevice: boolean;
    readonly couponCount: number;
    readonly at: Date;
}

export interface PostalAddress {
    readonly street: string;
    readonly postalCode: string;
    /** ISO 3166-1 alpha-2. */
    readonly countryCode: string;
}

/** What orders of a shop usually come to: median and median absolute deviation of ln(1 + amount). */
export interface Habit {
    readonly median: number;
    readonly deviation: number;
}
