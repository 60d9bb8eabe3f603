import type { MailLanguage } from './mail-language';

/** Where the storefront takes what a mail links to, below the segment for language and market (`/de-de`). */
export const storefrontRoutes = {
    home: () => '/',
    verify: (token: string) => `/verify?token=${encodeURIComponent(token)}`,
    resetPassword: (token: string) => `/reset-password?token=${encodeURIComponent(token)}`,
    forgotPassword: () => '/forgot-password',
    changeEmailAddress: (token: string) => `/account/verify-email?token=${encodeURIComponent(token)}`,
    sessions: () => '/account/sessions',
    privacy: () => '/account/privacy',
    confirmPrivacyRequest: (token: string) => `/privacy-request/confirm?token=${encodeURIComponent(token)}`,
    followPrivacyRequest: (token: string) => `/privacy-request/follow?token=${encodeURIComponent(token)}`,
    order: (code: string, key?: string) =>
        `/orders/${encodeURIComponent(code)}${key ? `/open?key=${encodeURIComponent(key)}` : ''}`,
} as const;

/** Language and market of a mail, and the public address of the storefront. */
export interface MailLocale {
    readonly language: MailLanguage;
    /** Code of the channel, which is the market's: `us`, `gb`, `de`, `fr`. */
    readonly market: string;
    /** As BCP 47 has it, for dates and money: `de-DE`, `en-GB`. */
    readonly tag: string;
    /** Of the storefront, with the segment and without a slash at its end. */
    readonly baseUrl: string;
}

/**
 * @param channelCode - The default channel, which is no market, stands for `defaultMarket`.
 */
export function mailLocale(
    storefrontUrl: string,
    language: MailLanguage,
    channelCode: string,
    defaultMarket: string,
): MailLocale {
    const market = channelCode === DEFAULT_CHANNEL ? defaultMarket : channelCode;
    const isRegion = /^[a-z]{2}$/i.test(market);
    return {
        language,
        market,
        tag: isRegion ? `${language}-${market.toUpperCase()}` : language,
        baseUrl: `${storefrontUrl.replace(/\/+$/, '')}/${language}-${encodeURIComponent(market)}`,
    };
}

/** Vendure's own name for it. */
const DEFAULT_CHANNEL = '__default_channel__';
