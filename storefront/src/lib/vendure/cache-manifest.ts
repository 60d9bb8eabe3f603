/**
 * What the storefront keeps of the Shop API's answers: by which tags the server calls it back, and how long it is kept
 * at most, in seconds, should that word never come. Only what is the same for everybody and shows no price and no
 * stock; whoever reads through here and whoever is called back go by this list.
 */
export const cacheManifest = {
    departments: { tags: ['collections', 'assets'], life: 300 },
    collection: { tags: ['collections', 'assets'], life: 300 },
    // The clock changes what is shown, too: see `last-change.ts`.
    content: { tags: ['content', 'assets', 'collections', 'products'], life: 60 },
    menus: { tags: ['content', 'collections'], life: 60 },
    contentChanges: { tags: ['content'], life: 60 },
    consentTexts: { tags: ['settings'], life: 60 },
    // Whose changes no word tells of: they show when the time is up.
    deliveryWays: { tags: ['settings'], life: 300 },
    pickUpPlaces: { tags: ['settings'], life: 60 },
    countries: { tags: ['settings'], life: 300 },
    catalogueSlugs: { tags: ['products', 'collections'], life: 300 },
} as const satisfies Record<string, { tags: readonly string[]; life: number }>;

/** Answers that the clock changes at moments which are known beforehand. */
export const scheduled: readonly Kept[] = ['content', 'menus'];

/** An answer that may be kept. */
export type Kept = keyof typeof cacheManifest;

/** On every entry: word of changes was lost, so that any may have been missed. */
export const EVERYTHING = 'everything';

const known = new Set<string>([EVERYTHING, ...Object.values(cacheManifest).flatMap(({ tags }) => tags)]);

/** Those of the tags that anything is kept under. */
export function knownTags(tags: readonly string[]): string[] {
    return [...new Set(tags)].filter(tag => known.has(tag));
}
