interface WithId {
    readonly id: string;
}

/** Merchandisers order variants, small to large say; Vendure gives options in no order of theirs. */
export function inOrderOfVariants<Option extends WithId>(
    options: readonly Option[],
    variants: readonly { readonly options: readonly WithId[] }[],
): Option[] {
    const order = variants.flatMap(variant => variant.options.map(option => option.id));
    return [...options].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}
