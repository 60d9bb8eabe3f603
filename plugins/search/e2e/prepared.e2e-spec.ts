import { gql } from 'graphql-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchPlugin } from '../src';
import { exampleShop } from './support/example-shop';

const parts = ['', 'facetValues { count }', 'collections { count }', 'prices { range { min } }'];
const items = ['', 'items { slug }', 'items { description }', 'items { facetIds description }'];
const sorts = [{}, { name: 'ASC' }, { name: 'DESC' }, { price: 'ASC' }, { price: 'DESC' }];
const filters = [{}, { inStock: true }, { collectionId: 'T_2' }, { facetValueFilters: [{ and: 'T_1' }] }];

/** As many as a process may have. */
const CONNECTIONS = 10;

describe('searches that are asked in very many ways', async () => {
    const shop = await exampleShop([SearchPlugin.init()]);

    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    /** Each takes its time, so that together they are asked of all connections. */
    const preparedOnOne = async () => {
        const rows = await shop.sql<{ statement: string }>(
            `WITH held AS MATERIALIZED (SELECT pg_sleep(0.5))
             SELECT statement FROM held CROSS JOIN pg_prepared_statements WHERE statement LIKE '%efi_search_%'`,
        );
        return rows.map(({ statement }) => statement);
    };

    it('are prepared in a few of them', async () => {
        const asked = parts.flatMap(part =>
            items.flatMap(item =>
                sorts.flatMap(sort => filters.map(filter => ({ fields: `${part} ${item}`, sort, filter }))),
            ),
        );
        for (const { fields, sort, filter } of asked) {
            const document = gql(
                `query ($input: SearchInput!) { search(input: $input) { totalItems ${fields} } }`,
            );
            await shop.shopClient.query(document, { input: { groupByProduct: true, sort, ...filter } });
        }
        expect(asked.length).toBeGreaterThan(300);
        const prepared = new Set(
            (await Promise.all(Array.from({ length: CONNECTIONS }, preparedOnOne))).flat(),
        );
        expect(prepared.size).toBeGreaterThan(10);
        expect(prepared.size).toBeLessThanOrEqual(64);
    }, 120_000);
});
