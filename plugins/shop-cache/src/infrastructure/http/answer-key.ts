import type { ShopDocument } from '../../application/shop-document';
import type { ShopRequest } from '../../application/shop-request';
import type { Audience } from '../session-audience';
import { headerOf, type ShopHttpRequest } from './shop-http';

/** Headers that may decide about an answer: its form, and the address of this server in links to images. */
const HEADERS = ['accept', 'host', 'x-forwarded-host', 'x-forwarded-proto'] as const;
const LONGEST_HEADER = 200;

/**
 * Everything that decides about an answer, in one text: two requests with one key get one answer. `undefined` when
 * a header is longer than any honest one.
 */
export function keyOf(
    request: ShopHttpRequest,
    asked: ShopRequest,
    document: ShopDocument,
    audience: NonNullable<Audience>,
): string | undefined {
    const headers = HEADERS.map(name => headerOf(request, name) ?? '');
    if (headers.some(value => value.length > LONGEST_HEADER)) {
        return undefined;
    }
    return JSON.stringify([
        document.normalised,
        asked.variables,
        asked.operationName,
        asked.channelToken,
        asked.languageCode,
        asked.currencyCode,
        audience.groups,
        request.protocol,
        ...headers,
    ]);
}
