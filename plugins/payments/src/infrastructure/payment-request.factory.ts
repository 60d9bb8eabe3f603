import { Inject, Injectable } from '@nestjs/common';
import {
    idsAreEqual,
    type Order,
    type PaymentMethod,
    type RequestContext,
    UserInputError,
} from '@vendure/core';
import type { PaymentRequest } from '../application/authorise-payment';
import { fromShopAmount } from '../domain/money';
import { PAYMENTS_OPTIONS, type ResolvedPaymentsOptions } from '../payments.options';
import type { GatewayMethodSettings } from './gateway-method-settings';
import { ShopPrecision } from './shop-precision';

/** What the storefront sent along, of which nothing is believed yet. */
export type PaymentInputMetadata = Readonly<Record<string, unknown>>;

/** Longer than any provider's token. */
const MAX_LENGTH = 2_000;

/** Makes a {@link PaymentRequest} out of an order and what the storefront sent. */
@Injectable()
export class PaymentRequestFactory {
    constructor(
        @Inject(PAYMENTS_OPTIONS) private readonly options: ResolvedPaymentsOptions,
        private readonly precision: ShopPrecision,
    ) {}

    /**
     * @param order - With its customer and the customer's user.
     * @param amount - In the shop's way of counting.
     * @throws UserInputError when the input is not what it must be, or the currency has no coin for the amount.
     */
    create(
        ctx: RequestContext,
        order: Order,
        amount: number,
        method: PaymentMethod,
        settings: GatewayMethodSettings,
        metadata: PaymentInputMetadata,
    ): PaymentRequest {
        const money = fromShopAmount(amount, order.currencyCode, this.precision.decimals);
        if (!money) {
            throw new UserInputError(
                `${order.currencyCode} has no coin for the amount that is due (${amount}).`,
            );
        }
        return {
            orderId: String(order.id),
            orderCode: order.code,
            channelId: String(ctx.channelId),
            channelCode: ctx.channel.code,
            methodCode: method.code,
            ...settings,
            money,
            languageCode: ctx.languageCode,
            countryCode: order.billingAddress?.countryCode ?? order.shippingAddress?.countryCode,
            emailAddress: order.customer?.emailAddress,
            customer: signedIn(ctx, order.customer),
            subject: { ctx, order },
            continues: text(metadata, 'intentId'),
            means: {
                token: text(metadata, 'token'),
                savedMethod: text(metadata, 'savedMethod'),
                saveMethod: metadata.saveMethod === true,
                returnUrl: this.returnUrl(metadata),
            },
        };
    }

    private returnUrl(metadata: PaymentInputMetadata): string | undefined {
        const returnUrl = text(metadata, 'returnUrl');
        if (returnUrl === undefined) {
            return undefined;
        }
        const origin = URL.canParse(returnUrl) ? new URL(returnUrl).origin : 'null';
        if (!this.options.returnOrigins.includes(origin)) {
            throw new UserInputError(
                'metadata.returnUrl: its origin is not among the allowed returnOrigins.',
            );
        }
        return returnUrl;
    }
}

/** An order may name a registered customer whom nobody signed in as: that is a guest. */
function signedIn(ctx: RequestContext, customer: Order['customer']): PaymentRequest['customer'] {
    return customer?.user && ctx.apiType === 'shop' && idsAreEqual(customer.user.id, ctx.activeUserId)
        ? { id: String(customer.id), emailAddress: customer.emailAddress }
        : undefined;
}

function text(metadata: PaymentInputMetadata, name: string): string | undefined {
    const value = metadata[name];
    if (value === undefined || value === null) {
        return undefined;
    }
    if (typeof value !== 'string' || value.length === 0 || value.length > MAX_LENGTH) {
        throw new UserInputError(`metadata.${name}: must be a text of 1 to ${MAX_LENGTH} characters.`);
    }
    return value;
}
