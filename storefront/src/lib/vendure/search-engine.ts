import 'server-only';
import { ShopApiError } from './client';
import { firstKnownWay } from './known-ways';

/**
 * Asks the server's search engine in the first way that it knows. Suggestions and help with spelling are the
 * platform's own search in PostgreSQL, prices of results that and OpenSearch; Vendure's own search has neither.
 */
export const askSearchEngine = firstKnownWay(
    error => error instanceof ShopApiError && error.code === 'GRAPHQL_VALIDATION_FAILED',
);
