import { PersonalData } from '@efi/plugin-kit';
import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { OrderVatNumberResolver } from './api/order-vat-number.resolver';
import { adminSchema, shopSchema } from './api/schema';
import { SetVatNumberResultResolver, VatNumberShopResolver } from './api/vat-number-shop.resolver';
import { personalData } from './personal-data';
import { addVatNumberField } from './vat-number-field';
import { VatNumberMessages } from './vat-number.messages';

/**
 * Keeps the VAT number of the company that an order is for, once its form and check digits are right. Needs
 * `vatNumberMigrations` among the application's migrations. Prices and taxes stay as they are.
 */
@PersonalData(personalData)
@VendurePlugin({
    imports: [PluginCommonModule],
    providers: [VatNumberMessages],
    shopApiExtensions: {
        schema: shopSchema,
        resolvers: [OrderVatNumberResolver, VatNumberShopResolver, SetVatNumberResultResolver],
    },
    adminApiExtensions: { schema: adminSchema, resolvers: [OrderVatNumberResolver] },
    configuration: config => {
        addVatNumberField(config);
        return config;
    },
    // Has to be a literal: the Dashboard's build reads it, from here as well as from dist.
    dashboard: '../src/dashboard/index.tsx',
    compatibility: '^3.7.0',
})
export class VatNumberPlugin {
    static init(): Type<VatNumberPlugin> {
        return VatNumberPlugin;
    }
}
