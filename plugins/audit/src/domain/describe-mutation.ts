import type { AuditClass } from './audit-class';

/** Mutations that are about getting in. */
const AUTHENTICATION =
    /^(login|logout|authenticate)$|password|verif|registercustomer|emailaddress|secondfactor|session|signin|recoverycode/i;

/** Mutations that decide who may do what, or how the shop guards itself. */
const SECURITY =
    /administrator|role|apikey|machinekey|permission|channel|seller|globalsettings|settingsstore|paymentmethod|erasure|consent|privacy/i;

/** Mutations of the Shop API that are written down: shoppers' accounts, not their carts. */
const ACCOUNT =
    /^(login|logout|authenticate|registerCustomerAccount|verifyCustomerAccount|requestPasswordReset|resetPassword|updateCustomerPassword|requestUpdateCustomerEmailAddress|updateCustomerEmailAddress)$|SecondFactor|Session|Privacy|Erasure/;

/** For how long a mutation is remembered, by its name. */
export function classOfMutation(name: string): AuditClass {
    if (AUTHENTICATION.test(name)) {
        return 'authentication';
    }
    return SECURITY.test(name) ? 'security' : 'transaction';
}

/** Whether a mutation is written down. */
export function isWrittenDown(api: 'admin' | 'shop', name: string): boolean {
    return api === 'admin' || ACCOUNT.test(name);
}
