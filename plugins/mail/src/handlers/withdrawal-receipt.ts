import { type EmailEventHandler, EmailEventListener } from '@vendure/email-plugin';
import { mailLanguage } from '../domain/mail-language';
import { mailTexts } from '../domain/messages';
import { plainAddress } from '../domain/plain-address';
import { mailLocale, storefrontRoutes } from '../domain/storefront-links';
import type { ResolvedMailOptions } from '../mail.options';
import { WithdrawalDeclaredEvent } from '../withdrawal/withdrawal-declared.event';
import { envelope, FROM, SUBJECT } from './envelope';

/** Confirms that a withdrawal has arrived: what was declared and when. The shop gets a copy. */
export function withdrawalReceipt(options: ResolvedMailOptions): EmailEventHandler {
    return new EmailEventListener('withdrawal-receipt')
        .on(WithdrawalDeclaredEvent)
        .setRecipient(({ withdrawal }) => plainAddress(withdrawal.emailAddress))
        .setOptionalAddressFields(() => ({ bcc: options.from }))
        .setFrom(FROM)
        .setSubject(SUBJECT)
        .setTemplateVars(({ ctx, withdrawal }) => {
            const locale = mailLocale(
                options.storefrontUrl,
                mailLanguage(ctx.languageCode),
                ctx.channel.code,
                options.defaultMarket,
            );
            const values = { code: withdrawal.orderCode, shop: options.shopName };
            const texts = mailTexts(locale.language, 'withdrawal-receipt', values);
            return {
                ...envelope(options, locale, texts.subject),
                texts,
                code: withdrawal.orderCode,
                name: withdrawal.name,
                goods: withdrawal.goods || texts.allGoods,
                at: new Intl.DateTimeFormat(locale.tag, {
                    dateStyle: 'long',
                    timeStyle: 'long',
                    timeZone: options.timeZone,
                }).format(withdrawal.declaredAt),
                url: `${locale.baseUrl}${storefrontRoutes.order(withdrawal.orderCode)}`,
            };
        }) as unknown as EmailEventHandler;
}
