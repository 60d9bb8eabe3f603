import { PrivacyMailEvent } from '@efi/plugin-kit';
import { type EmailEventHandler, EmailEventListener } from '@vendure/email-plugin';
import { mailLanguage } from '../domain/mail-language';
import { mailTexts } from '../domain/messages';
import { plainAddress } from '../domain/plain-address';
import { mailLocale, storefrontRoutes } from '../domain/storefront-links';
import type { ResolvedMailOptions } from '../mail.options';
import { envelope, FROM, SUBJECT } from './envelope';
import { whenIn } from './when-in';

type Step = PrivacyMailEvent['mail']['step'];

const pages: Readonly<Record<Step, (token: string) => string>> = {
    confirm: storefrontRoutes.confirmPrivacyRequest,
    follow: storefrontRoutes.followPrivacyRequest,
    account: storefrontRoutes.privacy,
    done: outcome,
    refused: outcome,
};

/** Whoever has an account sees it there. */
function outcome(token: string): string {
    return token ? storefrontRoutes.followPrivacyRequest(token) : storefrontRoutes.privacy();
}

/** To somebody who asked about personal data. */
export function privacyMails(options: ResolvedMailOptions): EmailEventHandler[] {
    return (['confirm', 'follow', 'account', 'done', 'refused'] as const).map(step =>
        privacyMail(step, options),
    );
}

function privacyMail(step: Step, options: ResolvedMailOptions): EmailEventHandler {
    return new EmailEventListener(`privacy-${step}`)
        .on(PrivacyMailEvent)
        .filter(({ mail }) => mail.step === step)
        .setRecipient(({ mail }) => plainAddress(mail.emailAddress))
        .setFrom(FROM)
        .setSubject(SUBJECT)
        .setTemplateVars(({ ctx, mail }) => {
            const locale = mailLocale(
                options.storefrontUrl,
                mailLanguage(mail.asked?.languageCode ?? ctx.languageCode),
                mail.asked?.channelCode ?? ctx.channel.code,
                options.defaultMarket,
            );
            const kinds = mailTexts(locale.language, 'privacy-kinds', {}) as Readonly<Record<string, string>>;
            const texts = mailTexts(locale.language, `privacy-${step}`, {
                ...{ shop: options.shopName, what: kinds[mail.kind] ?? mail.kind },
                until: whenIn(locale.tag, mail.expiresAt),
            });
            return {
                ...envelope(options, locale, texts.subject),
                texts,
                because: mail.because,
                url: `${locale.baseUrl}${pages[step](mail.token)}`,
            };
        }) as unknown as EmailEventHandler;
}
