import type english from '../../../content/legal/en.json';
import merchant from '../../../content/legal/merchant.json';
import type { Language } from '@/lib/market/market';

/** Pages that the law wants, by their address. Their texts are in `content/legal`, for the merchant to edit. */
export const legalPageNames = ['imprint', 'terms', 'privacy', 'shipping', 'withdrawal'] as const;
export type LegalPageName = (typeof legalPageNames)[number];

export interface LegalPage {
    readonly title: string;
    readonly sections: readonly {
        readonly heading: string;
        readonly text: readonly string[];
        readonly list?: readonly string[];
    }[];
}

const textsOf: Readonly<Record<Language, () => Promise<typeof english>>> = {
    en: async () => (await import('../../../content/legal/en.json')).default,
    de: async () => (await import('../../../content/legal/de.json')).default,
    fr: async () => (await import('../../../content/legal/fr.json')).default,
};

/** A page's texts, with the merchant's details filled in. */
export async function legalPage(language: Language, name: LegalPageName): Promise<LegalPage> {
    const page: LegalPage = (await textsOf[language]())[name];
    return {
        title: page.title,
        sections: page.sections.map(({ heading, text, list }) => ({
            heading,
            text: text.map(fill),
            list: list?.map(fill),
        })),
    };
}

/** The day on which the texts were changed last. */
export const legalTextsUpdated = new Date(merchant.updated);

/** @throws Error for a placeholder that the merchant's details have no value for. */
function fill(text: string): string {
    return text.replaceAll(/\{(\w+)\}/g, (placeholder, key: string) => {
        const value = (merchant as Readonly<Record<string, string>>)[key];
        if (value === undefined) {
            throw new Error(
                `content/legal/merchant.json has no "${key}", which a text wants: ${placeholder}`,
            );
        }
        return value;
    });
}
