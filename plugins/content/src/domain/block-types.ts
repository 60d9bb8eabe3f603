import type { BlockType, ContentKind } from './content';

export interface TextRule {
    /** In characters. */
    readonly most: number;
    /** Whether it must be there, in the default language, before it is published. */
    readonly isNeeded?: boolean;
    readonly isHtml?: boolean;
    readonly isSlug?: boolean;
}

export interface BlockParts {
    readonly texts: Readonly<Record<string, TextRule>>;
    readonly asset?: 'needed' | 'optional';
    readonly link?: 'needed' | 'optional';
    /** How many at most. */
    readonly collections?: number;
    readonly products?: number;
    /** Whether there must be a collection or a product. */
    readonly isOfCatalogue?: boolean;
}

const pictured = {
    heading: { most: 120, isNeeded: true },
    text: { most: 600 },
    linkLabel: { most: 60 },
    alt: { most: 200 },
} as const;

/** What each type of block is made of. */
export const blockTypes: Readonly<Record<BlockType, BlockParts>> = {
    hero: { texts: pictured, asset: 'optional', link: 'optional' },
    richText: { texts: { html: { most: 60_000, isNeeded: true, isHtml: true } } },
    banner: { texts: pictured, asset: 'needed', link: 'optional' },
    productRail: {
        texts: { heading: { most: 120, isNeeded: true } },
        collections: 1,
        products: 12,
        isOfCatalogue: true,
    },
    collectionTiles: { texts: { heading: { most: 120 } }, collections: 12, isOfCatalogue: true },
    menuItem: { texts: { label: { most: 60, isNeeded: true } }, link: 'needed' },
};

const page = {
    title: { most: 120 },
    description: { most: 320 },
} as const;

/** The texts of a whole page. */
export const pageTexts: Readonly<Record<ContentKind, Readonly<Record<string, TextRule>>>> = {
    HOME: page,
    LANDING: {
        ...page,
        title: { most: 120, isNeeded: true },
        slug: { most: 100, isNeeded: true, isSlug: true },
    },
    LEGAL: { ...page, title: { most: 120, isNeeded: true } },
    MENU: {},
};

/** What a page or menu may be made of. */
export function fits(kind: ContentKind, type: BlockType): boolean {
    return (kind === 'MENU') === (type === 'menuItem');
}
