import type { PersonalDataDeclaration, PersonalDataTable } from '@efi/plugin-kit';
import type { RequestContext } from '@vendure/core';
import { type AlertRule, type AlertRules, checkRules, defaultRules } from './domain/alert-rule';
import { personalKeys } from './domain/masking';
import type { WriteOnceStore } from './infrastructure/write-once/write-once-store.port';

/** What may be kept of a personal value. An encrypting one keeps it for who has the key. */
export interface AuditMasking {
    /**
     * @param ctx - Nothing for what the system does by itself.
     * @param key - Name of the field.
     * @param value - JSON that is not nothing.
     * @returns JSON that goes into the trail in place of the value.
     */
    mask(ctx: RequestContext | undefined, key: string, value: unknown): unknown;
}

/** What can be set in `AuditPlugin.init()`. */
export interface AuditOptions {
    /**
     * At least 32 characters, the same for every process, and nowhere in the database: the key that signs the anchors
     * (Ed25519) is made from it. Without one there are no anchors, and a trail that was rewritten as a whole, or has
     * lost its end, is not found out.
     */
    secret?: string;
    /**
     * Public keys that signed earlier anchors, as base64 of 32 bytes: those of secrets that were replaced. The log
     * tells the present one at the start.
     *
     * @default none
     */
    earlierKeys?: readonly string[];
    /**
     * A file that each anchor is also added to, a JSON line each. On another disk, or shipped elsewhere, it proves
     * that the end of the trail and its last anchors are still there.
     *
     * @default none
     */
    anchorFile?: string;
    /**
     * Seconds between anchors, as long as there is something new to sign.
     *
     * @default 300
     */
    anchorEverySeconds?: number;
    /**
     * What may be kept of personal values in before, after and detail.
     *
     * @default each becomes `[masked]`
     */
    masking?: AuditMasking;
    /**
     * Names of fields that hold personal data, beside those known: names, addresses, e-mail, telephone, and what
     * plugins declare by the kit's `PersonalData`. A custom field's name in the API stands for its column, too.
     *
     * @default none
     */
    personalKeys?: readonly string[];
    /**
     * Rules for alerts, by name: in place of those that are known, or beside them; `false` switches one off.
     *
     * @default those of the README
     *
     * @example { 'mass-export': { by: 'account', threshold: 2, windowMinutes: 60, actions: ['export-audit-trail'] } }
     */
    alertRules?: Readonly<Record<string, AlertRule | false>>;
    /**
     * Where each part of the chain and the anchors are kept, too, and nobody can change them: `s3Store()` with object
     * lock, or one of your own.
     *
     * @default nowhere
     */
    writeOnce?: WriteOnceStore;
    /**
     * So many items of lists that one account is given within an hour are written down as `read-in-bulk`, and as many
     * again each time.
     *
     * @default 1000
     */
    bulkReadFrom?: number;
    /**
     * To whom alerts are sent, by whatever listens for the kit's `StaffAlertEvent`, such as `@efi/mail-plugin`; in the
     * language of the default channel.
     *
     * @default nobody
     */
    alertMails?: {
        /** E-mail addresses. */
        readonly to: readonly string[];
        /** More of them are in the Dashboard only. @default 10 */
        readonly mostPerHour?: number;
    };
    /**
     * Of the shop's day and night, as IANA names it: rules may be for some hours only.
     *
     * @default 'UTC'
     */
    timeZone?: string;
}

type MayBeLeftOut = 'secret' | 'anchorFile' | 'writeOnce';

/** The options with their defaults. */
export type AuditSettings = Required<Omit<AuditOptions, MayBeLeftOut | 'alertRules' | 'alertMails'>> &
    Pick<AuditOptions, MayBeLeftOut> & {
        readonly alertRules: AlertRules;
        /** What the plugins declare of the personal data in their tables. */
        readonly declared: readonly PersonalDataTable[];
        readonly alertMails: Required<NonNullable<AuditOptions['alertMails']>>;
    };

/** Token by which the plugin's parts are given its options. */
export const AUDIT_OPTIONS = Symbol('AUDIT_OPTIONS');

const hideEverything: AuditMasking = { mask: () => '[masked]' };

/**
 * Fills in the defaults.
 *
 * @param declared - What the application's plugins keep of people.
 * @throws Error that names the option and what it must be.
 */
export function resolveOptions(
    options: AuditOptions,
    declared: readonly PersonalDataDeclaration[] = [],
): AuditSettings {
    const {
        secret,
        anchorEverySeconds = 300,
        earlierKeys = [],
        timeZone = 'UTC',
        bulkReadFrom = 1000,
    } = options;
    if (secret !== undefined && secret.length < 32) {
        throw new Error('AuditPlugin: secret must have at least 32 characters.');
    }
    if (!(anchorEverySeconds > 0)) {
        throw new Error(`AuditPlugin: anchorEverySeconds must be more than 0, got ${anchorEverySeconds}.`);
    }
    if (!(bulkReadFrom >= 1)) {
        throw new Error(`AuditPlugin: bulkReadFrom must be at least 1, got ${bulkReadFrom}.`);
    }
    const wrong = earlierKeys.find(key => Buffer.from(key, 'base64').length !== 32);
    if (wrong !== undefined) {
        throw new Error(`AuditPlugin: earlierKeys must be base64 of 32 bytes each, got "${wrong}".`);
    }
    if (!isTimeZone(timeZone)) {
        throw new Error(`AuditPlugin: timeZone must be a name such as Europe/Berlin, got "${timeZone}".`);
    }
    return {
        secret,
        timeZone,
        bulkReadFrom,
        alertMails: { to: [], mostPerHour: 10, ...options.alertMails },
        alertRules: rulesOf(options.alertRules ?? {}),
        anchorFile: options.anchorFile,
        writeOnce: options.writeOnce,
        earlierKeys,
        anchorEverySeconds,
        masking: options.masking ?? hideEverything,
        personalKeys: [...personalKeys, ...(options.personalKeys ?? [])],
        declared: declared.flatMap(({ tables }) => tables),
    };
}

function rulesOf(own: Readonly<Record<string, AlertRule | false>>): AlertRules {
    const rules = Object.fromEntries(
        Object.entries({ ...defaultRules, ...own }).filter(
            (entry): entry is [string, AlertRule] => entry[1] !== false,
        ),
    );
    checkRules(rules);
    return rules;
}

function isTimeZone(name: string): boolean {
    try {
        new Intl.DateTimeFormat('en', { timeZone: name });
        return true;
    } catch {
        return false;
    }
}
