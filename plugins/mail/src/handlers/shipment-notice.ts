import { EntityHydrator, type Fulfillment, FulfillmentStateTransitionEvent } from '@vendure/core';
import { type EmailEventHandler, EmailEventListener } from '@vendure/email-plugin';
import { mailTexts } from '../domain/messages';
import { plainAddress } from '../domain/plain-address';
import { storefrontRoutes } from '../domain/storefront-links';
import { type LoadedOrder, loadOrderForMail } from '../infrastructure/load-order-for-mail';
import type { ResolvedMailOptions } from '../mail.options';
import { envelope, FROM, SUBJECT } from './envelope';

/** Says that goods are on their way, or wait at the counter when the shopper collects them. */
export function shipmentNotice(options: ResolvedMailOptions): EmailEventHandler {
    return new EmailEventListener('shipment-notice')
        .on(FulfillmentStateTransitionEvent)
        .filter(event => event.toState === 'Shipped')
        .loadData(async ({ event: { ctx, fulfillment }, injector }) => {
            await injector.get(EntityHydrator).hydrate(ctx, fulfillment, { relations: ['orders', 'lines'] });
            const [order] = fulfillment.orders;
            if (!order) {
                throw new Error(`Fulfilment ${fulfillment.id} belongs to no order.`);
            }
            return loadOrderForMail(injector, ctx, order.id, options);
        })
        .setRecipient(event => plainAddress(event.data.order.recipient))
        .setFrom(FROM)
        .setSubject(SUBJECT)
        .setTemplateVars(event =>
            noticeView(event.data, event.fulfillment, options),
        ) as unknown as EmailEventHandler;
}

function noticeView({ order, locale }: LoadedOrder, fulfillment: Fulfillment, options: ResolvedMailOptions) {
    const all = mailTexts(locale.language, 'shipment-notice', {
        shop: options.shopName,
        code: order.code,
        name: order.customerName,
    });
    const texts = order.isCollection
        ? {
              ...all,
              subject: all.subjectCollection,
              preview: all.previewCollection,
              title: all.titleCollection,
              intro: all.introCollection,
              items: all.itemsCollection,
          }
        : all;
    const quantities = new Map(fulfillment.lines.map(line => [String(line.orderLineId), line.quantity]));
    return {
        ...envelope(options, locale, texts.subject),
        texts,
        code: order.code,
        carrier: order.isCollection ? '' : fulfillment.method,
        trackingCode: order.isCollection ? '' : fulfillment.trackingCode,
        address: order.isCollection ? [] : order.address,
        pickUpPlace: order.pickUpPlace,
        lines: order.lines
            .filter(line => quantities.has(line.id))
            .map(({ id, text, imageUrl }) => ({ text, imageUrl, quantity: quantities.get(id) })),
        url: `${locale.baseUrl}${storefrontRoutes.order(order.code, options.orderKeyOf(order.code))}`,
    };
}
