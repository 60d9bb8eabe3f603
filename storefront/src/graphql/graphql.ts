import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env';

/** Vendure's scalars as they arrive in JSON. Money is in minor units: 1299 is 12.99. */
interface Scalars {
    ID: string;
    Money: number;
    DateTime: string;
    JSON: Record<string, unknown>;
}

/** Checks a query against `schema.graphql` and gives it its types. */
export const graphql = initGraphQLTada<{ introspection: introspection; scalars: Scalars }>();

export type { ResultOf, TadaDocumentNode } from 'gql.tada';
