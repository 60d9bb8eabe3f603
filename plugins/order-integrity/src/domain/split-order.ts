/** Pieces of a variant that a line has or wants. */
export interface VariantQuantity {
    readonly lineId: number;
    readonly variantId: number;
    readonly quantity: number;
}

/**
 * How much of each wanted line the given lines can cover, variant by variant, and the other way round. An order
 * that is split among sellers exists twice, as a whole and in parts, but its goods only once.
 *
 * @returns `covered`: what of the wanted lines is there already; `by`: what of the given lines covers it.
 */
export function cover(
    wanted: readonly VariantQuantity[],
    given: readonly VariantQuantity[],
): { readonly covered: VariantQuantity[]; readonly by: VariantQuantity[] } {
    const left = given.map(line => ({ ...line }));
    const covered: VariantQuantity[] = [];
    for (const line of wanted) {
        let missing = line.quantity;
        for (const source of left.filter(candidate => candidate.variantId === line.variantId)) {
            const take = Math.min(missing, source.quantity);
            source.quantity -= take;
            missing -= take;
        }
        covered.push({ ...line, quantity: line.quantity - missing });
    }
    const by = given.map((line, i) => ({ ...line, quantity: line.quantity - (left[i]?.quantity ?? 0) }));
    return { covered: covered.filter(isSome), by: by.filter(isSome) };
}

function isSome({ quantity }: VariantQuantity): boolean {
    return quantity > 0;
}
