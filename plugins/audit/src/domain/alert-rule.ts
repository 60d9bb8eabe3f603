/** A pattern in the trail that somebody should look at: so many entries of a kind within so many minutes. */
export interface AlertRule {
    /** What is counted apart: by account, by IP address, or all together. */
    readonly by: 'account' | 'address' | 'all';
    /** So many entries, or what else is counted, raise the alert. */
    readonly threshold: number;
    /** `accounts`: each account once that it was done to, or tried with. @default 'entries' */
    readonly counted?: 'entries' | 'accounts';
    /** In minutes, 1 to 1440. Of one pattern and one account or address there is one alert in so long a time. */
    readonly windowMinutes: number;
    /** Names of actions. @default any */
    readonly actions?: readonly string[];
    /** `success`, `refused`, `denied`, `failed`. @default any */
    readonly statuses?: readonly string[];
    /** @default any */
    readonly actorKinds?: readonly string[];
    /** Names at the top of `after`, one of which must have changed. @default not looked at */
    readonly changed?: readonly string[];
    /** Hours of the shop's day, from and up to; over midnight when the first is higher. @default all day */
    readonly hours?: { readonly from: number; readonly to: number };
}

/** Rules by the pattern's name: small letters and dashes. */
export type AlertRules = Readonly<Record<string, AlertRule>>;

/** Found by the nightly verification, not by a rule. */
export const CHAIN_BROKEN = 'chain-broken';

const SIGN_IN = ['login', 'authenticate'];

/** What is looked for unless it is said otherwise. */
export const defaultRules: AlertRules = {
    'failed-sign-ins-account': {
        ...{ by: 'account', threshold: 10, windowMinutes: 15 },
        ...{ actions: SIGN_IN, statuses: ['refused', 'failed'] },
    },
    'failed-sign-ins-address': {
        ...{ by: 'address', threshold: 30, windowMinutes: 15 },
        ...{ actions: SIGN_IN, statuses: ['refused', 'failed'] },
    },
    'sign-in-spraying': {
        ...{ by: 'address', counted: 'accounts', threshold: 10, windowMinutes: 60 },
        ...{ actions: SIGN_IN, statuses: ['refused', 'failed'] },
    },
    'denials-account': {
        ...{ by: 'account', threshold: 20, windowMinutes: 15, statuses: ['denied'] },
        actorKinds: ['administrator', 'machine-key', 'customer'],
    },
    'denials-address': { by: 'address', threshold: 200, windowMinutes: 15, statuses: ['denied'] },
    'mass-export': {
        ...{ by: 'account', threshold: 5, windowMinutes: 60, statuses: ['success'] },
        actions: [
            ...['export-audit-trail', 'export-catalogue', 'read-in-bulk'],
            ...['download-personal-data', 'look-at-personal-data'],
        ],
        actorKinds: ['administrator', 'machine-key'],
    },
    'night-refund': {
        ...{ by: 'account', threshold: 1, windowMinutes: 60, hours: { from: 22, to: 6 } },
        ...{ actions: ['transition-refund'], actorKinds: ['administrator', 'machine-key'] },
    },
    'role-raised': {
        ...{ by: 'account', threshold: 1, windowMinutes: 60, statuses: ['success'] },
        actions: ['createAdministrator', 'updateAdministrator', 'assignRoleToAdministrator', 'updateRole'],
        changed: ['roles', 'permissions', 'channels'],
    },
};

/**
 * @throws Error that names the rule and what is wrong with it.
 */
export function checkRules(rules: AlertRules): void {
    for (const [name, { threshold, windowMinutes, hours }] of Object.entries(rules)) {
        const wrong = (what: string) => new Error(`AuditPlugin: the alert rule "${name}" ${what}.`);
        if (!/^[a-z][a-z-]{1,48}$/.test(name) || name === CHAIN_BROKEN) {
            throw wrong(`needs another name: small letters and dashes, and not ${CHAIN_BROKEN}`);
        }
        if (!Number.isInteger(threshold) || threshold < 1) {
            throw wrong(`needs a whole threshold of at least 1, got ${threshold}`);
        }
        if (!(windowMinutes >= 1 && windowMinutes <= 1440)) {
            throw wrong(`needs a window of 1 to 1440 minutes, got ${windowMinutes}`);
        }
        if (hours && [hours.from, hours.to].some(hour => !Number.isInteger(hour) || hour < 0 || hour > 24)) {
            throw wrong(`needs whole hours from 0 to 24, got ${hours.from} to ${hours.to}`);
        }
    }
}
