import de from '../messages/de.json';
import en from '../messages/en.json';
import fr from '../messages/fr.json';
import type { MailLanguage } from './mail-language';

/** The texts of all mails in one language, by mail and name. English says which there are. */
export type Messages = typeof en;

const byLanguage: Record<MailLanguage, Messages> = { en, de, fr };

/** One mail's texts, together with those that all mails share. */
export type MailTexts<M extends keyof Messages> = Messages['common'] & Messages[M];

/** Values for the placeholders, e.g. `{ code }` for `Order {code}`. */
export type MessageValues = Readonly<Record<string, string>>;

/**
 * The texts of one mail with their placeholders filled in. A placeholder without a value stays, so that a forgotten
 * one is seen.
 */
export function mailTexts<M extends keyof Messages>(
    language: MailLanguage,
    mail: M,
    values: MessageValues,
): MailTexts<M> {
    const texts = { ...byLanguage[language].common, ...byLanguage[language][mail] };
    return Object.fromEntries(
        Object.entries(texts).map(([name, text]) => [name, fill(text, values)]),
    ) as unknown as MailTexts<M>;
}

function fill(text: string, values: MessageValues): string {
    return text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
