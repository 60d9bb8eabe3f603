import { OrderPlacedEvent } from '@vendure/core';
import { type EmailEventHandler, EmailEventListener } from '@vendure/email-plugin';
import { mailTexts } from '../domain/messages';
import { orderMailView } from '../domain/order-mail.view';
import { plainAddress } from '../domain/plain-address';
import { storefrontRoutes } from '../domain/storefront-links';
import { loadOrderForMail } from '../infrastructure/load-order-for-mail';
import type { ResolvedMailOptions } from '../mail.options';
import { envelope, FROM, SUBJECT } from './envelope';

/** Says that the order was placed and what it comes to: once an order, paid or only authorised. */
export function orderConfirmation(options: ResolvedMailOptions): EmailEventHandler {
    return new EmailEventListener('order-confirmation')
        .on(OrderPlacedEvent)
        .filter(event => Boolean(event.order.customer))
        .loadData(({ event, injector }) => loadOrderForMail(injector, event.ctx, event.order.id, options))
        .setRecipient(event => plainAddress(event.data.order.recipient))
        .setFrom(FROM)
        .setSubject(SUBJECT)
        .setTemplateVars(event => {
            const { order, locale } = event.data;
            const { intro, introCollection, ...texts } = mailTexts(locale.language, 'order-confirmation', {
                shop: options.shopName,
                code: order.code,
                name: order.customerName,
            });
            return {
                ...envelope(options, locale, texts.subject),
                texts: { ...texts, intro: order.isCollection ? introCollection : intro },
                code: order.code,
                address: order.isCollection ? [] : order.address,
                pickUpPlace: order.pickUpPlace,
                vatNumber: order.vatNumber,
                url: `${locale.baseUrl}${storefrontRoutes.order(order.code, options.orderKeyOf(order.code))}`,
                ...orderMailView(order, locale, texts, options.timeZone),
            };
        }) as unknown as EmailEventHandler;
}
