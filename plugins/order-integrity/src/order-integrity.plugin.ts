import { PersonalData } from '@efi/plugin-kit';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { concatAST } from 'graphql';
import { ArrangeOrderResolver, ArrangeOrderResultResolver } from './api/arrange-order.resolver';
import { arrangeShopSchema } from './api/arrange-schema';
import { couponShopSchema } from './api/coupon-schema';
import { CouponShopResolver } from './api/coupon-shop.resolver';
import {
    StockReservationAdminResolver,
    StockReservationVariantResolver,
} from './api/stock-reservation-admin.resolver';
import { stockAdminSchema, stockShopSchema } from './api/stock-schema';
import { StockShortfallShopResolver } from './api/stock-shortfall-shop.resolver';
import { TransactionRetryInterceptor } from './api/transaction-retry.interceptor';
import { configureUsageLimits, orderProviders } from './infrastructure/order.providers';
import { configureStock, stockProviders } from './infrastructure/stock/stock.providers';
import { StockReservation } from './infrastructure/stock/stock-reservation.entity';
import {
    ORDER_INTEGRITY_OPTIONS,
    type OrderIntegrityOptions,
    resolveOptions,
} from './order-integrity.options';
import { personalData } from './personal-data';

/**
 * Orders whose changes do not overtake each other, and stock that is sold once. Needs `orderIntegrityMigrations`
 * among the application's migrations.
 */
@PersonalData(personalData)
@VendurePlugin({
    imports: [PluginCommonModule],
    entities: [StockReservation],
    providers: [
        {
            provide: ORDER_INTEGRITY_OPTIONS,
            useFactory: () => resolveOptions(OrderIntegrityPlugin.options),
        },
        ...orderProviders,
        ...stockProviders,
        { provide: APP_INTERCEPTOR, useClass: TransactionRetryInterceptor },
    ],
    shopApiExtensions: {
        schema: concatAST([stockShopSchema, arrangeShopSchema, couponShopSchema]),
        resolvers: [
            StockShortfallShopResolver,
            ArrangeOrderResolver,
            ArrangeOrderResultResolver,
            CouponShopResolver,
        ],
    },
    adminApiExtensions: {
        schema: stockAdminSchema,
        resolvers: [StockReservationAdminResolver, StockReservationVariantResolver],
    },
    configuration: config => configureStock(configureUsageLimits(config)),
    compatibility: '^3.7.0',
})
export class OrderIntegrityPlugin {
    static options: OrderIntegrityOptions = {};

    static init(options: OrderIntegrityOptions = {}): Type<OrderIntegrityPlugin> {
        OrderIntegrityPlugin.options = options;
        return OrderIntegrityPlugin;
    }
}
