import { Injectable } from '@nestjs/common';
import { CustomerService, ForbiddenError, PaymentMethodService, type RequestContext } from '@vendure/core';
import { GatewayRegistry } from '../application/ports/gateway-registry.port';
import type { PaymentGateway, SavedMethod } from '../application/ports/payment-gateway.port';
import { SavedMethods } from '../application/saved-methods';
import { gatewayPaymentHandler } from './gateway-payment-handler';

/** What the customer who is signed in keeps with the gateways of a payment method. */
@Injectable()
export class CustomerMethodsService {
    constructor(
        private readonly customers: CustomerService,
        private readonly methods: PaymentMethodService,
        private readonly gateways: GatewayRegistry,
        private readonly savedMethods: SavedMethods,
    ) {}

    async list(ctx: RequestContext, methodCode: string): Promise<readonly SavedMethod[]> {
        return this.savedMethods.list(await this.gatewaysOf(ctx, methodCode), await this.customerId(ctx));
    }

    /** @returns What is left. */
    async forget(
        ctx: RequestContext,
        methodCode: string,
        reference: string,
    ): Promise<readonly SavedMethod[]> {
        const gateways = await this.gatewaysOf(ctx, methodCode);
        const customerId = await this.customerId(ctx);
        await this.savedMethods.forget(gateways, customerId, reference);
        return this.savedMethods.list(gateways, customerId);
    }

    /** Those that keep means of payment; none for a method that is not paid through gateways. */
    private async gatewaysOf(ctx: RequestContext, methodCode: string): Promise<PaymentGateway[]> {
        const { paymentMethod, handler } = await this.methods.getMethodAndOperations(ctx, methodCode);
        if (handler.code !== gatewayPaymentHandler.code) {
            return [];
        }
        return gatewayPaymentHandler
            .settingsOf(paymentMethod)
            .gateways.map(name => this.gateways.get(name))
            .filter(gateway => gateway.savedMethods !== undefined);
    }

    private async customerId(ctx: RequestContext): Promise<string> {
        const customer = ctx.activeUserId && (await this.customers.findOneByUserId(ctx, ctx.activeUserId));
        if (!customer) {
            throw new ForbiddenError();
        }
        return String(customer.id);
    }
}
