import type { IncomingMessage, ServerResponse } from 'node:http';

/** What is used of Express' request, early: before its body is parsed. */
export interface ShopHttpRequest extends IncomingMessage {
    readonly app: object;
    readonly protocol: string;
    url: string;
    method: string;
    body?: unknown;
    session?: { readonly token?: unknown } | null;
}

export type ShopHttpResponse = ServerResponse;

export type Next = (error?: unknown) => void;

/** A header that was sent once. */
export function headerOf(request: IncomingMessage, name: string): string | undefined {
    const value = request.headers[name];
    return typeof value === 'string' ? value : undefined;
}
