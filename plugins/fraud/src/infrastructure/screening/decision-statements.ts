/** The columns of a new decision, in the order of the parameters of {@link INSERT_DECISION}. */
export const DECISION_COLUMNS = [
    'intentId',
    'channelId',
    'orderId',
    'orderCode',
    'amount',
    'currency',
    'basis',
    'probability',
    'score',
    'verdict',
    'applied',
    'factors',
    'features',
    'rules',
    'fired',
    'policy',
    'listing',
    'modelId',
    'keys',
    'customerKey',
    'emailKey',
    'addressKey',
    'deviceKey',
    'cardKey',
    'isCapturedAtOnce',
    'couponCodes',
    'billingCountry',
    'shippingCountry',
    'networkCountry',
    'outcome',
    'reviewState',
    'reviewDueAt',
] as const;

const columns = DECISION_COLUMNS.map(name => `"${name}"`).join(', ');
const parameters = DECISION_COLUMNS.map((_, index) => `$${index + 1}`).join(', ');

/** An answer that came too late does not take the place of the one that was given without it. */
export const INSERT_DECISION = `
    INSERT INTO efi_fraud_decision (${columns}) VALUES (${parameters}) ON CONFLICT ("intentId") DO NOTHING`;

/** What was decided without a score is what was done, whatever the scoring came to afterwards. */
export const INSERT_UNSCORED = `
    INSERT INTO efi_fraud_decision (${columns}) VALUES (${parameters})
    ON CONFLICT ("intentId") DO UPDATE
       SET ${['basis', 'probability', 'score', 'verdict', 'applied', 'factors', 'rules', 'fired', 'outcome', 'reviewState', 'reviewDueAt'].map(name => `"${name}" = excluded."${name}"`).join(', ')}`;

/**
 * What the provider answered: closes the review of what was not paid, and counts a decline by all subjects and the
 * card, which is known only now. What was blocked was nobody's decline. `$1` intent, `$2` outcome, `$3` the card's pseudonym, `$4` its country.
 */
export const NOTE_OUTCOME = `
    WITH decided AS (
        UPDATE efi_fraud_decision
           SET outcome = $2::varchar, "cardKey" = coalesce($3::varchar, "cardKey"), "cardCountry" = coalesce($4::varchar, "cardCountry"),
               "reviewState" = CASE WHEN $2::varchar = 'authorised' THEN "reviewState" END,
               "reviewDueAt" = CASE WHEN $2::varchar = 'authorised' THEN "reviewDueAt" END, "updatedAt" = now()
         WHERE "intentId" = $1 AND outcome IS DISTINCT FROM 'blocked' RETURNING keys
    )
    INSERT INTO efi_fraud_velocity AS v (key, attempts, declines, "seenAt")
    SELECT key, ARRAY[now()], CASE WHEN $2::varchar = 'declined' THEN ARRAY[now()] ELSE '{}'::timestamptz[] END, now()
      FROM (SELECT value AS key FROM decided, jsonb_each_text(decided.keys)
             WHERE $2::varchar = 'declined' AND key <> 'card'
             UNION SELECT $3::varchar WHERE $3::varchar IS NOT NULL) k
     ORDER BY key
    ON CONFLICT (key) DO UPDATE
       SET declines = (excluded.declines || v.declines)[1:200],
           attempts = CASE WHEN v.key = $3::varchar THEN (ARRAY[now()] || v.attempts)[1:200] ELSE v.attempts END,
           "seenAt" = now()`;

/** Money that went back, or is disputed, says what the payment was. A person's word is not overruled by a refund. */
export const NOTE_LABEL = `
    UPDATE efi_fraud_decision
       SET label = $2::varchar, "labelledBy" = $3::varchar, "updatedAt" = now()
     WHERE "intentId" = $1 AND ($3::varchar = 'dispute' OR label IS NULL)
    RETURNING verdict`;

/** Whether a review of the order is open, whose payment was not declined. */
export const IS_HELD = `
    SELECT 1 AS held FROM efi_fraud_decision
     WHERE "orderId" = $1 AND "reviewState" = 'open' AND coalesce(outcome, '') NOT IN ('declined', 'failed') LIMIT 1`;
