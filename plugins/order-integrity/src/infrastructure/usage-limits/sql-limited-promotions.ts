import { asSystem, queryPrepared } from '@efi/plugin-kit';
import { Injectable } from '@nestjs/common';
import {
    type ID,
    Order,
    OrderService,
    Promotion,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import type { LimitedPromotions } from '../../application/ports/limited-promotions.port';
import type { LimitedPromotion, PromotionUses } from '../../domain/usage-limit';

const COLUMNS = 'p.id, p."couponCode", p."usageLimit", p."perCustomerUsageLimit"';
const IS_LIMITED = '(p."usageLimit" IS NOT NULL OR p."perCustomerUsageLimit" IS NOT NULL)';
/** Sorted, so that two orders with the same promotions do not wait for each other. */
const LOCK = 'ORDER BY p.id FOR NO KEY UPDATE OF p';
/** Past the cart: being paid, or placed and changed by an administrator. What it takes now, it keeps. */
const IS_PAST_CART = `state NOT IN ('Created', 'AddingItems', 'Draft')`;

/** Placed and not cancelled, or being paid. An order and the parts of it that sellers have are one use. */
const USES = `
    SELECT op."promotionId" AS id, count(*)::int AS total,
           (count(*) FILTER (WHERE o."customerId" = $3))::int AS "byCustomer"
      FROM order_promotions_promotion op
      JOIN "order" o ON o.id = op."orderId"
     WHERE op."promotionId" = ANY($1) AND NOT o.id = ANY($2) AND o.type <> 'Seller'
       AND (o.state = 'ArrangingPayment' OR (NOT o.active AND o.state NOT IN ('Cancelled', 'Draft')))
     GROUP BY 1`;

@Injectable()
export class SqlLimitedPromotions implements LimitedPromotions {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly orderService: OrderService,
    ) {}

    lockOnOrder(ctx: RequestContext, orderId: ID): Promise<LimitedPromotion[]> {
        return this.query(
            ctx,
            `SELECT ${COLUMNS} FROM promotion p
               JOIN order_promotions_promotion op ON op."promotionId" = p.id
              WHERE op."orderId" = $1 AND ${IS_LIMITED} ${LOCK}`,
            [orderId],
        );
    }

    /** Locks the promotions with these ids, when one of the orders is past the cart. */
    async lockForOrdersPastCart(
        ctx: RequestContext,
        promotionIds: readonly ID[],
        orderIds: readonly ID[],
    ): Promise<void> {
        await this.query(
            ctx,
            `SELECT p.id FROM promotion p
              WHERE p.id = ANY($1) AND EXISTS (SELECT FROM "order" WHERE id = ANY($2) AND ${IS_PAST_CART}) ${LOCK}`,
            [promotionIds, orderIds],
        );
    }

    /** Locks the limited promotions with this coupon, when one of the orders is past the cart. */
    async lockCouponForOrdersPastCart(
        ctx: RequestContext,
        couponCode: string,
        orderIds: readonly ID[],
    ): Promise<void> {
        await this.query(
            ctx,
            `SELECT p.id FROM promotion p
              WHERE lower(p."couponCode") = lower($1) AND p."deletedAt" IS NULL AND ${IS_LIMITED}
                AND EXISTS (SELECT FROM "order" WHERE id = ANY($2) AND ${IS_PAST_CART}) ${LOCK}`,
            [couponCode, orderIds],
        );
    }

    async usesByOthers(
        ctx: RequestContext,
        promotions: readonly LimitedPromotion[],
        orderId: ID,
    ): Promise<ReadonlyMap<number, PromotionUses>> {
        const [order] = await this.query<{ customerId: number | null }>(
            ctx,
            'SELECT "customerId" FROM "order" WHERE id = $1',
            [orderId],
        );
        return this.countUses(
            ctx,
            promotions.map(({ id }) => id),
            [orderId],
            order?.customerId ?? undefined,
        );
    }

    /** How often orders other than those use each of the promotions, by the promotion's id. */
    async countUses(
        ctx: RequestContext,
        promotionIds: readonly ID[],
        exceptOrderIds: readonly ID[],
        customerId: ID | undefined,
    ): Promise<ReadonlyMap<number, PromotionUses>> {
        const parameters = [promotionIds, exceptOrderIds, customerId ?? null];
        const rows = await asSystem(() => this.query<PromotionUses & { id: number }>(ctx, USES, parameters));
        return new Map(rows.map(({ id, total, byCustomer }) => [id, { total, byCustomer }]));
    }

    async takeOff(ctx: RequestContext, promotions: readonly LimitedPromotion[], orderId: ID): Promise<void> {
        const order = await this.connection.getEntityOrThrow(ctx, Order, orderId);
        // A copy, because Vendure remembers per context which promotions are used up. In the order's currency,
        // because pricing an order in another one changes it.
        const fresh = Object.assign(ctx.copy(), { _currencyCode: order.currencyCode });
        const coupons = promotions.flatMap(({ couponCode }) => couponCode || []);
        for (const coupon of coupons) {
            await this.orderService.removeCouponCode(fresh, orderId, coupon);
        }
        if (coupons.length === 0) {
            const full = await this.orderService.findOne(fresh, orderId);
            if (full) {
                await this.orderService.applyPriceAdjustments(fresh, full);
            }
        }
    }

    private query<Row = LimitedPromotion>(
        ctx: RequestContext,
        text: string,
        parameters: unknown[],
    ): Promise<Row[]> {
        return queryPrepared(this.connection.getRepository(ctx, Promotion).manager, text, parameters);
    }
}
