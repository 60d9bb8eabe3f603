import { headerOf, type ShopHttpRequest } from './shop-http';

/** Larger requests than this, in bytes, go their usual way unread. */
const LARGEST = 32_000;
const JSON_TYPE = /^application\/json\s*(;\s*charset=utf-?8\s*)?$/i;

/** Whether the application has read the body already, by a parser that it put before the cache. */
export function hasParsedBody(request: ShopHttpRequest): boolean {
    return typeof request.body === 'object' && request.body !== null;
}

/** Whether the body is JSON of a known, moderate length. If not, it is left for Express to read or refuse. */
export function hasReadableBody(request: ShopHttpRequest): boolean {
    const length = Number(headerOf(request, 'content-length'));
    return (
        (hasParsedBody(request) || (!request.readableEnded && request.body === undefined)) &&
        JSON_TYPE.test(headerOf(request, 'content-type') ?? '') &&
        length > 0 &&
        length <= LARGEST &&
        request.headers['content-encoding'] === undefined &&
        request.headers['transfer-encoding'] === undefined
    );
}

/** Reads the body. `undefined` when the client went away. */
export function readBody(request: ShopHttpRequest): Promise<string | undefined> {
    return new Promise(resolve => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
        request.on('error', () => resolve(undefined));
        request.on('close', () => resolve(undefined));
    });
}

/** What Express' own parser makes of a body, with the same error for what is no JSON object. */
export function parseBody(text: string): { readonly body: unknown } | { readonly error: Error } {
    try {
        const body: unknown = JSON.parse(text);
        if (typeof body === 'object' && body !== null) {
            return { body };
        }
        throw new SyntaxError('The body must be a JSON object or array.');
    } catch (error) {
        return {
            error: Object.assign(error as Error, {
                status: 400,
                statusCode: 400,
                expose: true,
                type: 'entity.parse.failed',
            }),
        };
    }
}
