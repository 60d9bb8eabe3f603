/** Fewer characters say too little to be searched for. */
const leastTyped = 3;

/** Of what is longer, the beginning is asked for. */
export const mostTyped = 100;

/** What a shopper may mean who has typed a part of it. */
export interface Suggestions {
    readonly products: readonly { readonly name: string; readonly slug: string; readonly image?: string }[];
    readonly collections: readonly { readonly name: string; readonly slug: string }[];
    /** The term as it is probably meant, where nothing is called what was typed. */
    readonly correctedTerm?: string;
}

export const noSuggestions: Suggestions = { products: [], collections: [] };

/** What was typed, as it is asked for: the same for everybody who means the same. `''` for too little. */
export function askedTerm(typed: string): string {
    const term = typed.trim().replace(/\s+/g, ' ').toLowerCase().slice(0, mostTyped).trim();
    return term.length < leastTyped ? '' : term;
}

/** One line of what is suggested. */
export interface Option {
    readonly kind: 'correction' | 'collection' | 'product' | 'all';
    readonly key: string;
    /** Without language and market. */
    readonly href: string;
    readonly name: string;
    readonly image?: string;
}

/** The lines in the order in which they are shown, the search itself last; none where nothing is known. */
export function optionsOf(suggestions: Suggestions, term: string): Option[] {
    const { products, collections, correctedTerm } = suggestions;
    const found: Option[] = [
        ...collections.map(({ name, slug }) => option('collection', `/collections/${slug}`, name)),
        ...products.map(({ name, slug, image }) => ({
            ...option('product', `/products/${slug}`, name),
            image,
        })),
    ];
    if (correctedTerm !== undefined) {
        found.unshift(option('correction', searchAddress(correctedTerm), correctedTerm));
    }
    return found.length > 0 ? [...found, option('all', searchAddress(term), term)] : [];
}

/** The line that an arrow key leads to; -1 is the field itself, which stands before the first and after the last. */
export function lineAfter(current: number, key: 'ArrowDown' | 'ArrowUp', lines: number): number {
    const places = lines + 1;
    const step = key === 'ArrowDown' ? 1 : -1;
    return ((current + 1 + step + places) % places) - 1;
}

function option(kind: Option['kind'], href: string, name: string): Option {
    return { kind, key: kind + href, href, name };
}

function searchAddress(term: string): string {
    return `/search?${new URLSearchParams({ q: term }).toString()}`;
}
