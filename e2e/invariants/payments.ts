import type { Invariant } from './invariant';

/** The sums of an intent's ledger. */
const LEDGER = `
    ledger AS (
        SELECT i.id, i.state, i.amount, i."orderCode", i."paymentId", i."providerReference", i."orderId",
               coalesce(sum(l.amount) FILTER (WHERE l.kind = 'authorised'), 0) AS authorised,
               coalesce(sum(l.amount) FILTER (WHERE l.kind = 'captured'), 0) AS captured,
               coalesce(sum(l.amount) FILTER (WHERE l.kind = 'voided'), 0) AS voided,
               coalesce(sum(l.amount) FILTER (WHERE l.kind = 'refunded'), 0) AS refunded
          FROM efi_payment_intent i LEFT JOIN efi_payment_ledger l ON l."intentId" = i.id
         GROUP BY i.id
    )`;

/** What the tables of the two plugins say, and how they fit Vendure's. They hold once no payment is under way. */
export const paymentInvariants: readonly Invariant[] = [
    {
        name: 'no payment is left unfinished',
        exceptions: `
            SELECT id, "orderCode", state, "failureCode", attempts, "nextStepAt" FROM efi_payment_intent
             WHERE state IN ('processing', 'pending', 'authorised', 'returning')`,
    },
    {
        name: 'no payment needs a person',
        exceptions: `
            SELECT id, "orderCode", "quarantineReason" FROM efi_payment_intent WHERE state = 'quarantined'`,
    },
    {
        name: 'no payment is captured beyond its amount, or twice',
        exceptions: `
            WITH ${LEDGER}
            SELECT * FROM ledger
             WHERE authorised > amount OR captured > amount OR refunded > captured
                OR captured + voided > greatest(authorised, captured)`,
    },
    {
        name: 'a payment that no order has gave all money back',
        exceptions: `
            WITH ${LEDGER}
            SELECT * FROM ledger
             WHERE state <> 'recorded' AND (authorised - voided - captured > 0 OR captured - refunded > 0)`,
    },
    {
        name: 'a payment that an order has is the same in both',
        exceptions: `
            WITH ${LEDGER}
            SELECT ledger.*, p.state AS "paymentState", p.amount AS "paymentAmount"
              FROM ledger LEFT JOIN payment p ON p.id = ledger."paymentId"
             WHERE ledger.state = 'recorded' AND (
                   p.id IS NULL OR p."orderId" <> ledger."orderId" OR p."transactionId" <> ledger."providerReference"
                OR p.amount <> ledger.amount
                OR captured <> CASE WHEN p.state = 'Settled' THEN p.amount ELSE 0 END
                OR (p.state IN ('Cancelled', 'Declined', 'Error') AND authorised > voided))`,
    },
    {
        name: 'a payment by a gateway has exactly one intent',
        exceptions: `
            SELECT p.id, p."transactionId", count(i.id) AS intents
              FROM payment p
              JOIN payment_method m ON m.code = p.method AND m.handler LIKE '%"efi-gateway"%'
              LEFT JOIN efi_payment_intent i ON i."paymentId" = p.id
             WHERE p.state IN ('Authorized', 'Settled') GROUP BY p.id HAVING count(i.id) <> 1`,
    },
    {
        name: 'refunds are the same in the shop and in the ledger',
        exceptions: `
            WITH ${LEDGER}
            SELECT ledger.*, r.total AS "refundedInShop"
              FROM ledger
              JOIN LATERAL (SELECT coalesce(sum(total), 0) AS total FROM refund
                             WHERE "paymentId" = ledger."paymentId" AND state = 'Settled') r ON true
             WHERE ledger.state = 'recorded' AND r.total <> ledger.refunded`,
    },
    {
        name: 'no operation is left open, and what succeeded arrived in the order',
        exceptions: `
            SELECT op.kind, op.state, op.amount, op.error, i."orderCode", i.state AS "intentState"
              FROM efi_payment_operation op JOIN efi_payment_intent i ON i.id = op."intentId"
             WHERE i.state <> 'action-required' AND (op.state IN ('pending', 'unknown')
                OR (i.state = 'recorded' AND op.kind IN ('capture', 'refund') AND op.state = 'succeeded'
                    AND op."claimedAt" IS NULL))`,
    },
    {
        name: 'stock is reserved only for orders that are being paid',
        exceptions: `
            SELECT o.code, o.state, r.quantity
              FROM efi_stock_reservation r LEFT JOIN "order" o ON o.id = r."orderId"
             WHERE o.state IS DISTINCT FROM 'ArrangingPayment'`,
    },
];

/** Transactions of the application that nobody works on any more. */
export const connectionInvariants: readonly Invariant[] = [
    {
        name: 'no transaction is left open',
        exceptions: `
            SELECT pid, application_name, state, now() - state_change AS since, left(query, 100) AS query
              FROM pg_stat_activity
             WHERE datname = current_database() AND state LIKE 'idle in transaction%'
               AND application_name LIKE 'efi%' AND now() - state_change > interval '1 second'`,
    },
];
