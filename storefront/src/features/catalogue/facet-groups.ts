/** How many results carry a facet value, as the search answers. */
export interface FacetCount {
    readonly count: number;
    readonly facetValue: {
        readonly id: string;
        readonly name: string;
        readonly facet: { readonly id: string; readonly name: string };
    };
}

export interface FacetGroup {
    readonly id: string;
    readonly name: string;
    readonly values: readonly {
        readonly id: string;
        readonly name: string;
        readonly count: number;
        readonly chosen: boolean;
    }[];
}

/**
 * The facets beside a listing. Within a facet that is filtered by, the counts come from a search without that
 * filter: they say what a further value would bring, where the filtered search would say none.
 *
 * @param counts - Of the search with all filters, which found `found` products.
 * @param widened - By facet id, counts of the search without that facet's filter.
 */
export function facetGroups(
    counts: readonly FacetCount[],
    found: number,
    widened: ReadonlyMap<string, readonly FacetCount[]>,
    chosen: ReadonlyMap<string, readonly string[]>,
): FacetGroup[] {
    const groups = new Map<string, { id: string; name: string; counts: FacetCount[] }>();
    const all = [
        // A value that every product has narrows nothing down.
        ...counts.filter(({ facetValue, count }) => !widened.has(facetValue.facet.id) && count < found),
        ...[...widened].flatMap(([facetId, own]) =>
            own.filter(entry => entry.facetValue.facet.id === facetId),
        ),
    ];
    for (const entry of all) {
        const { id, name } = entry.facetValue.facet;
        const group = groups.get(id) ?? { id, name, counts: [] };
        group.counts.push(entry);
        groups.set(id, group);
    }
    return [...groups.values()]
        .map(group => ({
            id: group.id,
            name: group.name,
            values: group.counts
                .map(({ count, facetValue }) => ({
                    id: facetValue.id,
                    name: facetValue.name,
                    count,
                    chosen: chosen.get(group.id)?.includes(facetValue.id) ?? false,
                }))
                .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name)),
        }))
        .filter(group => group.values.length > 0)
        .sort((a, b) => a.name.localeCompare(b.name));
}
