/** A sentence in the languages that the plugin speaks. */
export interface Text {
    readonly en: string;
    readonly de: string;
    readonly fr: string;
}

/** The same words for all, as somebody typed them. */
export function plainText(words: string): Text {
    return { en: words, de: words, fr: words };
}
