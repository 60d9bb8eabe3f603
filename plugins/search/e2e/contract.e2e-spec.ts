import { LanguageCode } from '@vendure/core';
import { gql } from 'graphql-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchPlugin } from '../src';
import {
    type Answer,
    type Clients,
    type Context,
    contexts,
    type Input,
    inputs,
    PREPARE,
    searchOf,
} from './support/contract-cases';
import { exampleShop, idle, reindex } from './support/example-shop';

/** An answer, or the error that came instead. */
async function ask(clients: Clients, context: Context, input: Input): Promise<unknown> {
    try {
        return comparable(await searchOf(clients, context, input));
    } catch (error) {
        return { error: (error as Error).message };
    }
}

/** Without the order of what has none, and without what Vendure says twice or says of nothing. */
function comparable({ items, totalItems, facetValues, collections }: Answer): unknown {
    const list = (ids: readonly string[] = []): string[] =>
        [...new Set(ids)].filter(id => id !== 'T_' && id !== '').sort();
    return {
        totalItems,
        items: items.map(item => ({
            ...item,
            facetIds: list(item.facetIds),
            facetValueIds: list(item.facetValueIds),
            collectionIds: list(item.collectionIds),
            channelIds: list(item.channelIds),
            score: Number(item.score.toFixed(5)),
        })),
        facetValues: [...facetValues].sort(
            (a, b) => Number(a.facetValue.id.slice(2)) - Number(b.facetValue.id.slice(2)),
        ),
        collections: [...collections].sort(
            (a, b) => Number(a.collection.id.slice(2)) - Number(b.collection.id.slice(2)),
        ),
    };
}

describe('an answer', async () => {
    const shop = await exampleShop([SearchPlugin.init()]);
    let stock: Awaited<ReturnType<typeof shop.startStock>>;
    const totals: number[] = [];

    beforeAll(async () => {
        await shop.start();
        await shop.adminClient.query(PREPARE);
        await idle(shop.adminClient);
        stock = await shop.startStock();
        expect(await reindex(stock.adminClient)).toMatchObject({ state: 'COMPLETED' });
        expect(await reindex(shop.adminClient)).toMatchObject({ state: 'COMPLETED', progress: 100 });
    }, 300_000);

    afterAll(async () => {
        stock?.stop();
        await shop.stop();
    });

    // Vendure takes every language for English, so that what is no word there is none in German.
    const asked = contexts
        .flatMap(context => inputs.map(input => ({ context, input })))
        .filter(({ context, input }) => context.language === LanguageCode.en || input.term !== 'the');

    it.each(asked)(
        'is the one of Vendure for $context.api $context.language $context.grouped $input',
        async ({ context, input }) => {
            const expected = await ask(stock, context, input);
            totals.push((expected as Partial<Answer>).totalItems ?? 0);
            expect(await ask(shop, context, input)).toEqual(expected);
        },
    );

    it('has of facet values what the index does not know', async () => {
        const document = gql`
            {
                search(input: { term: "camera", groupByProduct: true }) {
                    facetValues {
                        count
                        facetValue {
                            id
                            name
                            createdAt
                            facet {
                                values {
                                    code
                                }
                            }
                        }
                    }
                }
            }
        `;
        const [ours, vendures] = await Promise.all(
            [shop, stock].map(({ shopClient }) => shopClient.query<{ search: Answer }>(document)),
        );
        const sorted = (answer?: { search: Answer }) =>
            [...(answer?.search.facetValues ?? [])].sort((a, b) =>
                a.facetValue.id.localeCompare(b.facetValue.id),
            );
        expect(sorted(ours).length).toBeGreaterThan(2);
        expect(sorted(ours)).toEqual(sorted(vendures));
    });

    it('is judged on products whose variants are not alike', async () => {
        const [{ count } = { count: 0 }] = await shop.sql<{ count: number }>(
            'SELECT count(*)::int AS count FROM efi_search_product WHERE NOT "isUniform"',
        );
        expect(count).toBeGreaterThan(1);
    });

    it('is judged by some that say something', () => {
        expect(totals.filter(total => total > 1).length).toBeGreaterThan(150);
        expect(new Set(totals).size).toBeGreaterThan(20);
    });
});
