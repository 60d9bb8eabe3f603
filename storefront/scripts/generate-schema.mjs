/**
 * Writes `src/graphql/schema.graphql` from a running Shop API. `npm run -w storefront schema` calls it and then
 * gql.tada, which makes the types that queries are checked with. Run that when the server's schema has changed.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildClientSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from 'graphql';

const shopApi = process.env.SHOP_API_URL ?? 'http://localhost:3000/shop-api';
const root = path.join(import.meta.dirname, '..');

const response = await fetch(shopApi, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: getIntrospectionQuery() }),
});
const { data, errors } = await response.json();
if (errors) {
    throw new Error(`${shopApi} does not describe itself (production mode?): ${errors[0].message}`);
}
const schema = lexicographicSortSchema(buildClientSchema(data));
writeFileSync(path.join(root, 'src/graphql/schema.graphql'), `${printSchema(schema)}\n`);
