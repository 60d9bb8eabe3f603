import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { VendureConfig } from '@vendure/core';

type ApolloPlugin = NonNullable<VendureConfig['apiOptions']['apolloServerPlugins']>[number];

/**
 * Answers of GraphQL may not be kept by anybody on the way, unless a header says otherwise. Apollo comes to the same
 * without hints in the schema, of which Vendure has none, and asks each field of each answer for them: 6 % of the server's
 * processor time for a list of products.
 */
export const noStore: ApolloPlugin[] = [
    ApolloServerPluginCacheControlDisabled(),
    {
        requestDidStart: () =>
            Promise.resolve({
                willSendResponse({ response: { http } }) {
                    if (!http.headers.has('cache-control')) {
                        http.headers.set('cache-control', 'no-store');
                    }
                    return Promise.resolve();
                },
            }),
    },
];
