import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';
import type { Wanted } from '../infrastructure/searching/search-statement';

/** Which parts of `SearchResponse` a document asks for, through fragments too. */
export function wantedParts(info: GraphQLResolveInfo): Wanted {
    const fields = new Set(
        info.fieldNodes.flatMap(({ selectionSet }) => [...fieldsOf(selectionSet, info.fragments)]),
    );
    return {
        items: fields.has('items'),
        facetValues: fields.has('facetValues'),
        collections: fields.has('collections'),
        prices: fields.has('prices'),
    };
}

function* fieldsOf(
    selectionSet: SelectionSetNode | undefined,
    fragments: GraphQLResolveInfo['fragments'],
): Generator<string> {
    for (const selection of selectionSet?.selections ?? []) {
        if (selection.kind === Kind.FIELD) {
            yield selection.name.value;
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
            yield* fieldsOf(selection.selectionSet, fragments);
        } else {
            yield* fieldsOf(fragments[selection.name.value]?.selectionSet, fragments);
        }
    }
}
