import type { Listing } from '../../domain/assessment';
import type { Policy } from '../../domain/policy';
import type { Signals } from '../../domain/signals';

/** How many attempts of a subject are remembered: its counts stop there. */
const MOST = 200;

const within = (window: string) => `count(*) FILTER (WHERE t > now() - interval '${window}')`;

/**
 * Counts the attempt by all its subjects and reads whatever the decision needs, in one round trip. Each subject has one
 * row, which the upsert locks: of attempts at the same time, each sees those before it, and none is lost. Rows are
 * taken in the order of their keys, so that two attempts never wait for one another.
 *
 * Run it outside of any transaction: its commit does not wait for the disk. Storing the decision does, and then what was
 * written before is there too.
 *
 * `$1` keys, `$2` their kinds, `$3` order, `$4` signed-in customer, `$5` the order's customer, `$6` channel,
 * `$7` e-mail, `$8` device, `$9` address, `$10` customer (pseudonyms), `$11` coupon codes, `$12` prefixes of gift
 * cards' SKUs, `$13` pseudonyms of the lists.
 */
export const COUNT_AND_READ = `
    WITH subject AS (
        SELECT key, kind FROM unnest($1::varchar[], $2::varchar[]) AS s(key, kind)
    ), touched AS (
        INSERT INTO efi_fraud_velocity AS v (key, attempts, declines, "seenAt")
        SELECT key, ARRAY[now()], '{}', now() FROM subject ORDER BY key
        ON CONFLICT (key) DO UPDATE
           SET attempts = (ARRAY[now()] || v.attempts)[1:${MOST}], "seenAt" = now()
        RETURNING key, attempts, declines
    ), velocity AS (
        SELECT kind,
               (SELECT json_build_array(${within('10 minutes')}, ${within('1 hour')}, ${within('24 hours')},
                                        ${within('7 days')}) FROM unnest(attempts) t) AS attempts,
               (SELECT json_build_array(${within('10 minutes')}, ${within('1 hour')}, ${within('24 hours')})
                  FROM unnest(declines) t) AS declines
          FROM touched JOIN subject USING (key)
    ), seen AS (
        SELECT json_build_object(
                   'cardsByDevice24h', count(DISTINCT "cardKey") FILTER (WHERE "deviceKey" = $8 AND "createdAt" > now() - interval '24 hours'),
                   'cardsByDevice7d', count(DISTINCT "cardKey") FILTER (WHERE "deviceKey" = $8),
                   'cardsByEmail24h', count(DISTINCT "cardKey") FILTER (WHERE "emailKey" = $7 AND "createdAt" > now() - interval '24 hours'),
                   'cardsByEmail7d', count(DISTINCT "cardKey") FILTER (WHERE "emailKey" = $7),
                   'otherEmailsByDevice7d', count(DISTINCT "emailKey") FILTER (WHERE "deviceKey" = $8 AND "emailKey" <> $7),
                   'otherEmailsByAddress7d', count(DISTINCT "emailKey") FILTER (WHERE "addressKey" = $9 AND "emailKey" <> $7),
                   'otherDevicesByEmail7d', count(DISTINCT "deviceKey") FILTER (WHERE "emailKey" = $7 AND "deviceKey" IS DISTINCT FROM $8),
                   'couponUsesByAddress7d', count(DISTINCT "orderId") FILTER (WHERE "addressKey" = $9 AND "couponCodes" && $11::varchar[] AND "orderId" <> $3),
                   'couponUsesByDevice7d', count(DISTINCT "orderId") FILTER (WHERE "deviceKey" = $8 AND "couponCodes" && $11::varchar[] AND "orderId" <> $3)
               ) AS seen
          FROM efi_fraud_decision
         WHERE "createdAt" > now() - interval '7 days'
           AND ("emailKey" = $7 OR "deviceKey" = $8 OR "addressKey" = $9)
    ), lines AS (
        SELECT json_build_object(
                   'pieces', coalesce(sum(l.quantity), 0), 'variants', count(*), 'most', coalesce(max(l.quantity), 0),
                   'giftCardShare', CASE WHEN cardinality($12::varchar[]) > 0 THEN coalesce(
                       sum(l.quantity * l."listPrice") FILTER (WHERE v.sku LIKE ANY ($12))
                       / nullif(sum(l.quantity * l."listPrice"), 0)::float8, 0) END
               ) AS lines
          FROM order_line l JOIN product_variant v ON v.id = l."productVariantId"
         WHERE l."orderId" = $3 AND l.quantity > 0
    ), history AS (
        SELECT json_build_object(
                   'orders', count(*), 'amounts', coalesce(json_agg(amount ORDER BY at DESC), '[]'),
                   'daysSinceLast', extract(epoch FROM now()::timestamp - max(at)) / 86400
               ) AS history
          FROM (SELECT "orderPlacedAt" AS at, "subTotalWithTax" + "shippingWithTax" AS amount FROM "order"
                 WHERE "customerId" = $5 AND id <> $3 AND "orderPlacedAt" IS NOT NULL AND state <> 'Cancelled'
                 ORDER BY "orderPlacedAt" DESC LIMIT ${MOST}) o
    ), account AS (
        SELECT json_build_object(
                   'ageDays', extract(epoch FROM now()::timestamp - c."createdAt") / 86400,
                   'daysSinceEmailChange', (
                       SELECT extract(epoch FROM now()::timestamp - max(h."createdAt")) / 86400 FROM history_entry h
                        WHERE h."customerId" = c.id AND h.type = 'CUSTOMER_EMAIL_UPDATE_VERIFIED'),
                   'daysSincePasswordChange', (
                       SELECT extract(epoch FROM now()::timestamp - max(h."createdAt")) / 86400 FROM history_entry h
                        WHERE h."customerId" = c.id
                          AND h.type IN ('CUSTOMER_PASSWORD_UPDATED', 'CUSTOMER_PASSWORD_RESET_VERIFIED')),
                   'isKnownDevice', EXISTS (
                       SELECT FROM efi_fraud_decision d WHERE d."customerKey" = $10 AND d."deviceKey" = $8)
               ) AS account
          FROM customer c WHERE c.id = $4
    )
    SELECT (SELECT json_object_agg(kind, json_build_object('attempts', attempts, 'declines', declines))
              FROM velocity) AS velocity,
           seen, lines, history, (SELECT account FROM account) AS account,
           (SELECT coalesce(array_agg(id ORDER BY code), '{}')
              FROM efi_fraud_rule WHERE enabled AND "retiredAt" IS NULL) AS "ruleIds",
           (SELECT policy FROM efi_fraud_policy WHERE "channelId" = $6 ORDER BY id DESC LIMIT 1) AS policy,
           (SELECT max(verdict) FROM efi_fraud_list_entry
             WHERE "channelId" = $6 AND key = ANY ($13::varchar[]) AND ("expiresAt" IS NULL OR "expiresAt" > now())) AS listing,
           (SELECT id FROM efi_fraud_model WHERE state = 'IN_PLACE') AS "modelId",
           set_config('synchronous_commit', 'off', true)
      FROM seen, lines, history`;

/** What {@link COUNT_AND_READ} gives. `listing`: "block" comes after "allow", so the greatest is the strictest. */
export interface CountedRow extends Signals {
    /** Of the rules in force, by their codes. */
    readonly ruleIds: readonly number[];
    readonly policy: Policy | null;
    readonly listing: NonNullable<Listing> | null;
    readonly modelId: number | null;
}
