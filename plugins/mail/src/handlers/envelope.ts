import { oneLine } from '../domain/plain-address';
import type { MailLocale } from '../domain/storefront-links';
import type { ResolvedMailOptions } from '../mail.options';

/**
 * Vendure compiles subject and sender as templates of their own. These fixed ones put the finished text in, so that
 * what a shopper typed is never read as a template, and `&` in a subject stays `&`.
 */
export const SUBJECT = '{{{subject}}}';
export const FROM = '{{{from}}}';

/** What the header, the footer and the head of each mail need. */
export function envelope(options: ResolvedMailOptions, locale: MailLocale, subject: string) {
    return {
        from: options.from,
        subject: oneLine(subject),
        language: locale.language,
        shopName: options.shopName,
        homeUrl: `${locale.baseUrl}/`,
    };
}
