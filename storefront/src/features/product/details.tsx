import { Fact } from './fact';
import type { Product } from './product-query';

export function Description({ html }: { html: string }) {
    return (
        <div
            className="mt-8 max-w-prose border-t border-line pt-8 leading-relaxed text-ink/90 [&_p+p]:mt-4"
            // Written by the shop's own merchandisers in the admin, which keeps rich text as HTML.
            dangerouslySetInnerHTML={{ __html: html }}
        />
    );
}

/** What a product's facets say of it, a line for each. */
export function Facts({ facetValues }: Pick<Product, 'facetValues'>) {
    const facets = new Map(facetValues.map(value => [value.facet.id, value.facet.name]));
    return [...facets].map(([id, name]) => (
        <Fact
            key={id}
            name={name}
            value={facetValues
                .filter(value => value.facet.id === id)
                .map(value => value.name)
                .join(', ')}
        />
    ));
}
