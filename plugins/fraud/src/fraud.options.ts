import { defaultPolicy, type Policy, problemOf } from './domain/policy';

/** What can be set in `FraudPlugin.init()`. */
export interface FraudOptions {
    /**
     * How channels decide that have no policy of their own; administrators give them one by `setEfiFraudPolicy`.
     *
     * @default see `defaultPolicy`: shadow mode, 30 / 60 / 90, review above 200.00 when there is no score
     */
    policy?: Partial<Policy>;
    /**
     * Header in which a proxy that you trust says the client's country, in lower case, such as `cf-ipcountry`. Without
     * one it is not known.
     *
     * @default undefined
     */
    countryHeader?: string;
    /**
     * What the SKUs of gift cards begin with, such as `GIFT-`. Without any, the share of gift cards is not known.
     *
     * @default []
     */
    giftCardSkus?: readonly string[];
    /**
     * How long a payment waits for its score, in milliseconds. After that the policy for its amount decides.
     *
     * @default 50
     */
    budgetMs?: number;
    /**
     * How long decisions are kept, in days. Afterwards their pseudonyms, and with them all links, are gone too.
     *
     * @default 400
     */
    keepDecisionsDays?: number;
    /**
     * How often the key of the pseudonyms is changed, in days. Counts and links begin anew with it.
     *
     * @default 180
     */
    rotateKeyDays?: number;
}

export interface ResolvedFraudOptions {
    readonly policy: Policy;
    readonly countryHeader: string | undefined;
    readonly giftCardSkus: readonly string[];
    readonly budgetMs: number;
    readonly keepDecisionsDays: number;
    readonly rotateKeyDays: number;
}

/** Token by which the plugin's parts are given its options. */
export const FRAUD_OPTIONS = Symbol('FRAUD_OPTIONS');

/**
 * Fills in the defaults.
 *
 * @throws Error that names the option and what it must be.
 */
export function resolveOptions(options: FraudOptions): ResolvedFraudOptions {
    const { countryHeader, giftCardSkus = [], budgetMs = 50 } = options;
    const { keepDecisionsDays = 400, rotateKeyDays = 180 } = options;
    const policy = { ...defaultPolicy, ...options.policy };
    const problem = problemOf(policy);
    if (problem) {
        throw new Error(`FraudPlugin: policy: ${problem}.`);
    }
    if (!Number.isInteger(budgetMs) || budgetMs < 1) {
        throw new Error(`FraudPlugin: budgetMs must be a whole number of at least 1, got ${budgetMs}.`);
    }
    for (const [name, days] of Object.entries({ keepDecisionsDays, rotateKeyDays })) {
        if (!Number.isInteger(days) || days < 8) {
            throw new Error(`FraudPlugin: ${name} must be a whole number of at least 8 days, got ${days}.`);
        }
    }
    return {
        policy,
        countryHeader: countryHeader?.toLowerCase(),
        giftCardSkus,
        budgetMs,
        keepDecisionsDays,
        rotateKeyDays,
    };
}
