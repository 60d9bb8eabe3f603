import type { Answer } from '../../application/answer-cache';
import { headerOf, type ShopHttpRequest, type ShopHttpResponse } from './shop-http';

/** What decides about an answer, beside its address: for caches on the way. */
const VARY = 'Accept, Authorization, Cookie';

export interface SendOptions {
    /** Whether it was asked for with GET. */
    readonly isGet: boolean;
    /** Whether the asker has no session. */
    readonly isPublic: boolean;
    readonly channelTokenKey: string;
    readonly cdnMaxAgeSeconds: number;
}

/** Sends an answer from the cache, or tells that the client has it already. @returns the status. */
export function sendAnswer(
    request: ShopHttpRequest,
    response: ShopHttpResponse,
    answer: Answer,
    options: SendOptions,
): 200 | 304 {
    response.setHeader('efi-cache', 'hit');
    if (options.isGet) {
        setCacheHeaders(response, answer, options);
        if (isKnown(headerOf(request, 'if-none-match'), answer.etag)) {
            response.writeHead(304).end();
            return 304;
        }
    }
    response
        .writeHead(200, { 'content-type': answer.contentType, 'content-length': answer.body.length })
        .end(answer.body);
    return 200;
}

/** For an answer to GET: who may keep it, for how long, and how it is asked for again. */
export function setCacheHeaders(
    response: ShopHttpResponse,
    answer: Pick<Answer, 'etag' | 'showsPriceOrStock'>,
    { isPublic, channelTokenKey, cdnMaxAgeSeconds }: SendOptions,
): void {
    const mayBeOld = isPublic && cdnMaxAgeSeconds > 0 && !answer.showsPriceOrStock;
    const already = response.getHeader('vary');
    response.setHeader('etag', answer.etag);
    response.setHeader(
        'cache-control',
        mayBeOld
            ? `public, max-age=0, s-maxage=${cdnMaxAgeSeconds}, must-revalidate`
            : `${isPublic ? 'public' : 'private'}, no-cache`,
    );
    response.setHeader('vary', [already, VARY, channelTokenKey].flat().filter(Boolean).join(', '));
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
    return (ifNoneMatch ?? '').split(',').some(known => known.trim().replace(/^W\//, '') === etag);
}
