import { getRequestConfig } from 'next-intl/server';
import { defaultLocale, isLocale, parseLocale, type Locale } from '@/lib/market/locale';
import type { Language } from '@/lib/market/market';
import type messages from '../../messages/en.json';

const messagesOf: Readonly<Record<Language, () => Promise<typeof messages>>> = {
    en: async () => (await import('../../messages/en.json')).default,
    de: async () => (await import('../../messages/de.json')).default,
    fr: async () => (await import('../../messages/fr.json')).default,
};

export default getRequestConfig(async ({ requestLocale }) => {
    const requested = await requestLocale;
    const locale: Locale = isLocale(requested) ? requested : defaultLocale;
    const { language, market } = parseLocale(locale);
    return { locale, messages: await messagesOf[language](), timeZone: market.timeZone };
});
