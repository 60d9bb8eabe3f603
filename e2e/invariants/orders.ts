import type { Invariant } from './invariant';

/** The sums of an order's payments and refunds. */
const SUMS = `
    sums AS (
        SELECT o.id, o.code, o.state, o.type, o."orderPlacedAt", o."subTotalWithTax" + o."shippingWithTax" AS total,
               coalesce(sum(p.amount) FILTER (WHERE p.state = 'Settled'), 0) AS settled,
               coalesce(sum(p.amount) FILTER (WHERE p.state IN ('Settled', 'Authorized')), 0) AS covered,
               coalesce(sum(r.total), 0) AS refunded
          FROM "order" o
          LEFT JOIN payment p ON p."orderId" = o.id
          LEFT JOIN LATERAL (SELECT sum(r.total) AS total FROM refund r
                              WHERE r."paymentId" = p.id AND r.state = 'Settled') r ON true
         GROUP BY o.id
    )`;

const PAID = `('PaymentSettled', 'PartiallyShipped', 'Shipped', 'PartiallyDelivered', 'Delivered')`;

/** What Vendure's own tables say about money and limits. They hold on any Vendure shop. */
export const orderInvariants: readonly Invariant[] = [
    {
        name: 'a paid order was paid its total, once',
        exceptions: `
            WITH ${SUMS}
            SELECT * FROM sums
             WHERE type <> 'Seller' AND state IN ${PAID} AND (settled < total OR settled - refunded > total)`,
    },
    {
        name: 'an authorised order has its total authorised, once',
        exceptions: `
            WITH ${SUMS}
            SELECT * FROM sums WHERE type <> 'Seller' AND state = 'PaymentAuthorized' AND covered <> total`,
    },
    {
        name: 'an order that has its money is placed',
        exceptions: `
            WITH ${SUMS} SELECT * FROM sums WHERE "orderPlacedAt" IS NULL AND covered >= total AND total > 0`,
    },
    {
        name: 'no payment gives back more than it took',
        exceptions: `
            SELECT p.id, p.amount, sum(r.total) AS refunded
              FROM payment p JOIN refund r ON r."paymentId" = p.id AND r.state IN ('Settled', 'Pending')
             GROUP BY p.id HAVING sum(r.total) > p.amount OR p.state <> 'Settled'`,
    },
    {
        name: 'no payment of the provider counts for two',
        exceptions: `
            SELECT "transactionId", count(*) AS payments FROM payment
             WHERE "transactionId" IS NOT NULL GROUP BY "transactionId" HAVING count(*) > 1`,
    },
    {
        name: 'no promotion is used more often than it may be',
        exceptions: `
            SELECT pr."couponCode", pr."usageLimit", count(*) AS used
              FROM promotion pr
              JOIN order_promotions_promotion op ON op."promotionId" = pr.id
              JOIN "order" o ON o.id = op."orderId"
             WHERE pr."usageLimit" IS NOT NULL AND o."orderPlacedAt" IS NOT NULL AND o.state <> 'Cancelled'
               AND o.type <> 'Seller'
             GROUP BY pr.id HAVING count(*) > pr."usageLimit"`,
    },
    {
        name: 'no customer uses a promotion more often than they may',
        exceptions: `
            SELECT pr."couponCode", o."customerId", count(*) AS used
              FROM promotion pr
              JOIN order_promotions_promotion op ON op."promotionId" = pr.id
              JOIN "order" o ON o.id = op."orderId"
             WHERE pr."perCustomerUsageLimit" IS NOT NULL AND o."orderPlacedAt" IS NOT NULL
               AND o.state <> 'Cancelled' AND o.type <> 'Seller'
             GROUP BY pr.id, o."customerId" HAVING count(*) > pr."perCustomerUsageLimit"`,
    },
    {
        name: 'nobody who has an account has two active orders',
        exceptions: `
            SELECT o."customerId", count(*) AS orders
              FROM "order" o JOIN customer c ON c.id = o."customerId" AND c."userId" IS NOT NULL
             WHERE o.active GROUP BY o."customerId" HAVING count(*) > 1`,
    },
];
