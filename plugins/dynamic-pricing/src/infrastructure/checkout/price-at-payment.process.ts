import { metrics } from '@efi/plugin-kit';
import { I18nService, type Injector, type OrderProcess } from '@vendure/core';
import { priceMessages } from '../../messages/price-messages';
import { DecidePrices } from './decide-prices';

/**
 * The step of the order process at which an order gets its prices for good. When they are others than the cart has,
 * the cart is priced anew and the order stays where it was: nobody pays a price that they did not see.
 */
export class PriceAtPaymentProcess implements OrderProcess<never> {
    private prices!: DecidePrices;

    init(injector: Injector): void {
        this.prices = injector.get(DecidePrices);
        for (const [language, messages] of Object.entries(priceMessages)) {
            injector.get(I18nService).addTranslation(language, { message: messages });
        }
    }

    onTransitionStart: OrderProcess<never>['onTransitionStart'] = async (_from, to, { ctx, order }) => {
        if (to !== 'ArrangingPayment' || (await this.prices.decide(ctx, order)) === 'as-in-cart') {
            return;
        }
        metrics()
            .counter(
                'efi_price_changes_at_payment_total',
                'Orders that came to payment with other prices than those in force, and were shown the new ones.',
            )
            .increment();
        return ctx.translate('message.efi-price-changed');
    };
}
