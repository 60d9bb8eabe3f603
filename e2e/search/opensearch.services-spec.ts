import { createTestDatabase, freePort, testPostgresUrl } from '@efi/plugin-kit/testing';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppProcess } from '../support/app-process';
import { startOpenSearch, type OpenSearch } from '../support/opensearch/start-opensearch';

/** What the storefront asks for on a list page. */
const SEARCH = `query ($input: SearchInput!) {
    search(input: $input) {
        totalItems
        items { productName slug currencyCode inStock priceWithTax { ... on PriceRange { min max } ... on SinglePrice { value } } }
        facetValues { count facetValue { name facet { name } } }
    }
}`;

interface SearchAnswer {
    readonly totalItems: number;
    readonly items: readonly { productName: string; slug: string; currencyCode: string; inStock: boolean }[];
    readonly facetValues: readonly { count: number }[];
}

describe('search in OpenSearch', () => {
    let openSearch: OpenSearch;
    let folder: string;
    let address: string;
    const running: AppProcess[] = [];

    beforeAll(async () => {
        openSearch = await startOpenSearch();
        folder = await mkdtemp(path.join(os.tmpdir(), 'efi-search-'));
        const port = await freePort();
        address = `http://127.0.0.1:${port}`;
        const env = {
            DATABASE_URL: await createTestDatabase(testPostgresUrl(), 'services_opensearch'),
            DATA_DIR: folder,
            PORT: String(port),
            WORKER_HEALTH_PORT: String(await freePort()),
        };
        const demo = fork('dist/src/demo/index.js', { env: { ...process.env, ...env }, silent: true });
        expect(await once(demo, 'exit')).toEqual([0, null]);
        for (const entry of ['index', 'index-worker'] as const) {
            running.push(await startApp(entry, { ...env, SEARCH_URL: openSearch.url }));
        }
        await reindex();
    }, 300_000);

    afterAll(async () => {
        running.forEach(app => app.signal('SIGTERM'));
        await Promise.all(running.map(app => app.ended()));
        await openSearch?.stop();
        if (folder) await rm(folder, { recursive: true, force: true });
    });

    it('finds products by their German name, with prices of the German market and facets', async () => {
        const all = await search('de', 'de', { groupByProduct: true });
        expect(all.totalItems).toBeGreaterThan(40);
        const [first] = all.items;
        expect(first).toMatchObject({ currencyCode: 'EUR' });

        const byName = await search('de', 'de', { groupByProduct: true, term: first?.productName });
        expect(byName.items.map(item => item.slug)).toContain(first?.slug);
        expect(byName.facetValues.length).toBeGreaterThan(0);
    });

    it('answers each market in its currency and each language in its words', async () => {
        const german = await search('de', 'gb', { groupByProduct: true, take: 100 });
        const french = await search('fr', 'gb', { groupByProduct: true, take: 100 });
        expect(new Set(german.items.map(item => item.currencyCode))).toEqual(new Set(['GBP']));
        expect(french.items.map(item => item.slug)).not.toEqual(german.items.map(item => item.slug));
        expect(french.totalItems).toBe(german.totalItems);
    });

    it('finds nothing for nonsense', async () => {
        expect(await search('en', 'us', { groupByProduct: true, term: 'xqzzyv' })).toMatchObject({
            totalItems: 0,
            items: [],
        });
    });

    async function search(language: string, market: string, input: object): Promise<SearchAnswer> {
        const data = await graphql(
            `shop-api?languageCode=${language}`,
            SEARCH,
            { input },
            { 'vendure-token': market },
        );
        return (data as { search: SearchAnswer }).search;
    }

    async function reindex(): Promise<void> {
        const login = await fetch(`${address}/admin-api`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({
                query: `mutation { login(username: "superadmin", password: "superadmin") { __typename } }`,
            }),
        });
        const authorization = { authorization: `Bearer ${login.headers.get('vendure-auth-token')}` };
        const { reindex: job } = (await graphql(
            'admin-api',
            'mutation { reindex { id } }',
            {},
            authorization,
        )) as { reindex: { id: string } };
        for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
            const data = await graphql(
                'admin-api',
                'query ($id: ID!) { job(jobId: $id) { state error } }',
                { id: job.id },
                authorization,
            );
            const { state, error } = (data as { job: { state: string; error: unknown } }).job;
            if (state === 'COMPLETED') return;
            if (state === 'FAILED') throw new Error(`Reindexing failed: ${String(error)}`);
            await new Promise(resolve => setTimeout(resolve, 500));
        }
        throw new Error('Reindexing took longer than a minute.');
    }

    async function graphql(
        api: string,
        query: string,
        variables: object,
        headers: Record<string, string>,
    ): Promise<unknown> {
        const response = await fetch(`${address}/${api}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...headers },
            body: JSON.stringify({ query, variables }),
        });
        const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
        if (errors) throw new Error(JSON.stringify(errors));
        return data;
    }
});
