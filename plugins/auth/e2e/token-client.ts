import type { Audience } from '../src/tokens/domain/audience';

export interface Answer<Body = Record<string, unknown>> {
    readonly status: number;
    readonly headers: Headers;
    readonly body: Body;
}

/** What the token routes hand out. */
export interface Pair {
    readonly accessToken: string;
    readonly refreshToken: string;
    readonly expiresIn: number;
    readonly refreshExpiresIn: number;
}

interface GraphQlBody {
    readonly data?: Record<string, unknown>;
    readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/** Talks to a shop as any program outside does. */
export function tokenClient(address: string) {
    async function post<Body>(path: string, json: unknown, headers: Record<string, string> = {}) {
        const response = await fetch(`${address}${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...headers },
            body: JSON.stringify(json),
        });
        const text = await response.text();
        return {
            status: response.status,
            headers: response.headers,
            body: (text ? JSON.parse(text) : undefined) as Body,
        } satisfies Answer<Body>;
    }
    const route = (audience: Audience, action = '') => `/api/v1/auth/token/${audience}${action}`;
    const signIn = (
        username: string,
        password: string,
        audience: Audience = 'shop',
        more: Record<string, unknown> = {},
    ) => post<Pair>(route(audience), { username, password, ...more });
    const graphQl = (
        audience: Audience,
        query: string,
        headers: Record<string, string> = {},
        variables: Record<string, unknown> = {},
    ) => post<GraphQlBody>(`/${audience}-api`, { query, variables }, headers);
    return {
        post,
        signIn,
        graphQl,
        refresh: (refreshToken: string, audience: Audience = 'shop') =>
            post<Pair>(route(audience, '/refresh'), { refreshToken }),
        revoke: (refreshToken: string, audience: Audience = 'shop') =>
            post<undefined>(route(audience, '/revoke'), { refreshToken }),
        /** Who a token speaks for: the account's identifier, or the status of the refusal. */
        whoIs: async (accessToken: string, audience: Audience = 'shop') => {
            const { status, body } = await graphQl(audience, '{ me { identifier } }', {
                authorization: `Bearer ${accessToken}`,
            });
            const me = body.data?.me as { identifier: string } | null | undefined;
            return me?.identifier ?? status;
        },
    };
}

export type TokenClient = ReturnType<typeof tokenClient>;
