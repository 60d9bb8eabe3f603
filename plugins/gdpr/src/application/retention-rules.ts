import { isRestricted } from './consent-rules';

/** The classes of data that go by themselves when their time is over. */
export const retentionRuleIds = ['sessions', 'tokens', 'carts', 'guests', 'holds'] as const;

export type RetentionRuleId = (typeof retentionRuleIds)[number];

/** After how many days without use each class goes; `false`: not by this plugin. */
export type RetentionDays = Readonly<Record<RetentionRuleId, number | false>>;

/** What a rule does, as SQL in which `$1` is the number of days. */
export interface RetentionRule {
    readonly id: RetentionRuleId;
    /** In a sentence: what goes, and when. */
    readonly what: string;
    readonly table: string;
    /** Whether a row's time is over. What was dealt with does not meet it any more, so that a run can end anywhere. */
    readonly isDue: string;
    /** What becomes of the rows with the ids in `due`. */
    readonly then: string;
}

const before = (column: string) => `${column} < now() - make_interval(days => $1)`;

/** Nobody said that anything of the customer must stay. */
const notHeld = (customer: string) =>
    `NOT EXISTS (SELECT FROM efi_gdpr_legal_hold h WHERE h."customerId" = ${customer} AND h.until > now())
        AND NOT ${isRestricted(customer)}`;

export const retentionRules: readonly RetentionRule[] = [
    {
        id: 'sessions',
        what: 'Sessions that ended are deleted.',
        table: 'session',
        isDue: before('t.expires'),
        then: 'DELETE FROM session t USING due WHERE t.id = due.id',
    },
    {
        id: 'tokens',
        what: 'Tokens of mails that nobody answered, and addresses that nobody confirmed, are deleted.',
        table: 'authentication_method',
        isDue: `${before('t."updatedAt"')} AND num_nonnulls(t."verificationToken", t."passwordResetToken",
            t."identifierChangeToken", t."pendingIdentifier") > 0`,
        then: `UPDATE authentication_method t SET "verificationToken" = NULL, "passwordResetToken" = NULL,
            "identifierChangeToken" = NULL, "pendingIdentifier" = NULL FROM due WHERE t.id = due.id`,
    },
    {
        id: 'carts',
        what: 'Of carts that nobody touches, the addresses are deleted.',
        table: 'order',
        // Whatever came of it: in the checkout, cancelled, or drawn up by staff. Not while a payment may still arrive.
        isDue: `${before('t."updatedAt"')} AND t."orderPlacedAt" IS NULL
            AND ('{}' <> t."shippingAddress" OR '{}' <> t."billingAddress")
            AND NOT EXISTS (SELECT FROM payment p WHERE p."orderId" = t.id
                              AND p.state NOT IN ('Declined', 'Error', 'Cancelled'))
            AND ${notHeld('t."customerId"')}`,
        // Who comes back to the checkout is asked again where it is to go.
        then: `UPDATE "order" t SET "shippingAddress" = '{}', "billingAddress" = '{}',
            state = CASE t.state WHEN 'ArrangingPayment' THEN 'AddingItems' ELSE t.state END
            FROM due WHERE t.id = due.id`,
    },
    {
        id: 'guests',
        what: 'Guests who left their name and ordered nothing are erased, by a request like any other.',
        table: 'customer',
        isDue: `${before('t."updatedAt"')} AND t."userId" IS NULL AND t."deletedAt" IS NULL
            AND NOT EXISTS (SELECT FROM "order" o WHERE o."customerId" = t.id
                              AND (o."orderPlacedAt" IS NOT NULL OR NOT ${before('o."updatedAt"')}))
            AND NOT EXISTS (SELECT FROM efi_gdpr_request r WHERE r."customerId" = t.id AND r.kind = 'ERASURE'
                              AND r.state NOT IN ('REFUSED', 'CANCELLED'))
            AND ${notHeld('t.id')}`,
        then: `INSERT INTO efi_gdpr_request (id, "createdAt", kind, state, "customerId", "verifiedAt", "verifiedBy",
                   "startsAt", "dueAt")
               SELECT gen_random_uuid(), now(), 'ERASURE', 'VERIFIED', due.id, now(), 'retention', now(),
                   now() + interval '30 days' FROM due`,
    },
    {
        id: 'holds',
        what: 'Legal holds that ended are deleted, with the reason.',
        table: 'efi_gdpr_legal_hold',
        isDue: `${before('t.until')} AND t."sealedKey" IS NULL`,
        then: 'DELETE FROM efi_gdpr_legal_hold t USING due WHERE t.id = due.id',
    },
];

const DEFAULTS: RetentionDays = { sessions: 7, tokens: 30, carts: 30, guests: 30, holds: 30 };

/**
 * Fills in the defaults.
 *
 * @throws Error that names the rule and what its days must be.
 */
export function retentionDays(options: Partial<RetentionDays> = {}): RetentionDays {
    const days = { ...DEFAULTS, ...options };
    for (const id of retentionRuleIds) {
        const value = days[id];
        if (value !== false && !(Number.isInteger(value) && value >= 1 && value <= 3650)) {
            throw new Error(
                `GdprPlugin: retention.${id} must be whole days from 1 to 3650, or false; got ${value}.`,
            );
        }
    }
    return days;
}
