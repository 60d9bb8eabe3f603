/** What is written: a page at a fixed place, at an address of its own, of the law's, or a list of links. */
export type ContentKind = 'HOME' | 'LANDING' | 'LEGAL' | 'MENU';

/** A channel has one home page. */
export const HOME_CODE = 'home';

export const linkTargets = ['COLLECTION', 'PRODUCT', 'PAGE', 'ADDRESS'] as const;

/** Where a link leads: to something of the shop by its id, so that it outlives a changed slug, or to an address. */
export interface ContentLink {
    readonly to: (typeof linkTargets)[number];
    /** An id, or for `ADDRESS` a path of the shop or a whole address. */
    readonly value: string;
}

/** Texts by their names. One that is missing is taken from the channel's default language. */
export type Texts = Readonly<Record<string, string>>;

/** A part of a page. Which of these a block has is said by its type, in `block-types.ts`; the others are empty. */
export interface ContentBlock {
    /** Tells the block from the others of its page, for editors. */
    readonly id: string;
    readonly type: BlockType;
    readonly assetId: string | null;
    readonly link: ContentLink | null;
    readonly collectionIds: readonly string[];
    readonly productIds: readonly string[];
    /** By language. */
    readonly texts: Readonly<Record<string, Texts>>;
}

export const blockTypeNames = [
    'hero',
    'richText',
    'banner',
    'productRail',
    'collectionTiles',
    'menuItem',
] as const;
export type BlockType = (typeof blockTypeNames)[number];

/** All that is written of one page or menu. */
export interface ContentBody {
    /** By language: `title`, `description` and, of a landing page, `slug`. */
    readonly texts: Readonly<Record<string, Texts>>;
    readonly blocks: readonly ContentBlock[];
}

/** The text in a language, or else in the default one, or in any; empty when there is none. */
export function textIn(
    texts: Readonly<Record<string, Texts>>,
    name: string,
    language: string,
    otherwise: string,
): string {
    const any = Object.values(texts).find(named => named[name]);
    return texts[language]?.[name] || texts[otherwise]?.[name] || any?.[name] || '';
}
