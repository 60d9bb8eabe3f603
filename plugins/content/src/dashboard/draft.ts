export interface Link {
    readonly to: string;
    readonly value: string;
}

type Texts = Readonly<Record<string, string>>;

export interface Block {
    readonly id: string;
    readonly type: string;
    readonly assetId?: string | null;
    readonly link?: Link | null;
    readonly collectionIds?: readonly string[];
    readonly productIds?: readonly string[];
    readonly texts?: Readonly<Record<string, Texts>>;
}

/** A page or menu, as the Admin API takes it. */
export interface Draft {
    readonly texts: Readonly<Record<string, Texts>>;
    readonly blocks: readonly Block[];
}

/** What each type of block has, in the order in which it is filled in. */
export const blockParts: Readonly<
    Record<
        string,
        {
            readonly texts: readonly string[];
            readonly asset?: boolean;
            readonly link?: boolean;
            readonly collections?: boolean;
            readonly products?: boolean;
        }
    >
> = {
    hero: { texts: ['heading', 'text', 'linkLabel'], asset: true, link: true },
    richText: { texts: ['html'] },
    banner: { texts: ['heading', 'text', 'linkLabel'], asset: true, link: true },
    productRail: { texts: ['heading'], collections: true, products: true },
    collectionTiles: { texts: ['heading'], collections: true },
    menuItem: { texts: ['label'], link: true },
};

/** The texts of a whole page. */
export function pageTexts(kind: string): readonly string[] {
    switch (kind) {
        case 'MENU':
            return [];
        case 'LANDING':
            return ['title', 'slug', 'description'];
        default:
            return ['title', 'description'];
    }
}

export function blockTypesOf(kind: string): readonly string[] {
    return Object.keys(blockParts).filter(type => (kind === 'MENU') === (type === 'menuItem'));
}

export function withBlock(draft: Draft, index: number, block: Block): Draft {
    return { ...draft, blocks: [...draft.blocks.slice(0, index), block, ...draft.blocks.slice(index)] };
}

export function withoutBlock(draft: Draft, id: string): Draft {
    return { ...draft, blocks: draft.blocks.filter(block => block.id !== id) };
}

export function changedBlock(draft: Draft, changed: Block): Draft {
    return { ...draft, blocks: draft.blocks.map(block => (block.id === changed.id ? changed : block)) };
}

/** @param by - Places: 1 is down, -1 is up. Beyond the ends nothing moves. */
export function movedBlock(draft: Draft, index: number, by: 1 | -1): Draft {
    const blocks = [...draft.blocks];
    const [block] = blocks.splice(index, 1);
    const target = index + by;
    if (!block || target < 0 || target > blocks.length) {
        return draft;
    }
    blocks.splice(target, 0, block);
    return { ...draft, blocks };
}

/** One text in one language, of a page or a block. */
export function withText<Holder extends Pick<Block, 'texts'>>(
    holder: Holder,
    language: string,
    name: string,
    text: string,
): Holder {
    return {
        ...holder,
        texts: { ...holder.texts, [language]: { ...holder.texts?.[language], [name]: text } },
    };
}
