import {
    ChannelService,
    ConfigService,
    EntityHydrator,
    type ID,
    type Injector,
    type Order,
    OrderService,
    type RequestContext,
    RequestContextService,
    TransactionalConnection,
    TranslatorService,
} from '@vendure/core';
import { mailLanguage } from '../domain/mail-language';
import type { OrderForMail, PricedText } from '../domain/order-mail.view';
import { type MailLocale, mailLocale } from '../domain/storefront-links';
import type { ResolvedMailOptions } from '../mail.options';
import { OrderLocale } from './order-locale.entity';

export interface LoadedOrder {
    readonly order: OrderForMail;
    readonly locale: MailLocale;
}

/**
 * Reads an order anew in the language and market it was placed in, whatever the language of `ctx` is.
 *
 * @throws Error when there is no such order, or nobody to write to.
 */
export async function loadOrderForMail(
    injector: Injector,
    ctx: RequestContext,
    orderId: ID,
    options: ResolvedMailOptions,
): Promise<LoadedOrder> {
    const shopperCtx = await shopperContext(injector, ctx, orderId);
    const order = await injector
        .get(OrderService)
        .findOne(shopperCtx, orderId, [
            'customer',
            'lines',
            'lines.productVariant',
            'lines.featuredAsset',
            'shippingLines',
            'surcharges',
        ]);
    if (!order?.customer) {
        throw new Error(`There is no order ${orderId} with a customer to write to.`);
    }
    await injector.get(EntityHydrator).hydrate(shopperCtx, order, {
        relations: ['shippingLines.shippingMethod', 'shippingLines.shippingMethod.translations'],
    });
    const { languageCode, channel } = shopperCtx;
    return {
        order: toOrderForMail(injector, shopperCtx, order, options),
        locale: mailLocale(
            options.storefrontUrl,
            mailLanguage(languageCode),
            channel.code,
            options.defaultMarket,
        ),
    };
}

async function shopperContext(injector: Injector, ctx: RequestContext, orderId: ID): Promise<RequestContext> {
    const placed = await injector
        .get(TransactionalConnection)
        .getRepository(ctx, OrderLocale)
        .findOneBy({ orderId });
    const channel = placed
        ? await injector.get(ChannelService).findOne(ctx, placed.channelId)
        : // Placed before this plugin was there.
          ctx.channel;
    return injector.get(RequestContextService).create({
        req: ctx.req,
        apiType: 'shop',
        channelOrToken: channel ?? ctx.channel,
        languageCode: (placed?.languageCode ??
            channel?.defaultLanguageCode) as RequestContext['languageCode'],
    });
}

function toOrderForMail(
    injector: Injector,
    ctx: RequestContext,
    order: Order,
    options: ResolvedMailOptions,
): OrderForMail {
    const { assetOptions, entityOptions } = injector.get(ConfigService);
    const imageUrl = (preview: string | undefined) =>
        preview && assetOptions.assetStorageStrategy.toAbsoluteUrl && ctx.req
            ? assetOptions.assetStorageStrategy.toAbsoluteUrl(ctx.req, preview)
            : undefined;
    const methods = order.shippingLines.flatMap(line => line.shippingMethod ?? []);
    const isCollection = methods.some(method => options.isCollection(method.code));
    const { firstName = '', lastName = '', emailAddress = '' } = order.customer ?? {};
    return {
        code: order.code,
        placedAt: order.orderPlacedAt ?? order.createdAt,
        currencyCode: order.currencyCode,
        precision: entityOptions.moneyStrategy.precision ?? 2,
        pricesIncludeTax: ctx.channel.pricesIncludeTax,
        recipient: emailAddress,
        customerName: `${firstName} ${lastName}`.trim(),
        isCollection,
        lines: order.lines
            .filter(line => line.quantity > 0)
            .map(line => ({
                id: String(line.id),
                text: line.productVariant.name,
                quantity: line.quantity,
                imageUrl: imageUrl(line.featuredAsset?.preview),
                net: line.linePrice,
                gross: line.linePriceWithTax,
            })),
        discounts: lineDiscounts(order),
        surcharges: order.surcharges.map(({ description, price, priceWithTax }) => ({
            text: description,
            net: price,
            gross: priceWithTax,
        })),
        shipping: order.shippingLines.map(line => ({
            text: line.shippingMethod
                ? injector.get(TranslatorService).translate(line.shippingMethod, ctx).name
                : '',
            net: line.discountedPrice,
            gross: line.discountedPriceWithTax,
        })),
        subtotal: { net: order.subTotal, gross: order.subTotalWithTax },
        total: { net: order.total, gross: order.totalWithTax },
        taxes: order.taxSummary.map(({ taxRate, taxTotal }) => ({ rate: taxRate, amount: taxTotal })),
        address: addressLines(order),
        pickUpPlace: (isCollection && options.pickUpPlaceOf(order)) || [],
        vatNumber: options.vatNumberOf(order),
    };
}

/** Per promotion. `Order.discounts` also has those on shipping, which the price of shipping shows already. */
function lineDiscounts(order: Order): PricedText[] {
    const byPromotion = new Map<string, PricedText>();
    for (const discount of order.lines.flatMap(line => line.discounts)) {
        const soFar = byPromotion.get(discount.adjustmentSource);
        byPromotion.set(discount.adjustmentSource, {
            text: discount.description,
            net: (soFar?.net ?? 0) + discount.amount,
            gross: (soFar?.gross ?? 0) + discount.amountWithTax,
        });
    }
    return [...byPromotion.values()];
}

function addressLines({ shippingAddress: address }: Order): string[] {
    return [
        address.fullName,
        address.company,
        address.streetLine1,
        address.streetLine2,
        [address.postalCode, address.city].filter(Boolean).join(' '),
        address.province,
        address.country,
    ].filter((line): line is string => Boolean(line));
}
