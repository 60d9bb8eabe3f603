import type { LanguageCode } from '@vendure/core';

/** A facet value that a search has counted: how many results have it, and what is shown of it, as JSON. */
export type FacetValueRow = readonly [count: number, facetValue: string];

/** What {@link FacetValueRow} holds as JSON. */
export interface ShownFacetValue {
    readonly id: number;
    readonly code: string;
    readonly facetId: number;
    readonly translations: readonly Name[];
    readonly facet: {
        readonly id: number;
        readonly code: string;
        readonly isPrivate: boolean;
        readonly translations: readonly Name[];
    };
}

interface Name {
    readonly languageCode: LanguageCode;
    readonly name: string;
}

const names = (table: string, owner: string): string => `(
        SELECT json_agg(json_build_object('languageCode', t."languageCode", 'name', t.name) ORDER BY t.id)
          FROM ${table} t WHERE t."baseId" = ${owner}.id)`;

/**
 * The facet values of a channel, in all their languages. Each is a text of its own, so that one that was read before is
 * known by it.
 *
 * @param counted - A subquery with `id` and `number`.
 */
export function facetValueRows(counted: string, channelId: string): string {
    return `(
    SELECT coalesce(json_agg(json_build_array(counted.number, json_build_object(
               'id', v.id, 'code', v.code, 'facetId', v."facetId",
               'translations', ${names('facet_value_translation', 'v')},
               'facet', json_build_object(
                   'id', f.id, 'code', f.code, 'isPrivate', f."isPrivate",
                   'translations', ${names('facet_translation', 'f')}))::text) ORDER BY v.id), '[]')
      FROM ${counted} counted
      JOIN facet_value v ON v.id = counted.id
      JOIN facet f ON f.id = v."facetId"
      JOIN facet_value_channels_channel assigned
           ON assigned."facetValueId" = v.id AND assigned."channelId" = ${channelId})`;
}
