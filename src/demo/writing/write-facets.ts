import { facets } from '../catalogue/facets';
import { languages, type Localised } from '../shop/markets';
import type { Row, RowWriter } from './row-writer';
import { allChannels, type ShopIds } from './write-markets';

/** Ids of facet values by `facet:value`, as in `brand:halden`. */
export type FacetValueIds = ReadonlyMap<string, number>;

/** Translation rows of an entity that has a name only. */
export function nameTranslations(baseId: number, name: Localised): Row[] {
    return languages.map(languageCode => ({ baseId, languageCode, name: name[languageCode] }));
}

export async function writeFacets(writer: RowWriter, shop: ShopIds): Promise<FacetValueIds> {
    const channels = allChannels(shop);
    const facetIds = await writer.insertWithIds(
        'facet',
        facets.map(({ code }) => ({ code, isPrivate: false })),
    );
    const values = facets.flatMap(({ code: facet, values: byCode }, index) =>
        Object.entries(byCode).map(([code, name]) => ({ facet, facetId: facetIds[index] ?? 0, code, name })),
    );
    const valueIds = await writer.insertWithIds(
        'facet_value',
        values.map(({ facetId, code }) => ({ facetId, code })),
    );
    await writer.insert(
        'facet_translation',
        facets.flatMap(({ name }, index) => nameTranslations(facetIds[index] ?? 0, name)),
    );
    await writer.insert(
        'facet_value_translation',
        values.flatMap(({ name }, index) => nameTranslations(valueIds[index] ?? 0, name)),
    );
    await writer.insert(
        'facet_channels_channel',
        facetIds.flatMap(facetId => channels.map(channelId => ({ facetId, channelId }))),
    );
    await writer.insert(
        'facet_value_channels_channel',
        valueIds.flatMap(facetValueId => channels.map(channelId => ({ facetValueId, channelId }))),
    );
    return new Map(values.map(({ facet, code }, index) => [`${facet}:${code}`, valueIds[index] ?? 0]));
}
