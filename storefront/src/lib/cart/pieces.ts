/** So many pieces of a variant. */
export interface Pieces {
    readonly variantId: string;
    readonly quantity: number;
}

/** Somebody wants to have them in the cart. */
export interface Wanted extends Pieces {
    readonly productId: string;
}

/** As the Shop API has a cart. */
interface Cart {
    readonly lines: readonly {
        readonly quantity: number;
        readonly productVariant: { readonly id: string };
    }[];
}

/** As the Shop API has a cart whose lines name their products. */
interface CartWithProducts {
    readonly lines: readonly {
        readonly quantity: number;
        readonly productVariant: { readonly id: string; readonly productId: string };
    }[];
}

/** What a cart has, each variant once, as it can be wanted elsewhere. */
export function wantedOf({ lines }: CartWithProducts): Wanted[] {
    const wanted = new Map<string, Wanted>();
    for (const { productVariant, quantity } of lines) {
        const { id: variantId, productId } = productVariant;
        const before = wanted.get(variantId)?.quantity ?? 0;
        if (quantity > 0) {
            wanted.set(variantId, { variantId, productId, quantity: before + quantity });
        }
    }
    return [...wanted.values()];
}

/** How many pieces of each variant lie in a cart. */
export function piecesIn(cart: Cart | null | undefined): ReadonlyMap<string, number> {
    const pieces = new Map<string, number>();
    for (const { productVariant, quantity } of cart?.lines ?? []) {
        pieces.set(productVariant.id, (pieces.get(productVariant.id) ?? 0) + quantity);
    }
    return pieces;
}

/** How many of what was wanted, which names each variant once, went into a cart between two looks at it. */
export function piecesAdded(
    wanted: readonly Pieces[],
    before: ReadonlyMap<string, number>,
    after: ReadonlyMap<string, number>,
): Pieces[] {
    return wanted.map(({ variantId }) => ({
        variantId,
        quantity: Math.max(0, (after.get(variantId) ?? 0) - (before.get(variantId) ?? 0)),
    }));
}

/** How many pieces that are, whatever of. */
export function sum(pieces: readonly Pieces[]): number {
    return pieces.reduce((total, { quantity }) => total + quantity, 0);
}

/** Whether a cart holds these pieces and nothing else. */
export function holdsJust(cart: Cart, pieces: readonly Pieces[]): boolean {
    const held = piecesIn(cart);
    const meant = pieces.filter(({ quantity }) => quantity > 0);
    return (
        held.size === meant.length &&
        meant.every(({ variantId, quantity }) => held.get(variantId) === quantity)
    );
}
