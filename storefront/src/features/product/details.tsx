import { inOrderOfVariants } from '@/lib/option-order';
import { Fact } from './fact';
import type { Product } from './product-query';

type Traits = Pick<Product, 'facetValues' | 'optionGroups' | 'variants'>;

export function Description({ html }: { html: string }) {
    return (
        <div
            className="mt-8 max-w-prose border-t border-line pt-8 leading-relaxed text-ink/90 [&_p+p]:mt-4"
            // Written by the shop's own merchandisers in the admin, which keeps rich text as HTML.
            dangerouslySetInnerHTML={{ __html: html }}
        />
    );
}

/** What a product can be chosen in, such as sizes, and what its facets say of it, a line for each. */
export function Facts({ facetValues, optionGroups, variants }: Traits) {
    const facets = new Map(facetValues.map(value => [value.facet.id, value.facet.name]));
    const rows = [
        ...optionGroups.map(({ id, name, options }) => ({
            ...{ id: `option-${id}`, name },
            values: inOrderOfVariants(
                options.filter(option => variants.some(variant => has(variant, option))),
                variants,
            ),
        })),
        ...[...facets].map(([id, name]) => ({
            ...{ id: `facet-${id}`, name },
            values: facetValues.filter(value => value.facet.id === id),
        })),
    ];
    return rows.map(({ id, name, values }) => (
        <Fact key={id} name={name} value={values.map(value => value.name).join(', ')} />
    ));
}

function has(variant: Traits['variants'][number], option: { readonly id: string }): boolean {
    return variant.options.some(({ id }) => id === option.id);
}
