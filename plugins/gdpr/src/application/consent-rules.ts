import type { ConsentPurpose } from '@efi/plugin-kit';

const ON_RECORD: readonly ConsentPurpose[] = ['marketing', 'personalisation', 'profiling'];

/**
 * Whether a customer who is signed in must have agreed on record: what a browser declares is not enough for what is
 * about a person and not about a visit.
 */
export function isOnRecordOnly(purpose: ConsentPurpose): boolean {
    return ON_RECORD.includes(purpose);
}

/**
 * Whether a customer's data may only be kept for now, whatever was agreed to: as long as a request for it is open. In SQL.
 *
 * @param customer - A column.
 */
export const isRestricted = (customer: string) =>
    `EXISTS (SELECT FROM efi_gdpr_request r
              WHERE r."customerId" = ${customer} AND r.kind = 'RESTRICTION' AND r.state = 'VERIFIED')`;

/** One text as staff write it. */
export interface WrittenText {
    readonly purpose: ConsentPurpose;
    readonly languageCode: string;
    readonly title: string;
    readonly text: string;
}

/** The language that every text has: whoever reads another one for which there is none gets it. */
const FALLBACK_LANGUAGE = 'en';

const LONGEST_TITLE = 100;
const LONGEST_TEXT = 2000;

export type TextProblem = 'NO_TEXTS' | 'TEXT_TWICE' | 'TEXT_EMPTY' | 'TEXT_TOO_LONG' | 'FALLBACK_MISSING';

/** What is wrong with texts that are to be published; nothing when they are fine. */
export function textProblem(texts: readonly WrittenText[]): TextProblem | undefined {
    if (texts.length === 0) {
        return 'NO_TEXTS';
    }
    if (new Set(texts.map(({ purpose, languageCode }) => `${purpose} ${languageCode}`)).size < texts.length) {
        return 'TEXT_TWICE';
    }
    if (texts.some(({ title, text }) => !title.trim() || !text.trim())) {
        return 'TEXT_EMPTY';
    }
    if (texts.some(({ title, text }) => title.length > LONGEST_TITLE || text.length > LONGEST_TEXT)) {
        return 'TEXT_TOO_LONG';
    }
    const has = (wanted: ConsentPurpose) =>
        texts.some(text => text.purpose === wanted && text.languageCode === FALLBACK_LANGUAGE);
    return texts.every(({ purpose }) => has(purpose)) ? undefined : 'FALLBACK_MISSING';
}

/** Of each purpose the text in a language, or in the one that all have. In the order of the purposes' first mention. */
export function textsIn<T extends Pick<WrittenText, 'purpose' | 'languageCode'>>(
    texts: readonly T[],
    languageCode: string,
): T[] {
    return [...new Set(texts.map(({ purpose }) => purpose))].flatMap(purpose => {
        const own = texts.filter(text => text.purpose === purpose);
        return (
            own.find(text => text.languageCode === languageCode) ??
            own.find(text => text.languageCode === FALLBACK_LANGUAGE) ??
            []
        );
    });
}
