import { personalRows } from '@efi/plugin-kit';
import { TRACED } from '../../domain/origin';

/*
 * Which entries concern a person, as conditions of the registry. `efi_audit.forget` has them too: whoever changes one
 * makes the function anew in a migration.
 */

const OWN_ORDERS = 'SELECT o.id FROM "order" o WHERE o."customerId" = ANY(:customers)';
const OWN_PAYMENTS = `SELECT p.id FROM payment p WHERE p."orderId" IN (${OWN_ORDERS})`;

/** SQL for the ids of what belongs to the person, by what entries are about. */
const OWN: Readonly<Record<Exclude<(typeof TRACED)[number], 'User'>, string>> = {
    Customer: 'SELECT c.id FROM customer c WHERE c.id = ANY(:customers)',
    Order: OWN_ORDERS,
    Payment: OWN_PAYMENTS,
    Refund: `SELECT r.id FROM refund r WHERE r."paymentId" IN (${OWN_PAYMENTS})`,
};

const OWN_MOVEMENTS = `SELECT m.id FROM stock_movement m JOIN order_line l ON l.id = m."orderLineId"
    WHERE l."orderId" IN (${OWN_ORDERS})`;

/** Entries keep ids as texts. */
const isAmong = (text: string, ids: string) => `${text} IN (SELECT own.id::text FROM (${ids}) own)`;

const isAbout = (type: (typeof TRACED)[number]) =>
    `resource_type = '${type}' AND ${type === 'User' ? personalRows.ofUser('resource_id') : isAmong('resource_id', OWN[type])}`;

/**
 * What the person did signed in, and what was done without an account: with an order of theirs, with what they wrote
 * in as their e-mail address, or to get into their account.
 */
export const own = `actor_kind NOT IN ('administrator', 'machine-key') AND (${personalRows.ofUser('user_id')} OR actor_kind = 'anonymous' AND (
    ${TRACED.map(isAbout).join('\n    OR ')}
    OR ${isAmong(`detail ->> 'customerId'`, OWN.Customer)}
    OR action = 'move-stock' AND ${isAmong(`detail #>> '{movements,0,id}'`, OWN_MOVEMENTS)}))`;

/** What somebody said who did something to the person's account or orders, or named the person. */
export const about = `said IS NOT NULL AND (
    ${TRACED.map(isAbout).join('\n    OR ')}
    OR ${isAmong(`detail #>> '{args,input,customerId}'`, OWN.Customer)}
    OR ${isAmong(`detail #>> '{args,input,orderId}'`, OWN.Order)}
    OR ${personalRows.mentioning('said')})`;
