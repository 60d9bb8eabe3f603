import type { Question } from './compared-servers';
import type { RandomSource } from './random-source';

const TERMS = ['lamp', 'cha', 'rug', 'text', 'lamq', 'lamp 1'];

/** Searches with every filter, order and part of an answer that there is, some of each. */
export function randomSearches(random: RandomSource, count: number): Question[] {
    return Array.from({ length: count }, () => ({ query: searchFor(random), byJobs: true }));
}

function searchFor(random: RandomSource): string {
    const maybe = (text: string, oneIn = 3): string => (random.below(oneIn) === 0 ? text : '');
    const id = (most: number): string => `"${1 + random.below(most)}"`;
    const grouped = random.below(3) > 0;
    const from = random.below(3_000);
    const range = `{ min: ${from}, max: ${from + 2_000} }`;
    const filters = [
        maybe(`term: "${random.pick(TERMS)}"`),
        maybe(`facetValueFilters: [{ and: ${id(4)} }]`),
        maybe(`facetValueFilters: [{ or: [${id(4)}, ${id(4)}] }, { and: ${id(4)} }]`, 6),
        maybe(`collectionId: ${id(3)}`, 6),
        maybe(`collectionIds: [${id(3)}, ${id(3)}]`, 6),
        maybe(`collectionSlug: "${random.pick(['collection-0', 'collection-1', 'nowhere'])}"`, 3),
        maybe(`collectionSlugs: ["collection-0", "nowhere"]`, 8),
        maybe(`inStock: ${random.below(2) > 0}`),
        maybe(`priceRange: ${range}`, 6),
        maybe(`priceRangeWithTax: ${range}`, 6),
        maybe(`sort: { ${random.pick(['name', 'price'])}: ${random.pick(['ASC', 'DESC'])} }`, 2),
    ].filter((filter, index, all) => {
        const name = filter.split(':')[0];
        return filter !== '' && all.findIndex(other => other.split(':')[0] === name) === index;
    });
    const price = grouped ? '... on PriceRange { min max }' : '... on SinglePrice { value }';
    const parts = [
        maybe('totalItems', 2),
        maybe(`items { productId productName slug priceWithTax { ${price} } }`, 2),
        maybe(`items { productVariantId sku inStock collectionIds channelIds price { ${price} } }`, 3),
        maybe('facetValues { count facetValue { name } }'),
        maybe('collections { count collection { name } }'),
        maybe('prices { range { min max } rangeWithTax { min max } }', 4),
        maybe('prices { bucketsWithTax { to count } }', 6),
        'efiCorrectedTerm',
    ].join(' ');
    const page = `take: ${2 + random.below(3)}, skip: ${random.below(2) * 2}`;
    return `{ search(input: { ${[`groupByProduct: ${grouped}`, page, ...filters].join(', ')} }) { ${parts} } }`;
}
