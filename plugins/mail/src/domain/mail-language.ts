/** The languages that the mails are written in. */
export const mailLanguages = ['en', 'de', 'fr'] as const;

export type MailLanguage = (typeof mailLanguages)[number];

/** The mail's language for a shopper's: the same one, its base (`de` for `de_AT`), or English. */
export function mailLanguage(languageCode: string): MailLanguage {
    const base = languageCode.toLowerCase().split(/[-_]/)[0];
    return mailLanguages.find(language => language === base) ?? 'en';
}
