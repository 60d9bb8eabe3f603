import { buildSchema, graphql, type GraphQLResolveInfo } from 'graphql';
import { expect, it } from 'vitest';
import type { Wanted } from '../infrastructure/searching/search-plan';
import { wantedParts } from './wanted-parts';

const schema = buildSchema(`
    type Query { search: SearchResponse }
    type SearchResponse { items: [SearchResult] totalItems: Int facetValues: [FacetValueResult] collections: [Id] }
    type SearchResult { productName: String sku: String productAsset: Id facetIds: [String] rating: Int }
    type FacetValueResult { count: Int facetValue: FacetValue }
    type FacetValue { id: String name: String createdAt: String facet: Facet }
    type Facet { id: String values: [Id] }
    type Id { id: String }`);

async function wantedOf(fields: string): Promise<Wanted> {
    let wanted: Wanted | undefined;
    const search = (_: unknown, __: unknown, info: GraphQLResolveInfo) => {
        wanted = wantedParts(info);
    };
    const fragment = fields.includes('...F') ? 'fragment F on SearchResult { sku }' : '';
    const source = `{ search { totalItems ${fields} } } ${fragment}`;
    const { errors } = await graphql({ schema, source, rootValue: { search } });
    expect(errors).toBeUndefined();
    return wanted!;
}

it.each([
    ['', false],
    ['items { productName }', []],
    ['items { sku facetIds }', ['ids', 'texts']],
    ['items { productName ...F ... on SearchResult { productAsset { id } } }', ['assets', 'texts']],
    ['items { rating }', ['assets', 'ids', 'texts']],
])('reads of an item what is asked for: %s', async (fields, items) => {
    expect((await wantedOf(fields)).items).toEqual(items);
});

it.each([
    ['', false],
    ['facetValues { count }', 'rows'],
    ['facetValues { facetValue { id name facet { id } } }', 'rows'],
    ['facetValues { facetValue { createdAt } }', 'ids'],
    ['facetValues { facetValue { facet { values { id } } } }', 'ids'],
])(
    'has Vendure read facet values of which more is asked than the index knows: %s',
    async (fields, expected) => {
        expect((await wantedOf(fields)).facetValues).toBe(expected);
    },
);
