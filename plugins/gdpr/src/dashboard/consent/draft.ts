import type { ConsentText } from './consent.graphql';

/** What a draft of a version says, by purpose and language. */
export type Draft = Readonly<
    Record<string, Readonly<Record<string, { readonly title: string; readonly text: string }>>>
>;

const EMPTY = { title: '', text: '' };

/** A draft that says what a version says. */
export function draftOf(texts: readonly ConsentText[]): Draft {
    const draft: Record<string, Record<string, { title: string; text: string }>> = {};
    for (const { purpose, languageCode, title, text } of texts) {
        (draft[purpose] ??= {})[languageCode] = { title, text };
    }
    return draft;
}

/** Changes one text of it; a purpose that was not asked for is from then on. */
export function withText(
    draft: Draft,
    purpose: string,
    languageCode: string,
    change: Partial<{ title: string; text: string }>,
): Draft {
    const own = draft[purpose] ?? {};
    return {
        ...draft,
        [purpose]: { ...own, [languageCode]: { ...(own[languageCode] ?? EMPTY), ...change } },
    };
}

/** Asks for a purpose, or no more. */
export function withPurpose(draft: Draft, purpose: string, isAsked: boolean): Draft {
    const rest = Object.fromEntries(Object.entries(draft).filter(([other]) => other !== purpose));
    return isAsked ? { ...rest, [purpose]: draft[purpose] ?? {} } : rest;
}

/** What is to be published: texts in which nothing is written are left out. */
export function textsOf(draft: Draft): ConsentText[] {
    return Object.entries(draft).flatMap(([purpose, byLanguage]) =>
        Object.entries(byLanguage)
            .filter(([, { title, text }]) => title.trim() !== '' || text.trim() !== '')
            .map(([languageCode, words]) => ({ purpose, languageCode, ...words })),
    );
}

/** What people would read in a language: English where a text is not written in it. */
export function readIn(draft: Draft, languageCode: string): ConsentText[] {
    return Object.entries(draft).flatMap(([purpose, byLanguage]) => {
        const language = byLanguage[languageCode]?.text.trim() ? languageCode : 'en';
        const words = byLanguage[language];
        return words ? [{ purpose, languageCode: language, ...words }] : [];
    });
}
