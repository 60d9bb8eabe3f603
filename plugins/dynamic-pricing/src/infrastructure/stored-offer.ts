import type { ProductVariantPrice, RuntimeVendureConfig } from '@vendure/core';
import { readOffer, type StoredPrice } from '../domain/schedule/offer';

/** The column of Vendure's price rows in which the engine's offer is. */
export const OFFER = '"customFieldsEfioffer"';

const name = 'efiOffer';

/**
 * Adds the offer to Vendure's prices. It travels in the row that is read anyway, so that it costs no query, and
 * whoever sees the price sees how long it holds. No API shows it.
 */
export function addOfferField(config: RuntimeVendureConfig): void {
    const fields = (config.customFields.ProductVariantPrice ??= []);
    if (fields.some(field => field.name === name)) {
        return;
    }
    fields.push({
        name,
        type: 'struct',
        internal: true,
        fields: [
            { name: 'list', type: 'int' },
            { name: 'price', type: 'int' },
            { name: 'from', type: 'float' },
            { name: 'until', type: 'float' },
            { name: 'isSale', type: 'boolean' },
            { name: 'ruleId', type: 'int' },
        ],
    });
}

/** A price of Vendure's as the domain knows it. */
export function storedPrice({ price, customFields }: ProductVariantPrice): StoredPrice {
    const fields = customFields as Record<string, unknown> | undefined;
    return { price, offer: readOffer(fields?.[name]) };
}
