import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';
import type { ItemPart, Wanted } from '../infrastructure/searching/search-plan';

/** Of a facet and its values: what the index tells by itself. */
const PLAIN_FIELDS = new Set(['__typename', 'id', 'code', 'name', 'languageCode', 'facetId']);

/** Which parts of `SearchResponse` a document asks for, through fragments too. */
export function wantedParts({ fieldNodes, fragments }: GraphQLResolveInfo): Wanted {
    const within = (nodes: readonly FieldNode[]): FieldNode[] =>
        nodes.flatMap(({ selectionSet }) => [...fieldsOf(selectionSet, fragments)]);
    const fields = within(fieldNodes);
    const named = (name: string): FieldNode[] => fields.filter(field => field.name.value === name);
    const isPlain = (results: readonly FieldNode[]): boolean => {
        const shown = within(results.filter(({ name }) => name.value === 'facetValue'));
        const facet = within(shown.filter(({ name }) => name.value === 'facet'));
        return (
            shown.every(({ name }) => name.value === 'facet' || PLAIN_FIELDS.has(name.value)) &&
            facet.every(({ name }) => PLAIN_FIELDS.has(name.value))
        );
    };
    const prices = within(named('prices')).map(({ name }) => name.value);
    return {
        total: true,
        items: named('items').length > 0 && itemParts(within(named('items'))),
        facetValues:
            named('facetValues').length > 0 && (isPlain(within(named('facetValues'))) ? 'rows' : 'ids'),
        collections: named('collections').length > 0,
        priceRanges: prices.some(name => name === 'range' || name === 'rangeWithTax'),
        priceBuckets: prices.some(name => name === 'buckets' || name === 'bucketsWithTax'),
    };
}

const ALL_PARTS: readonly ItemPart[] = ['assets', 'ids', 'texts'];

/** By field of `SearchResult`: what it needs beside what every list shows. */
const PARTS: Readonly<Record<string, readonly ItemPart[]>> = Object.fromEntries([
    ...['sku', 'productVariantName', 'description'].map(field => [field, ['texts']]),
    ...['facetIds', 'facetValueIds', 'collectionIds', 'channelIds'].map(field => [field, ['ids']]),
    ...['productAsset', 'productVariantAsset'].map(field => [field, ['assets']]),
    ...['__typename', 'productId', 'productVariantId', 'productName', 'slug', 'price', 'priceWithTax'].map(
        field => [field, []],
    ),
    ...['currencyCode', 'inStock', 'enabled', 'score'].map(field => [field, []]),
]) as Record<string, readonly ItemPart[]>;

/** A field that another plugin has added may be made from anything. */
function itemParts(fields: readonly FieldNode[]): readonly ItemPart[] {
    return [...new Set(fields.flatMap(({ name }) => PARTS[name.value] ?? ALL_PARTS))].sort();
}

/** The parts of the items that stand in a field of an answer; `false` when it is not asked for. */
export function listedParts(
    { fieldNodes, fragments }: GraphQLResolveInfo,
    field: string,
): false | readonly ItemPart[] {
    const within = (nodes: readonly FieldNode[]): FieldNode[] =>
        nodes.flatMap(({ selectionSet }) => [...fieldsOf(selectionSet, fragments)]);
    const lists = within(fieldNodes).filter(({ name }) => name.value === field);
    return lists.length > 0 && itemParts(within(lists));
}

/** Whether a document asks for a field of an answer. */
export function asksFor({ fieldNodes, fragments }: GraphQLResolveInfo, field: string): boolean {
    return fieldNodes.some(({ selectionSet }) =>
        [...fieldsOf(selectionSet, fragments)].some(({ name }) => name.value === field),
    );
}

function* fieldsOf(
    selectionSet: SelectionSetNode | undefined,
    fragments: GraphQLResolveInfo['fragments'],
): Generator<FieldNode> {
    for (const selection of selectionSet?.selections ?? []) {
        if (selection.kind === Kind.FIELD) {
            yield selection;
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
            yield* fieldsOf(selection.selectionSet, fragments);
        } else {
            yield* fieldsOf(fragments[selection.name.value]?.selectionSet, fragments);
        }
    }
}
