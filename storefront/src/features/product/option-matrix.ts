/** A variant as far as choosing it goes. */
export interface ChoosableVariant {
    readonly id: string;
    /** Vendure's word for how much there is; `OUT_OF_STOCK` can't be bought. */
    readonly stockLevel: string;
    readonly options: readonly { readonly id: string; readonly groupId: string }[];
}

/** By option group, the chosen option. */
export type Selection = Readonly<Record<string, string>>;

/** What choosing an option would lead to, with everything else as it is. */
export type OptionState = 'available' | 'soldOut' | 'impossible';

export function isSoldOut(variant: Pick<ChoosableVariant, 'stockLevel'>): boolean {
    return variant.stockLevel === 'OUT_OF_STOCK';
}

export function selectionOf(variant: ChoosableVariant): Selection {
    return Object.fromEntries(variant.options.map(option => [option.groupId, option.id]));
}

function matches(variant: ChoosableVariant, selection: Selection): boolean {
    return Object.entries(selection).every(([groupId, optionId]) =>
        variant.options.some(option => option.groupId === groupId && option.id === optionId),
    );
}

/** The one variant that a complete selection names. */
export function chosenVariant<V extends ChoosableVariant>(
    variants: readonly V[],
    selection: Selection,
): V | undefined {
    return variants.find(
        variant => variant.options.length === Object.keys(selection).length && matches(variant, selection),
    );
}

export function optionState(
    variants: readonly ChoosableVariant[],
    selection: Selection,
    groupId: string,
    optionId: string,
): OptionState {
    const reachable = variants.filter(variant => matches(variant, { ...selection, [groupId]: optionId }));
    if (reachable.length === 0) {
        return 'impossible';
    }
    return reachable.every(isSoldOut) ? 'soldOut' : 'available';
}

/**
 * The selection after a click on an option. A combination that is not offered moves on to the variant with this
 * option that keeps most of the other choices, in stock if there is one: no click leads nowhere.
 */
export function chooseOption(
    variants: readonly ChoosableVariant[],
    selection: Selection,
    groupId: string,
    optionId: string,
): Selection {
    const wanted = { ...selection, [groupId]: optionId };
    if (chosenVariant(variants, wanted)) {
        return wanted;
    }
    const kept = (variant: ChoosableVariant) =>
        variant.options.filter(option => wanted[option.groupId] === option.id).length;
    const [best] = variants
        .filter(variant => matches(variant, { [groupId]: optionId }))
        .sort((a, b) => kept(b) - kept(a) || Number(isSoldOut(a)) - Number(isSoldOut(b)));
    return best ? selectionOf(best) : selection;
}

/** The variant that a click on an option leads to. */
export function variantWith<V extends ChoosableVariant>(
    variants: readonly V[],
    selection: Selection,
    groupId: string,
    optionId: string,
): V | undefined {
    return chosenVariant(variants, chooseOption(variants, selection, groupId, optionId));
}

/** The variant to show first: the one that the URL names, else the first that can be bought. */
export function initialVariant<V extends ChoosableVariant>(
    variants: readonly V[],
    id: string | undefined,
): V | undefined {
    return (
        variants.find(variant => variant.id === id) ??
        variants.find(variant => !isSoldOut(variant)) ??
        variants[0]
    );
}
