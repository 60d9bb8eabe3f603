import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api, useChannel } from '@vendure/dashboard';

const ROOT = 'efi-auth';

/**
 * Reads from the Admin API, for the active channel.
 *
 * @param refetchInterval - In milliseconds, or false: by what was read last.
 */
export function useAdminQuery<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    refetchInterval: number | ((data: Data | undefined) => number | false) | false = false,
): UseQueryResult<Data> {
    const { activeChannel } = useChannel();
    return useQuery<Data>({
        queryKey: [ROOT, activeChannel?.id, document, variables],
        queryFn: () => api.query(document, variables),
        refetchInterval:
            typeof refetchInterval === 'function'
                ? query => refetchInterval(query.state.data)
                : refetchInterval,
    });
}

/** Reads everything again that these screens show: a session shows in two places. */
export function useRefresh(): () => Promise<void> {
    const client = useQueryClient();
    return () => client.invalidateQueries({ queryKey: [ROOT] });
}
