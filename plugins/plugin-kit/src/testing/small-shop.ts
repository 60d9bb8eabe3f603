import { dummyPaymentHandler, type InitialData, LanguageCode } from '@vendure/core';
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * The least that a shop needs to sell: one country with 20 % tax, one way to deliver for 5.00 net, one to pay that
 * settles at once, and the products of {@link smallShopProducts}. Prices are net. The configuration needs
 * `dummyPaymentHandler` among its payment method handlers.
 */
export const smallShop: InitialData = {
    defaultLanguage: LanguageCode.en,
    defaultZone: 'Europe',
    countries: [{ name: 'Austria', code: 'AT', zone: 'Europe' }],
    taxRates: [{ name: 'Standard Tax', percentage: 20 }],
    shippingMethods: [{ name: 'Standard Delivery', price: 500, taxRate: 20 }],
    paymentMethods: [
        {
            name: 'Card',
            handler: {
                code: dummyPaymentHandler.code,
                arguments: [{ name: 'automaticSettle', value: 'true' }],
            },
        },
    ],
    collections: [],
};

/** Writes the shop's products to a file, and returns its path: lamp (10.00), chair (80.00), rug (40.00 and 60.00). */
export function smallShopProducts(): string {
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'efi-test-shop-')), 'products.csv');
    writeFileSync(
        file,
        [
            'name,slug,description,assets,facets,optionGroups,optionValues,sku,price,taxCategory,stockOnHand,trackInventory,variantAssets,variantFacets',
            'Lamp,lamp,,,,,,LAMP,10.00,standard,100,false,,',
            'Chair,chair,,,,,,CHAIR,80.00,standard,100,false,,',
            'Rug,rug,,,,size,small,RUG-S,40.00,standard,100,false,,',
            ',,,,,,large,RUG-L,60.00,standard,100,false,,',
        ].join('\n'),
    );
    return file;
}
