import { brands, categories, colours, departments } from '../../src/demo/catalogue/facets';
import { nouns } from '../../src/demo/large/words';
import { catalogueRows } from '../measuring/load-catalogue';

/** Different things to ask for, at most, of each kind. */
const MOST = 1_000;
/** On one page of a list. */
export const PAGE = 12;

/** What shoppers ask for, of each kind the most wanted first. The same for every contender. */
export interface Keys {
    readonly pages: ReadonlyArray<{ readonly category: string; readonly skip: number }>;
    readonly slugs: readonly string[];
    readonly terms: readonly string[];
    /** Codes of facet values. */
    readonly filters: ReadonlyArray<readonly [string, string]>;
    /** What somebody has typed so far. */
    readonly beginnings: readonly string[];
}

/** Departments and their categories, as a menu has them. */
export const menu = Object.entries(departments).map(([code, { name }]) => ({
    ...{ code, name: name.en },
    children: Object.entries(categories)
        .filter(([, category]) => category.department === code)
        .map(([child, category]) => ({ code: child, name: category.name.en })),
}));

/** @param products - In the catalogue. */
export function keysFor(products: number): Keys {
    const leaves = Object.keys(categories);
    const pagesEach = Math.max(1, Math.floor(products / leaves.length / PAGE));
    const pages = Array.from({ length: pagesEach }, (_, page) => page * PAGE).flatMap(skip =>
        leaves.map(category => ({ category, skip })),
    );
    const words = wordsOf(products);
    const makers = Object.values(brands).map(({ en }) => en.toLowerCase());
    return {
        pages: pages.slice(0, MOST),
        slugs: Array.from({ length: Math.min(products, MOST) }, (_, n) => `bench-${n}`),
        terms: words,
        filters: leaves
            .flatMap(category => [
                ...Object.keys(brands).map(brand => [`category:${category}`, `brand:${brand}`] as const),
                ...Object.keys(colours).map(colour => [`category:${category}`, `colour:${colour}`] as const),
            ])
            .slice(0, MOST),
        beginnings: [...words, ...makers].map(word => word.slice(0, 4)),
    };
}

/**
 * Kinds of things that the catalogue has, and that are no beginning of others: what comes closest to a word that is not
 * there, and which longer words a short one finds, is each search's own to say.
 */
function wordsOf(products: number): string[] {
    const names = catalogueRows(products).map(({ name }) => name.toLowerCase());
    const words = Object.values(nouns)
        .flat()
        .map(({ en }) => en.toLowerCase());
    return words.filter(
        word =>
            // The shop that everything is loaded into has a lamp of its own.
            word !== 'lamp' &&
            !word.includes(' ') &&
            names.some(name => name.includes(` ${word} `)) &&
            !words.some(other => other !== word && other.startsWith(word)),
    );
}
