import type { Invariant } from './invariant';

/** Variants whose stock is counted, with the threshold that holds for each. */
const COUNTED = `
    counted AS (
        SELECT v.id, v.sku,
               CASE WHEN v."useGlobalOutOfStockThreshold" THEN g."outOfStockThreshold" ELSE v."outOfStockThreshold" END AS threshold
          FROM product_variant v CROSS JOIN global_settings g
         WHERE v."trackInventory" = 'TRUE' OR (v."trackInventory" = 'INHERIT' AND g."trackInventory")
    )`;

/** What is allocated, by Vendure's movements: a sale is negative, the others are positive. */
const ALLOCATED = `CASE m.type WHEN 'ALLOCATION' THEN m.quantity WHEN 'RELEASE' THEN -m.quantity
                               WHEN 'SALE' THEN m.quantity ELSE 0 END`;

/** Goods are sold once, and every number says so. They hold on any Vendure shop. */
export const stockInvariants: readonly Invariant[] = [
    {
        name: 'no more is sold than there was',
        exceptions: `
            WITH ${COUNTED}
            SELECT c.sku, received.quantity AS received, sold.quantity AS sold
              FROM counted c
              JOIN LATERAL (SELECT coalesce(sum(m.quantity), 0) AS quantity FROM stock_movement m
                             WHERE m."productVariantId" = c.id AND m.type IN ('ADJUSTMENT', 'RETURN')) received ON true
              JOIN LATERAL (SELECT coalesce(sum(l.quantity), 0) AS quantity
                              FROM order_line l JOIN "order" o ON o.id = l."orderId"
                             WHERE l."productVariantId" = c.id AND o.type <> 'Seller'
                               AND o."orderPlacedAt" IS NOT NULL AND o.state <> 'Cancelled') sold ON true
             WHERE sold.quantity > received.quantity - c.threshold`,
    },
    {
        name: 'no location has more allocated than it holds',
        exceptions: `
            WITH ${COUNTED}
            SELECT c.sku, s."stockLocationId", s."stockOnHand", s."stockAllocated"
              FROM stock_level s JOIN counted c ON c.id = s."productVariantId"
             WHERE c.threshold >= 0 AND s."stockAllocated" > s."stockOnHand"`,
    },
    {
        name: 'no level is negative',
        exceptions: `
            WITH ${COUNTED}
            SELECT c.sku, s."stockLocationId", s."stockOnHand", s."stockAllocated"
              FROM stock_level s JOIN counted c ON c.id = s."productVariantId"
             WHERE s."stockAllocated" < 0 OR (c.threshold >= 0 AND s."stockOnHand" < 0)`,
    },
    {
        name: 'each level is the sum of its movements',
        exceptions: `
            WITH ${COUNTED}
            SELECT c.sku, s."stockLocationId", s."stockOnHand", s."stockAllocated", moved.*
              FROM stock_level s
              JOIN counted c ON c.id = s."productVariantId"
              JOIN LATERAL (
                    SELECT coalesce(sum(${ALLOCATED}), 0) AS allocated,
                           coalesce(sum(m.quantity) FILTER (
                                WHERE m.type IN ('ADJUSTMENT', 'SALE', 'CANCELLATION', 'RETURN')), 0) AS "onHand"
                      FROM stock_movement m
                     WHERE m."productVariantId" = s."productVariantId" AND m."stockLocationId" = s."stockLocationId"
                   ) moved ON true
             WHERE s."stockAllocated" <> moved.allocated OR s."stockOnHand" <> moved."onHand"`,
    },
    {
        name: 'each line of a placed order has its goods, and no other line has any',
        exceptions: `
            WITH ${COUNTED}
            SELECT o.code, o.state, c.sku, l.quantity, held.quantity AS held
              FROM order_line l
              JOIN "order" o ON o.id = l."orderId"
              JOIN counted c ON c.id = l."productVariantId"
              JOIN LATERAL (
                    SELECT coalesce(sum(CASE m.type WHEN 'ALLOCATION' THEN m.quantity
                                        WHEN 'RELEASE' THEN -m.quantity WHEN 'CANCELLATION' THEN -m.quantity
                                        ELSE 0 END), 0) AS quantity
                      FROM stock_movement m WHERE m."orderLineId" = l.id
                   ) held ON true
             WHERE o.type <> 'Seller'
               AND held.quantity <> CASE WHEN o."orderPlacedAt" IS NULL THEN 0 ELSE l.quantity END`,
    },
];
