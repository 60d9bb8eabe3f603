import { AccountNoticeEvent } from '@efi/plugin-kit';
import { type EmailEventHandler, EmailEventListener } from '@vendure/email-plugin';
import { mailLanguage } from '../domain/mail-language';
import { mailTexts } from '../domain/messages';
import { plainAddress } from '../domain/plain-address';
import { mailLocale, storefrontRoutes } from '../domain/storefront-links';
import type { ResolvedMailOptions } from '../mail.options';
import { envelope, FROM, SUBJECT } from './envelope';
import { whenIn } from './when-in';

/** Tells the owner of an account of a sign-in from a device that is new there. Staff get no link into the storefront. */
export function newDevice(options: ResolvedMailOptions): EmailEventHandler {
    return new EmailEventListener('new-device')
        .on(AccountNoticeEvent)
        .filter(({ notice }) => notice.kind === 'new-device')
        .setRecipient(event => plainAddress(event.emailAddress))
        .setFrom(FROM)
        .setSubject(SUBJECT)
        .setTemplateVars(({ ctx, notice, isStaff }) => {
            const locale = mailLocale(
                options.storefrontUrl,
                mailLanguage(ctx.languageCode),
                ctx.channel.code,
                options.defaultMarket,
            );
            const texts = mailTexts(locale.language, 'new-device', { shop: options.shopName });
            return {
                ...envelope(options, locale, texts.subject),
                texts,
                ...(notice.kind === 'new-device' && {
                    device: notice.device || texts.unknownDevice,
                    address: notice.address,
                    at: whenIn(locale.tag, notice.at),
                }),
                url: isStaff ? '' : `${locale.baseUrl}${storefrontRoutes.sessions()}`,
            };
        }) as unknown as EmailEventHandler;
}
