import { SearchPlugin } from '@efi/search-plugin';
import { DefaultSearchPlugin, type Type } from '@vendure/core';
import { createOpenSearchAdapter, ElasticsearchPlugin } from '@vendure-community/elasticsearch-plugin';
import type { Env } from '../env';

/** Product search: in PostgreSQL, or in OpenSearch when SEARCH_URL names one. The Shop API is the same. */
export function searchPlugin(env: Env): Type<unknown> {
    if (!env.SEARCH_URL) {
        return env.SEARCH_ENGINE === 'vendure' ? vendureSearch() : SearchPlugin.init();
    }
    const node = env.SEARCH_URL;
    return ElasticsearchPlugin.init({
        adapter: () => createOpenSearchAdapter({ clientOptions: { node } }),
        indexPrefix: 'efi-',
        connectionAttempts: 10,
        connectionAttemptInterval: 2_000,
    });
}

/** The search that Vendure brings. Its table is made by the migrations whether it is used or not. */
export function vendureSearch(): Type<unknown> {
    return DefaultSearchPlugin.init({
        bufferUpdates: false,
        indexStockStatus: true,
        indexCurrencyCode: true,
    });
}
