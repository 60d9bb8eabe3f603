import type { TestShop } from '@efi/plugin-kit/testing';

export interface RestAnswer {
    readonly status: number;
    readonly headers: Headers;
    /** Parsed, or `undefined` without one. */
    readonly body: Record<string, unknown> | undefined;
}

export interface RestCall {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    /** Sent as JSON. */
    readonly json?: unknown;
    /** Or as it is. */
    readonly body?: string;
}

export type RestClient = (path: string, call?: RestCall) => Promise<RestAnswer>;

/** Talks to `/api/v1` of a shop as whoever the token belongs to. */
export function restClient(shop: Pick<TestShop, 'config'>, token?: string): RestClient {
    const address = `http://localhost:${shop.config.apiOptions.port}/api/v1`;
    return async (path, { method = 'GET', headers = {}, json, body } = {}) => {
        const response = await fetch(`${address}${path}`, {
            method,
            redirect: 'manual',
            headers: {
                ...(token ? { authorization: `Bearer ${token}` } : {}),
                ...(json === undefined ? {} : { 'content-type': 'application/json' }),
                ...headers,
            },
            ...(json === undefined ? (body === undefined ? {} : { body }) : { body: JSON.stringify(json) }),
        });
        const text = await response.text();
        const isJson = /json/.test(response.headers.get('content-type') ?? '');
        return {
            status: response.status,
            headers: response.headers,
            body: text && isJson ? (JSON.parse(text) as Record<string, unknown>) : undefined,
        };
    };
}
