import type { ServerResponse } from 'node:http';
import { LateScripts } from './late-scripts';

/**
 * Pages that one looks at before one does anything. Others are forms: what is typed before React is there it takes for
 * empty, so their scripts begin with the page.
 */
const lookedAt =
    /^\/[a-z]{2}-[a-z]{2}(\/((products|collections|legal|pages)\/[^/?]+|search|cart|compare))?\/?(\?|$)/;

/** @param url - With its query, without its origin. */
export function isLookedAt(url: string | undefined): boolean {
    return url !== undefined && lookedAt.test(url);
}

/**
 * Has the scripts of an answer that turns out to be a page begin late. Only then is it known that what Next.js
 * compresses with stands in its place, before which the page has to be changed. A page that could not be made is left as it
 * is: nothing is painted of it before its scripts say so.
 */
export function sendPagesWithLateScripts(response: ServerResponse): void {
    const setHeader = response.setHeader.bind(response);
    let isKnown = false;
    response.setHeader = (name, value) => {
        if (!isKnown && name.toLowerCase() === 'content-type') {
            isKnown = true;
            if (String(value).startsWith('text/html') && response.statusCode < 500) {
                changeBody(response);
            }
        }
        return setHeader(name, value);
    };
}

type Rest = readonly unknown[];

function changeBody(response: ServerResponse): void {
    const page = new LateScripts();
    const write = response.write.bind(response) as (...all: Rest) => boolean;
    const end = response.end.bind(response) as (...all: Rest) => ServerResponse;
    // It says how long the page is as Next.js made it.
    const forgetLength = () => {
        if (!response.headersSent) {
            response.removeHeader('content-length');
        }
    };
    response.write = ((chunk: Uint8Array | string, ...rest: Rest) => {
        forgetLength();
        return write(page.next(bytes(chunk, rest[0])), ...withoutEncoding(rest));
    }) as typeof response.write;
    response.end = ((...all: Rest) => {
        const [chunk, ...rest] = all;
        if (typeof chunk === 'string' || chunk instanceof Uint8Array) {
            forgetLength();
            return end(
                Buffer.concat([page.next(bytes(chunk, rest[0])), page.rest()]),
                ...withoutEncoding(rest),
            );
        }
        const left = page.rest();
        return left.length > 0 ? end(left, ...all.filter(isCallback)) : end(...all);
    }) as typeof response.end;
}

function bytes(chunk: Uint8Array | string, encoding: unknown): Buffer {
    return typeof chunk === 'string'
        ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
        : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

/** Bytes have none. */
function withoutEncoding(rest: Rest): Rest {
    return rest.filter(isCallback);
}

function isCallback(value: unknown): boolean {
    return typeof value === 'function';
}
