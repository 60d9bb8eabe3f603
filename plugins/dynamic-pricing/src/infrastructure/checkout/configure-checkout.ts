import type { RuntimeVendureConfig } from '@vendure/core';
import { addOfferField } from '../stored-offer';
import { FrozenPriceCalculationStrategy } from './frozen-price-calculation.strategy';
import { OfferPriceCalculationStrategy } from './offer-price-calculation.strategy';
import { PriceAtPaymentProcess } from './price-at-payment.process';

/** Puts the engine's offers between Vendure's prices and the shop's own strategies, which stay in use. */
export function configureCheckout(config: RuntimeVendureConfig): RuntimeVendureConfig {
    addOfferField(config);
    const { catalogOptions, orderOptions } = config;
    catalogOptions.productVariantPriceCalculationStrategy = new OfferPriceCalculationStrategy(
        catalogOptions.productVariantPriceCalculationStrategy,
    );
    orderOptions.orderItemPriceCalculationStrategy = new FrozenPriceCalculationStrategy(
        orderOptions.orderItemPriceCalculationStrategy,
    );
    orderOptions.process = [...orderOptions.process, new PriceAtPaymentProcess()];
    return config;
}
