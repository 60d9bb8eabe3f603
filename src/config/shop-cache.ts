import { contentCachedFields } from '@efi/content-plugin';
import { ShopCachePlugin } from '@efi/shop-cache-plugin';
import { randomUUID } from 'node:crypto';
import type { Env } from '../env';
import { REQUEST_ID } from './hardening/request-id';

const MB = 1024 * 1024;

/** Answers of the Shop API from memory. */
export function shopCachePlugin(env: Env) {
    return ShopCachePlugin.init({
        ...(env.SHOP_CACHE_MB > 0 ? { maxBytes: env.SHOP_CACHE_MB * MB } : { enabled: false }),
        // The database tells nothing of what changes in OpenSearch.
        search: !env.SEARCH_URL,
        fields: [...searchFields, ...contentCachedFields, 'Query.efiCurrentSlug'],
        // What stands before the cache here goes by the request alone, and asks nobody.
        front: { seconds: 60, freshHeaders: { [REQUEST_ID]: randomUUID } },
        // Members of a group may have prices of their own, in tables that are not watched.
        sessions: 'without-group',
        revalidation: revalidation(env),
    });
}

/** What `@efi/search-plugin` adds: the same for everybody, and made from tables whose changes are told. */
const searchFields = [
    'Query.efiSearchSuggestions',
    'SearchResponse.efiCorrectedTerm',
    ...['products', 'collections', 'correctedTerm'].map(field => `EfiSearchSuggestions.${field}`),
];

function revalidation({ REVALIDATION_SECRET, REVALIDATION_URLS, STOREFRONT_URL }: Env) {
    const urls = REVALIDATION_URLS.length > 0 ? REVALIDATION_URLS : [`${STOREFRONT_URL}/api/revalidate`];
    return REVALIDATION_SECRET === undefined ? undefined : { secret: REVALIDATION_SECRET, urls };
}
