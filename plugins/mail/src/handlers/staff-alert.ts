import { StaffAlertEvent } from '@efi/plugin-kit';
import { type EmailEventHandler, EmailEventListener } from '@vendure/email-plugin';
import { mailLanguage } from '../domain/mail-language';
import { mailTexts } from '../domain/messages';
import { plainAddress } from '../domain/plain-address';
import { mailLocale } from '../domain/storefront-links';
import type { ResolvedMailOptions } from '../mail.options';
import { envelope, FROM, SUBJECT } from './envelope';

/** Tells those who look after the shop what the audit trail shows. */
export function staffAlert(options: ResolvedMailOptions): EmailEventHandler {
    return new EmailEventListener('staff-alert')
        .on(StaffAlertEvent)
        .filter(({ recipients }) => recipients.length > 0)
        .setRecipient(({ recipients }) => recipients.map(plainAddress).join(', '))
        .setFrom(FROM)
        .setSubject(SUBJECT)
        .setTemplateVars(({ ctx, alert }) => {
            const locale = mailLocale(
                options.storefrontUrl,
                mailLanguage(ctx.languageCode),
                ctx.channel.code,
                options.defaultMarket,
            );
            const { pattern, count, at, timeZone, isLast, ...about } = alert;
            const known = mailTexts(locale.language, 'staff-alert-patterns', {}) as Readonly<
                Record<string, string>
            >;
            // A rule of the shop's own is told by its name.
            const what = known[pattern] ?? pattern;
            const texts = mailTexts(locale.language, 'staff-alert', { shop: options.shopName, what });
            const when = new Intl.DateTimeFormat(locale.tag, {
                ...({ dateStyle: 'long', timeStyle: 'long', timeZone } as const),
            });
            return {
                ...envelope(options, locale, texts.subject),
                ...{ texts, count, at: when.format(at), ...about },
                more: isLast ? texts.last : '',
            };
        }) as unknown as EmailEventHandler;
}
