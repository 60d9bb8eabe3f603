import type { ID, RequestContext } from '@vendure/core';
import type { DataSource } from 'typeorm';

/** What a person may agree to. `necessary` needs no consent. */
export const consentPurposes = [
    'necessary',
    'preferences',
    'analytics',
    'marketing',
    'personalisation',
    'profiling',
] as const;

export type ConsentPurpose = (typeof consentPurposes)[number];

/** Says what people have agreed to. In doubt they have not. */
export interface ConsentCheck {
    /** Whether the person behind the request agrees. Without a request, as in a job, only to what is necessary. */
    has(ctx: RequestContext, purpose: ConsentPurpose): Promise<boolean>;
    /** Those of the customers who have agreed, by what is on record. For work that no request asked for. */
    consenting(customerIds: readonly ID[], purpose: ConsentPurpose): Promise<ReadonlySet<ID>>;
}

/** The headers of a request that say what the person behind it agrees to; names in lower case. */
export type ConsentHeaders = Readonly<Record<string, string | string[] | undefined>>;

/**
 * What a request declares: the purposes in its header `efi-consent`, separated by spaces. Global Privacy Control
 * (`Sec-GPC: 1`) takes everything but what is necessary back, and so does a missing header. Unknown words are
 * ignored.
 */
export function declaredConsent(headers: ConsentHeaders): ReadonlySet<ConsentPurpose> {
    const declared = headers['efi-consent'];
    if (headers['sec-gpc'] === '1' || typeof declared !== 'string') {
        return new Set(['necessary']);
    }
    const words = new Set(declared.toLowerCase().split(/\s+/));
    return new Set(consentPurposes.filter(purpose => purpose === 'necessary' || words.has(purpose)));
}

/** {@link declaredConsent} of the request behind `ctx`. */
export function requestConsent(ctx: RequestContext): ReadonlySet<ConsentPurpose> {
    return declaredConsent(ctx.req?.headers ?? {});
}

/** Believes what each request declares, and has no records: to no purpose but `necessary` has a customer agreed. */
const asDeclared: ConsentCheck = {
    has: (ctx, purpose) => Promise.resolve(requestConsent(ctx).has(purpose)),
    consenting: (customerIds, purpose) =>
        Promise.resolve(new Set(purpose === 'necessary' ? customerIds : [])),
};

const checks = new WeakMap<DataSource, ConsentCheck>();

/**
 * The consent check of one running application, told apart by its data source. Until a plugin sets its own it is
 * what requests declare. Ask for it when it is used.
 */
export function consentCheck(dataSource: DataSource): ConsentCheck {
    return checks.get(dataSource) ?? asDeclared;
}

/** Has `check` decide from now on, for the application with this data source. */
export function setConsentCheck(dataSource: DataSource, check: ConsentCheck): void {
    checks.set(dataSource, check);
}
