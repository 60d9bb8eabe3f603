/** PostgreSQL's text search configurations, by the language's code without region. */
const CONFIGURATIONS: Readonly<Record<string, string>> = {
    ar: 'arabic',
    da: 'danish',
    de: 'german',
    el: 'greek',
    en: 'english',
    es: 'spanish',
    fi: 'finnish',
    fr: 'french',
    ga: 'irish',
    hu: 'hungarian',
    id: 'indonesian',
    it: 'italian',
    lt: 'lithuanian',
    nb: 'norwegian',
    ne: 'nepali',
    nl: 'dutch',
    nn: 'norwegian',
    no: 'norwegian',
    pt: 'portuguese',
    ro: 'romanian',
    ru: 'russian',
    sv: 'swedish',
    ta: 'tamil',
    tr: 'turkish',
};

/**
 * How words of a language are reduced to their stems, as the name of one of PostgreSQL's text search configurations.
 *
 * @param languageCode - As Vendure has it, such as `de` or `pt_BR`.
 * @returns `simple`, which reduces nothing, for a language that PostgreSQL has no rules for.
 */
export function textConfiguration(languageCode: string): string {
    return CONFIGURATIONS[languageCode.split('_')[0] ?? ''] ?? 'simple';
}
