import type { ChangeFeed } from '@efi/plugin-kit';
import { LRUCache } from 'lru-cache';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Answer, AnswerCache } from '../../application/answer-cache';
import type { FrontOptions } from '../../shop-cache.options';
import type { CacheCounters } from '../cache-counters';

/** Larger bodies than this, in bytes, are left to the application. */
const LARGEST = 32_000;
const MOST_BYTES = 8_000_000;

/** Of the answer or of the connection, and not of what stands before the cache. */
const OWN_HEADERS = new Set(['content-length', 'connection', 'date', 'keep-alive', 'transfer-encoding']);

export interface FrontParts {
    readonly cache: AnswerCache;
    readonly feed: ChangeFeed;
    readonly counters: CacheCounters;
    /** In which a request names its session, in lower case. */
    readonly sessionHeaders: readonly string[];
    /** Of the Shop API. */
    readonly path: string;
}

/** What was given to a request: its answer by the cache's key, with headers, which may be given once more until then. */
interface Given {
    readonly key: string;
    readonly headers: readonly string[];
    readonly until: number;
}

/**
 * Gives the same answer to the same request ahead of everything else in the server. A request is the same when each
 * byte of its headers and body is, and it comes from the same address; and it has no cookie and no token. Whatever
 * stands before the cache has seen such a request a while ago and let it through, and set the headers that are given
 * again. The answer itself is looked up each time: it is never older than one that takes the whole way.
 */
export class Front {
    private readonly given = new LRUCache<string, Given>({
        maxSize: MOST_BYTES,
        sizeCalculation: ({ key, headers }, raw) => raw.length + key.length * 2 + headers.length * 50 + 200,
    });
    /** The bytes of requests that have gone on. */
    private readonly gone = new WeakMap<IncomingMessage, string>();

    /** Headers of requests that are left to the application. */
    private readonly telling: readonly string[];

    constructor(
        private readonly parts: FrontParts,
        private readonly options: FrontOptions,
    ) {
        this.telling = [...parts.sessionHeaders, ...Object.keys(options.freshHeaders), 'expect'];
    }

    /** Stands before the application from now on. @returns what takes it away again. */
    standBefore(server: Server, application: RequestListener): () => void {
        const listener: RequestListener = (request, response) => {
            const goOn = (): void => void application(request, response);
            if (this.isFit(request)) {
                this.readBody(request, body => {
                    if (!this.answer(request, response, body)) {
                        goOn();
                    }
                });
            } else {
                goOn();
            }
        };
        replace(server, application, listener);
        return () => replace(server, listener, application);
    }

    /** To be called when a guest's request that went on was answered from the cache. */
    remember(request: IncomingMessage, response: ServerResponse, key: string): void {
        const raw = this.gone.get(request);
        const headers = response.getHeaders();
        if (raw === undefined || headers['set-cookie'] !== undefined || response.statusCode !== 200) {
            return;
        }
        const again = Object.entries(headers)
            .filter(([name]) => !OWN_HEADERS.has(name) && !(name in this.options.freshHeaders))
            .flatMap(([name, value]) => [value ?? []].flat().flatMap(one => [name, String(one)]));
        this.given.set(raw, {
            key,
            headers: again,
            until: performance.now() + this.options.seconds * 1_000,
        });
    }

    private isFit(request: IncomingMessage): boolean {
        const { headers, method, url = '' } = request;
        const { path } = this.parts;
        const length = Number(headers['content-length']);
        return (
            method === 'POST' &&
            url.startsWith(path) &&
            (url.length === path.length || url[path.length] === '?') &&
            length > 0 &&
            length <= LARGEST &&
            this.telling.every(name => headers[name] === undefined)
        );
    }

    /** Looks at the body, and leaves it there for the application unless it was enough to answer. */
    private readBody(request: IncomingMessage, done: (body: Buffer) => void): void {
        const length = Number(request.headers['content-length']);
        const look = (): void => {
            const body = request.read(length) as Buffer | null;
            if (body === null) {
                return;
            }
            request.off('readable', look);
            done(body);
        };
        request.on('readable', look);
    }

    /** @returns whether it did. */
    private answer(request: IncomingMessage, response: ServerResponse, body: Buffer): boolean {
        const raw = `${request.socket.remoteAddress}\n${request.url}\n${request.rawHeaders.join('\n')}\n\n${body.toString('latin1')}`;
        const given = this.given.get(raw);
        const answer = given && given.until > performance.now() ? this.current(given.key) : undefined;
        if (!given || !answer) {
            this.gone.set(request, raw);
            request.unshift(body);
            return false;
        }
        const fresh = Object.entries(this.options.freshHeaders).flatMap(([name, make]) => [name, make()]);
        response.writeHead(200, [...given.headers, ...fresh, 'content-length', String(answer.body.length)]);
        response.end(answer.body);
        this.parts.counters.request('hit');
        return true;
    }

    private current(key: string): Answer | undefined {
        return this.parts.feed.isCurrent() ? this.parts.cache.get(key) : undefined;
    }
}

function replace(server: Server, listener: RequestListener, by: RequestListener): void {
    const listeners = server.listeners('request') as RequestListener[];
    server.removeAllListeners('request');
    listeners.forEach(one => server.on('request', one === listener ? by : one));
}
