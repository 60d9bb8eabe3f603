import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, PaymentMethodService, type RequestContext } from '@vendure/core';
import { GatewayRegistry } from '../application/ports/gateway-registry.port';
import type { GatewayFlow } from '../application/ports/payment-gateway.port';
import { gatewayPaymentHandler } from '../infrastructure/gateway-payment-handler';

interface PaymentMethodInfo {
    readonly gateway: string;
    readonly flow: Uppercase<GatewayFlow>;
    readonly publicConfiguration: Readonly<Record<string, string>>;
    readonly canSaveMethod: boolean;
}

@Resolver('PaymentMethodQuote')
export class PaymentMethodQuoteResolver {
    constructor(
        private readonly methods: PaymentMethodService,
        private readonly gateways: GatewayRegistry,
    ) {}

    /** Of the gateway that would be tried first. */
    @ResolveField()
    async efiPayment(
        @Ctx() ctx: RequestContext,
        @Parent() quote: { code: string },
    ): Promise<PaymentMethodInfo | undefined> {
        const { paymentMethod, handler } = await this.methods.getMethodAndOperations(ctx, quote.code);
        if (handler.code !== gatewayPaymentHandler.code) {
            return undefined;
        }
        const [name] = gatewayPaymentHandler.settingsOf(paymentMethod).gateways;
        // A method that names an unknown gateway must not take the other methods from the shopper.
        const gateway = this.gateways.all().find(known => known.name === name);
        return (
            gateway && {
                gateway: gateway.name,
                flow: gateway.flow.toUpperCase() as Uppercase<GatewayFlow>,
                publicConfiguration: gateway.publicConfiguration,
                canSaveMethod: gateway.savedMethods !== undefined,
            }
        );
    }
}
