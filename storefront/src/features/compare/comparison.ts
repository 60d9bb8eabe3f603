import { inOrderOfVariants } from '@/lib/option-order';
import type { Compared } from './compare-query';

/** What is said of each product, in the order of the products; empty where nothing is known of one. */
export interface ComparedRow {
    readonly name: string;
    readonly values: readonly string[];
    /** Whether the products are not all alike in it. */
    readonly differs: boolean;
}

type Traits = Pick<Compared, 'optionGroups' | 'facetValues'> & {
    readonly variants: readonly Pick<Compared['variants'][number], 'options'>[];
};

/**
 * The rows of a comparison: what there is to choose from, then what the shop's facets say. A row has the name that the
 * shop gave it, so that options of the same name come together.
 */
export function comparedRows(products: readonly Traits[]): readonly ComparedRow[] {
    const traits = products.map(traitsOf);
    const names = [...new Set(traits.flatMap(each => [...each.keys()]))];
    return names.map(name => {
        const values = traits.map(each => (each.get(name) ?? []).join(', '));
        return { name, values, differs: new Set(values).size > 1 };
    });
}

function traitsOf({ optionGroups, facetValues, variants }: Traits): ReadonlyMap<string, readonly string[]> {
    const traits = new Map<string, string[]>();
    const say = (name: string, value: string) => traits.set(name, [...(traits.get(name) ?? []), value]);
    for (const { name, options } of optionGroups) {
        inOrderOfVariants(options, variants).forEach(option => say(name, option.name));
    }
    for (const { name, facet } of facetValues) {
        say(facet.name, name);
    }
    return traits;
}
