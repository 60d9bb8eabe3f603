import type { EntityManager } from 'typeorm';
import type { FacetReference } from '../../domain/catalogue-product';
import { addLinks, takeIds, upsertById, upsertByKey } from './batch-sql';
import { channelsOf, type Destination } from './destination';

/** Finds the id of a facet value. */
export type FacetValueIds = (reference: FacetReference) => number;

/**
 * The ids of facet values, by the code of their facet and their name in the main language, as in Vendure's own import.
 * Those that are missing are made.
 */
export async function facetValueIds(
    manager: EntityManager,
    references: readonly FacetReference[],
    destination: Destination,
): Promise<FacetValueIds> {
    const { mainLanguage, slugOf } = destination;
    const facetName = (reference: FacetReference) => reference.facet[mainLanguage] ?? '';
    const valueName = (reference: FacetReference) => reference.value[mainLanguage] ?? '';
    const facetCode = (reference: FacetReference) => slugOf(facetName(reference));

    const wantedFacets = uniqueBy(references, facetCode);
    const facets = await facetIds(manager, wantedFacets, facetCode, destination);
    const keyOf = (facetId: number | undefined, name: string) => `${facetId ?? ''} ${name}`;
    const wanted = uniqueBy(references, reference =>
        keyOf(facets.get(facetCode(reference)), valueName(reference)),
    );
    const values = await readValues(manager, [...facets.values()], mainLanguage);
    const ids = new Map(values.map(({ id, facetId, name }) => [keyOf(facetId, name), id]));
    const missing = [...wanted].filter(([key]) => !ids.has(key));
    const newIds = await takeIds(manager, 'facet_value', missing.length);
    await upsertById(
        manager,
        'facet_value',
        { id: 'int', code: 'text', facetId: 'int' },
        missing.map(([, reference], index) => [
            newIds[index] ?? 0,
            slugOf(valueName(reference)),
            facets.get(facetCode(reference)) ?? 0,
        ]),
    );
    await upsertByKey(
        manager,
        'facet_value_translation',
        { baseId: 'int', languageCode: 'text' },
        { name: 'text' },
        missing.flatMap(([, { value }], index) =>
            Object.entries(value).map(([language, name]) => [newIds[index] ?? 0, language, name]),
        ),
    );
    missing.forEach(([key], index) => ids.set(key, newIds[index] ?? 0));
    await addLinks(
        manager,
        { table: 'facet_value_channels_channel', owner: 'facetValueId', value: 'channelId' },
        [...wanted.keys()].flatMap(key =>
            channelsOf(destination).map(channel => [ids.get(key) ?? 0, channel] as const),
        ),
    );
    return reference => ids.get(keyOf(facets.get(facetCode(reference)), valueName(reference))) ?? 0;
}

/** By code. */
async function facetIds(
    manager: EntityManager,
    wanted: ReadonlyMap<string, FacetReference>,
    codeOf: (reference: FacetReference) => string,
    destination: Destination,
): Promise<Map<string, number>> {
    const codes = [...wanted.keys()];
    const made = await manager.query<Array<{ id: number; code: string }>>(
        `WITH made AS (INSERT INTO facet (code) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING RETURNING id, code)
         SELECT id, code FROM made`,
        [await missingCodes(manager, codes)],
    );
    await upsertByKey(
        manager,
        'facet_translation',
        { baseId: 'int', languageCode: 'text' },
        { name: 'text' },
        made.flatMap(({ id, code }) =>
            Object.entries(wanted.get(code)?.facet ?? {}).map(([language, name]) => [id, language, name]),
        ),
    );
    const rows = await manager.query<Array<{ id: number; code: string }>>(
        'SELECT id, code FROM facet WHERE code = ANY($1::text[])',
        [codes],
    );
    await addLinks(
        manager,
        { table: 'facet_channels_channel', owner: 'facetId', value: 'channelId' },
        rows.flatMap(({ id }) => channelsOf(destination).map(channel => [id, channel] as const)),
    );
    return new Map(rows.map(({ id, code }) => [code, id]));
}

/** An insert that meets a row would use up an id each time. */
async function missingCodes(manager: EntityManager, codes: readonly string[]): Promise<string[]> {
    const rows = await manager.query<Array<{ code: string }>>(
        'SELECT code FROM unnest($1::text[]) AS code WHERE NOT EXISTS (SELECT FROM facet f WHERE f.code = code.code)',
        [codes],
    );
    return rows.map(({ code }) => code);
}

/** Locked, so that two imports do not make the same value twice. */
async function readValues(
    manager: EntityManager,
    facetIdsToRead: readonly number[],
    language: string,
): Promise<Array<{ id: number; facetId: number; name: string }>> {
    await manager.query('SELECT FROM facet WHERE id = ANY($1::int[]) ORDER BY id FOR NO KEY UPDATE', [
        facetIdsToRead,
    ]);
    return manager.query(
        `SELECT v.id, v."facetId", t.name FROM facet_value v
           JOIN facet_value_translation t ON t."baseId" = v.id
          WHERE v."facetId" = ANY($1::int[]) ORDER BY t."languageCode" = $2, v.id DESC`,
        [facetIdsToRead, language],
    );
}

/** The first of those with the same key. */
function uniqueBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value> {
    const found = new Map<string, Value>();
    for (const value of values) {
        const key = keyOf(value);
        if (!found.has(key)) {
            found.set(key, value);
        }
    }
    return found;
}
