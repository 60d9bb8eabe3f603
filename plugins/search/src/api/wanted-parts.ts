import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';
import type { Wanted } from '../infrastructure/searching/search-statement';

/** Which parts of `SearchResponse` a document asks for, through fragments too. */
export function wantedParts({ fieldNodes, fragments }: GraphQLResolveInfo): Wanted {
    const within = (nodes: readonly FieldNode[]): FieldNode[] =>
        nodes.flatMap(({ selectionSet }) => [...fieldsOf(selectionSet, fragments)]);
    const fields = within(fieldNodes);
    const named = (name: string): FieldNode[] => fields.filter(field => field.name.value === name);
    const prices = within(named('prices')).map(({ name }) => name.value);
    return {
        items: named('items').length > 0,
        facetValues: named('facetValues').length > 0,
        collections: named('collections').length > 0,
        priceRanges: prices.some(name => name === 'range' || name === 'rangeWithTax'),
        priceBuckets: prices.some(name => name === 'buckets' || name === 'bucketsWithTax'),
    };
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
