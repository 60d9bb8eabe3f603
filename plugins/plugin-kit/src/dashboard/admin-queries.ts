import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api, useChannel } from '@vendure/dashboard';

/**
 * Hooks by which the screens of one plugin read from the Admin API.
 *
 * @param root - Keeps what this plugin read apart from what others did, such as `efi-fraud`.
 */
export function adminQueries(root: string) {
    /**
     * Reads from the Admin API, for the active channel.
     *
     * @param refetchInterval - In milliseconds, or false: by what was read last.
     */
    function useAdminQuery<Data, Variables extends Record<string, unknown>>(
        document: TypedDocumentNode<Data, Variables>,
        variables: Variables,
        refetchInterval: number | ((data: Data | undefined) => number | false) | false = false,
    ): UseQueryResult<Data> {
        const { activeChannel } = useChannel();
        return useQuery<Data>({
            queryKey: [root, activeChannel?.id, document, variables],
            queryFn: () => api.query(document, variables),
            refetchInterval:
                typeof refetchInterval === 'function'
                    ? query => refetchInterval(query.state.data)
                    : refetchInterval,
        });
    }

    /** Reads everything again that the plugin's screens show: one thing often shows in several places. */
    function useRefresh(): () => Promise<void> {
        const client = useQueryClient();
        return () => client.invalidateQueries({ queryKey: [root] });
    }

    return { useAdminQuery, useRefresh };
}
