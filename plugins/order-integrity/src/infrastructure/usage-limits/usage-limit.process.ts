import { metrics } from '@efi/plugin-kit';
import {
    I18nService,
    type Injector,
    type OrderProcess,
    Promotion,
    type RequestContext,
    TransactionalConnection,
    TranslatorService,
} from '@vendure/core';
import { In } from 'typeorm';
import { ClaimLimitedPromotions } from '../../application/claim-limited-promotions';
import type { LimitedPromotion } from '../../domain/usage-limit';
import { usageLimitMessages } from '../../messages/usage-limit-messages';

/**
 * The step of the order process at which an order gets its limited promotions for good. Refused, the order stays
 * where it was, without what is used up and with its new price, and the shopper is told.
 */
export class UsageLimitProcess implements OrderProcess<never> {
    private claim!: ClaimLimitedPromotions;
    private connection!: TransactionalConnection;
    private translator!: TranslatorService;

    init(injector: Injector): void {
        this.claim = injector.get(ClaimLimitedPromotions);
        this.connection = injector.get(TransactionalConnection);
        this.translator = injector.get(TranslatorService);
        for (const [language, messages] of Object.entries(usageLimitMessages)) {
            injector.get(I18nService).addTranslation(language, { message: messages });
        }
    }

    onTransitionStart: OrderProcess<never>['onTransitionStart'] = async (_from, to, { ctx, order }) => {
        if (to !== 'ArrangingPayment') {
            return;
        }
        const usedUp = await this.claim.run(ctx, order.id);
        if (usedUp.length === 0) {
            return;
        }
        metrics()
            .counter(
                'efi_usage_limit_refusals_total',
                'Orders that came to payment with a promotion that others had used up.',
            )
            .increment();
        return ctx.translate('message.efi-promotion-used-up', { promotions: await this.name(ctx, usedUp) });
    };

    /** As the shopper knows them: the coupon that was entered, else the promotion's name. */
    private async name(ctx: RequestContext, usedUp: readonly LimitedPromotion[]): Promise<string> {
        const promotions = await this.connection
            .getRepository(ctx, Promotion)
            .find({ where: { id: In(usedUp.map(({ id }) => id)) }, relations: { translations: true } });
        return promotions
            .map(promotion => promotion.couponCode || this.translator.translate(promotion, ctx).name)
            .join(', ');
    }
}
