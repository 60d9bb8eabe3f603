import { AccountNoticeEvent } from '@efi/plugin-kit';
import { type EmailEventHandler, EmailEventListener } from '@vendure/email-plugin';
import { mailLanguage } from '../domain/mail-language';
import { type MailTexts, mailTexts } from '../domain/messages';
import { plainAddress } from '../domain/plain-address';
import { mailLocale, type MailLocale } from '../domain/storefront-links';
import type { ResolvedMailOptions } from '../mail.options';
import { envelope, FROM, SUBJECT } from './envelope';

type Kind = AccountNoticeEvent['notice']['kind'];
/** Of the kinds in `K`. */
type NoticeOf<K extends Kind, N = AccountNoticeEvent['notice']> = N extends { readonly kind: Kind }
    ? K extends N['kind']
        ? N
        : never
    : never;

interface NoticeMail<K extends Kind> {
    /** Of its template and texts, too. */
    readonly kind: K;
    /** Where in the storefront the owner can do something about it. Staff get no link into the storefront. */
    readonly page: () => string;
    /** What its texts put in. Default: nothing. */
    readonly values?: (notice: NoticeOf<K>) => Readonly<Record<string, string>>;
    /** What its template puts in beside them. Default: nothing. */
    readonly details?: (
        notice: NoticeOf<K>,
        texts: MailTexts<K>,
        locale: MailLocale,
    ) => Readonly<Record<string, string>>;
}

/** A mail that tells the owner of an account what happened to it. */
export function accountNotice<K extends Kind>(
    options: ResolvedMailOptions,
    { kind, page, values = () => ({}), details = () => ({}) }: NoticeMail<K>,
): EmailEventHandler {
    return new EmailEventListener(kind)
        .on(AccountNoticeEvent)
        .filter(({ notice }) => notice.kind === kind)
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
            // The filter let no other kind through.
            const own = notice as NoticeOf<K>;
            const texts = mailTexts(locale.language, kind, { shop: options.shopName, ...values(own) });
            return {
                ...envelope(options, locale, texts.subject),
                texts,
                ...details(own, texts, locale),
                url: isStaff ? '' : `${locale.baseUrl}${page()}`,
            };
        }) as unknown as EmailEventHandler;
}
