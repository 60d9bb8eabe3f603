import { AccountNoticeEvent } from '@efi/plugin-kit';
import { type EmailEventHandler, EmailEventListener } from '@vendure/email-plugin';
import { mailLanguage } from '../domain/mail-language';
import { mailTexts } from '../domain/messages';
import { plainAddress } from '../domain/plain-address';
import { mailLocale, storefrontRoutes } from '../domain/storefront-links';
import type { ResolvedMailOptions } from '../mail.options';
import { envelope, FROM, SUBJECT } from './envelope';

/** Tells the owner of an account that sign-in is refused for a while. Staff get no link into the storefront. */
export function signInBlocked(options: ResolvedMailOptions): EmailEventHandler {
    return new EmailEventListener('sign-in-blocked')
        .on(AccountNoticeEvent)
        .filter(({ notice }) => notice.kind === 'sign-in-blocked')
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
            const texts = mailTexts(locale.language, 'sign-in-blocked', {
                shop: options.shopName,
                minutes: notice.kind === 'sign-in-blocked' ? String(notice.minutes) : '',
            });
            return {
                ...envelope(options, locale, texts.subject),
                texts,
                url: isStaff ? '' : `${locale.baseUrl}${storefrontRoutes.forgotPassword()}`,
            };
        }) as unknown as EmailEventHandler;
}
