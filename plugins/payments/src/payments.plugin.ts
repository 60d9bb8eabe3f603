import { PersonalData } from '@efi/plugin-kit';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { I18nService, PluginCommonModule, type Type, VendurePlugin } from '@vendure/core';
import { concatAST } from 'graphql';
import { AddPaymentInterceptor } from './api/add-payment.interceptor';
import { CaptureAdminResolver, CaptureResultResolver } from './api/capture-admin.resolver';
import { captureSchema } from './api/capture-schema';
import { messages } from './api/messages';
import { operationsSchema } from './api/operations-schema';
import { PaymentMethodQuoteResolver } from './api/payment-method-quote.resolver';
import { PaymentShopResolver } from './api/payment-shop.resolver';
import { SavedMethodsResolver } from './api/saved-methods.resolver';
import { quarantineMessages } from './api/quarantine-messages';
import { savedMethodsSchema } from './api/saved-methods-schema';
import { historySchema, shopSchema } from './api/shop-schema';
import { WebhookController } from './api/webhook.controller';
import { GatewayRegistry } from './application/ports/gateway-registry.port';
import { IntentStore } from './application/ports/intent-store.port';
import { OrderPayments } from './application/ports/order-payments.port';
import { PaymentCustomers } from './application/ports/payment-customers.port';
import { ProviderCalls } from './application/ports/provider-calls.port';
import { Screening } from './application/ports/screening.port';
import { ConfiguredGateways } from './infrastructure/configured-gateways';
import { CustomerMethodsService } from './infrastructure/customer-methods.service';
import { EfiPaymentLedgerEntry } from './infrastructure/entities/ledger-entry.entity';
import { EfiPaymentCustomer } from './infrastructure/entities/payment-customer.entity';
import { EfiPaymentIntent } from './infrastructure/entities/payment-intent.entity';
import { EfiPaymentOperation } from './infrastructure/entities/payment-operation.entity';
import { GatewayHealthService } from './infrastructure/gateway-health.service';
import { gatewayPaymentHandler } from './infrastructure/gateway-payment-handler';
import { GatewayPayments } from './infrastructure/gateway-payments.service';
import { IntentAnnouncer } from './infrastructure/intent-announcer';
import { IntentDatabase } from './infrastructure/intent-database';
import { PayableOrderService } from './infrastructure/payable-order.service';
import { PaymentContextService } from './infrastructure/payment-context.service';
import {
    paymentInProgressProcess,
    pendingRefundProcess,
    recordIntentProcess,
} from './infrastructure/payment-processes';
import { PaymentRequestFactory } from './infrastructure/payment-request.factory';
import { PaymentResolver } from './infrastructure/payment-resolver.service';
import { ProviderCallMetrics } from './infrastructure/provider-call-metrics';
import { ResilientProviderCalls } from './infrastructure/resilient-provider-calls';
import { SharedScreening } from './infrastructure/shared-screening';
import { ShopPrecision } from './infrastructure/shop-precision';
import { SqlIntentStore } from './infrastructure/sql-intent-store';
import { SqlPaymentCustomers } from './infrastructure/sql-payment-customers';
import { VendureOrderPayments } from './infrastructure/vendure-order-payments';
import {
    configureOperations,
    operationsEntities,
    operationsProviders,
    operationsResolvers,
} from './operations';
import {
    PAYMENTS_OPTIONS,
    type PaymentsOptions,
    type ResolvedPaymentsOptions,
    resolveOptions,
} from './payments.options';
import { useCases } from './use-cases';
import { personalData } from './personal-data';

/**
 * Payments that neither lose money nor take it twice. Needs `paymentsMigrations` among the application's migrations.
 */
@PersonalData(personalData)
@VendurePlugin({
    imports: [PluginCommonModule],
    entities: [
        EfiPaymentIntent,
        EfiPaymentOperation,
        EfiPaymentLedgerEntry,
        EfiPaymentCustomer,
        ...operationsEntities,
    ],
    controllers: [WebhookController],
    providers: [
        { provide: PAYMENTS_OPTIONS, useFactory: () => resolveOptions(PaymentsPlugin.options) },
        {
            provide: ProviderCalls,
            inject: [PAYMENTS_OPTIONS, GatewayHealthService],
            useFactory: ({ calls }: ResolvedPaymentsOptions, health: GatewayHealthService) =>
                new ResilientProviderCalls(calls, [new ProviderCallMetrics(), health]),
        },
        {
            provide: GatewayRegistry,
            inject: [PAYMENTS_OPTIONS, ProviderCalls],
            useFactory: ({ gateways, route }: ResolvedPaymentsOptions, providerCalls: ProviderCalls) =>
                new ConfiguredGateways(gateways, providerCalls, route),
        },
        ...operationsProviders,
        IntentDatabase,
        SharedScreening,
        { provide: Screening, useExisting: SharedScreening },
        IntentAnnouncer,
        SqlIntentStore,
        { provide: IntentStore, useExisting: SqlIntentStore },
        { provide: PaymentCustomers, useClass: SqlPaymentCustomers },
        CustomerMethodsService,
        ShopPrecision,
        PaymentContextService,
        { provide: OrderPayments, useClass: VendureOrderPayments },
        PaymentRequestFactory,
        PayableOrderService,
        GatewayPayments,
        ...useCases,
        PaymentResolver,
        { provide: APP_INTERCEPTOR, useClass: AddPaymentInterceptor },
    ],
    shopApiExtensions: {
        schema: concatAST([shopSchema, historySchema, savedMethodsSchema]),
        resolvers: [PaymentShopResolver, PaymentMethodQuoteResolver, SavedMethodsResolver],
    },
    adminApiExtensions: {
        schema: concatAST([operationsSchema, captureSchema, historySchema]),
        resolvers: [...operationsResolvers, CaptureAdminResolver, CaptureResultResolver],
    },
    configuration: config => {
        configureOperations(config);
        config.paymentOptions.paymentMethodHandlers.push(gatewayPaymentHandler);
        config.paymentOptions.process = [...(config.paymentOptions.process ?? []), recordIntentProcess()];
        config.paymentOptions.refundProcess = [
            ...(config.paymentOptions.refundProcess ?? []),
            pendingRefundProcess,
        ];
        config.orderOptions.process = [...(config.orderOptions.process ?? []), paymentInProgressProcess()];
        return config;
    },
    dashboard: '../src/dashboard/index.tsx',
    compatibility: '^3.7.0',
})
export class PaymentsPlugin implements OnApplicationBootstrap {
    static options: PaymentsOptions = { gateways: [], returnOrigins: [] };

    constructor(private readonly i18n: I18nService) {}

    onApplicationBootstrap(): void {
        for (const language of ['en', 'de', 'fr'] as const) {
            this.i18n.addTranslation(language, messages[language]);
            this.i18n.addTranslation(language, quarantineMessages[language]);
        }
    }

    static init(options: PaymentsOptions): Type<PaymentsPlugin> {
        PaymentsPlugin.options = options;
        return PaymentsPlugin;
    }
}
