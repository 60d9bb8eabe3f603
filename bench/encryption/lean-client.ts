import { exchange } from '../measuring/exchange';

/** Asks an API, and takes little of the processor for it, which it shares with who is asked. */
export interface LeanClient {
    /** @throws Error with GraphQL's errors. */
    run(query: string, variables?: Record<string, unknown>): Promise<unknown>;
}

/** @param token - Of a session that is there. */
export function leanClient(address: string, token: string): LeanClient {
    return {
        async run(query, variables = {}) {
            const { body } = await exchange(address, {
                headers: { authorization: `Bearer ${token}` },
                body: JSON.stringify({ query, variables }),
            });
            const { data, errors } = JSON.parse(body) as { data?: unknown; errors?: unknown };
            if (errors || !data) {
                throw new Error(`${query.trim().split('\n')[0]}: ${body}`);
            }
            return data;
        },
    };
}
