import { Injectable } from '@nestjs/common';
import {
    ConfigService,
    type Order,
    OrderService,
    Promotion,
    PromotionService,
    type RequestContext,
    TransactionalConnection,
} from '@vendure/core';
import { couponState, type CouponState, type UnmetCondition } from '../../domain/coupon-state';

type CouponOfOrder = { readonly code: string } & (CouponState | { readonly state: 'APPLIED' });

/** What becomes of the coupon codes that an order has. */
@Injectable()
export class OrderCoupons {
    constructor(
        private readonly connection: TransactionalConnection,
        private readonly orders: OrderService,
        private readonly promotions: PromotionService,
        private readonly config: ConfigService,
    ) {}

    async of(ctx: RequestContext, { id, couponCodes }: Order): Promise<CouponOfOrder[]> {
        const order = couponCodes.length > 0 ? await this.orders.findOne(ctx, id) : undefined;
        if (!order) {
            return [];
        }
        const [promotions, applied] = await Promise.all([
            this.promotionsOf(ctx, couponCodes),
            this.promotions.getActivePromotionsOnOrder(ctx, id),
        ]);
        return Promise.all(
            couponCodes.map(async code => {
                const promotion = promotions.find(each => isSame(each.couponCode, code));
                if (applied.some(({ couponCode }) => isSame(couponCode, code))) {
                    return { code, state: 'APPLIED' as const };
                }
                return { code, ...(await this.stateOf(ctx, order, promotion)) };
            }),
        );
    }

    private promotionsOf(ctx: RequestContext, codes: readonly string[]): Promise<Promotion[]> {
        return this.connection
            .getRepository(ctx, Promotion)
            .createQueryBuilder('promotion')
            .innerJoin('promotion.channels', 'channel', 'channel.id = :channelId', {
                channelId: ctx.channelId,
            })
            .where('LOWER(promotion.couponCode) IN (:...codes)', {
                codes: codes.map(code => code.toLowerCase()),
            })
            .andWhere('promotion.enabled AND promotion.deletedAt IS NULL')
            .getMany();
    }

    private async stateOf(
        ctx: RequestContext,
        order: Order,
        promotion: Promotion | undefined,
    ): Promise<CouponState> {
        if (!promotion) {
            return { state: 'ENDED' };
        }
        const { startsAt, endsAt } = promotion;
        const unmet = await this.unmetOf(ctx, order, promotion);
        const subtotal = { net: order.subTotal, withTax: order.subTotalWithTax };
        return couponState({ startsAt, endsAt, unmet }, subtotal, new Date());
    }

    private async unmetOf(
        ctx: RequestContext,
        order: Order,
        promotion: Promotion,
    ): Promise<UnmetCondition[]> {
        const unmet: UnmetCondition[] = [];
        for (const { code, args } of promotion.conditions) {
            const condition = this.config.promotionOptions.promotionConditions?.find(
                each => each.code === code,
            );
            if (!(await condition?.check(ctx, order, args, promotion))) {
                unmet.push({ code, args });
            }
        }
        return unmet;
    }
}

/** As Vendure compares them. */
function isSame(a: string | null, b: string): boolean {
    return a?.toLowerCase() === b.toLowerCase();
}
