import type { ChangeFeed } from '@efi/plugin-kit';
import type { RuntimeVendureConfig } from '@vendure/core';
import { LRUCache } from 'lru-cache';
import type { Answer, AnswerCache } from '../../application/answer-cache';
import type { PersistedQueries } from '../../application/persisted-queries';
import type { ShopDocument, ShopDocuments } from '../../application/shop-document';
import { readShopRequest, type ShopRequest } from '../../application/shop-request';
import type { ResolvedShopCacheOptions } from '../../shop-cache.options';
import { type AnswerMaker, type Made, showsPriceOrStock } from '../answer-maker';
import type { CacheCounters } from '../cache-counters';
import { etagOf } from '../etag';
import type { ReadRecorder } from '../read-recorder';
import { type Audience, EVERYBODY, type SessionAudience } from '../session-audience';
import { captureAnswer } from './capture-answer';
import type { Front } from './front';
import { keyOf } from './answer-key';
import { hasParsedBody, hasReadableBody, parseBody, readBody } from './request-body';
import { sendAnswer, type SendOptions, setCacheHeaders } from './send-answer';
import { forgetSession, sentToken } from './session-token';
import { headerOf, type Next, type ShopHttpRequest, type ShopHttpResponse } from './shop-http';

export interface ShopCacheParts {
    readonly config: RuntimeVendureConfig;
    readonly options: ResolvedShopCacheOptions;
    readonly cache: AnswerCache;
    readonly feed: ChangeFeed;
    readonly maker: AnswerMaker;
    readonly recorder: ReadRecorder;
    readonly audience: SessionAudience;
    readonly persisted: PersistedQueries;
    readonly documents: ShopDocuments;
    readonly counters: CacheCounters;
    readonly front?: Front;
    /** Sets the headers of the application's CORS policy. */
    readonly allowOrigin: (request: ShopHttpRequest, response: ShopHttpResponse, next: Next) => void;
}

/** A request whose answer may come from the cache. */
interface Question {
    readonly request: ShopHttpRequest;
    readonly response: ShopHttpResponse;
    readonly next: Next;
    readonly asked: ShopRequest;
    readonly document: ShopDocument;
    readonly key: string;
    readonly audience: NonNullable<Audience>;
    readonly send: SendOptions;
}

/** So often is a question asked in the hope of somebody else's answer, before it goes its own way. */
const MOST_WAITS = 3;

/** Answers the Shop API's questions from the cache, and lets all others pass to where they would have gone. */
export class ShopCacheHandler {
    private readonly making = new Map<string, Promise<Made>>();
    /** Documents whose answers turned out unfit. */
    private readonly unfit = new LRUCache<string, true>({ max: 1_000, ttl: 60_000 });

    constructor(private readonly parts: ShopCacheParts) {}

    async handle(request: ShopHttpRequest, response: ShopHttpResponse, next: Next): Promise<void> {
        const question = await this.understand(request, response, next);
        if (!question) {
            return;
        }
        for (let waits = 0; waits < MOST_WAITS; waits++) {
            const answer = await this.kept(question.key);
            if (answer) {
                this.send(question, answer, waits === 0 ? 'hit' : 'collapsed');
                return;
            }
            const making = this.making.get(question.key);
            if (!making) {
                break;
            }
            // What it gives may have become old since: it is looked up again, and not taken from here.
            await making;
        }
        this.make(question);
    }

    /**
     * What is kept, once it is known that nothing changed it. To find that out takes the database one answer, which is
     * less than what is asked for does; it is wanted whenever this process has just committed something.
     */
    private kept(key: string): Answer | Promise<Answer | undefined> | undefined {
        const { cache, feed } = this.parts;
        const answer = cache.get(key);
        if (!answer || feed.isCurrent()) {
            return answer;
        }
        return feed.settled().then(isCurrent => (isCurrent ? cache.get(key) : undefined));
    }

    /** `undefined` when the request was passed on. */
    private async understand(
        request: ShopHttpRequest,
        response: ShopHttpResponse,
        next: Next,
    ): Promise<Question | undefined> {
        const pass = (): undefined => {
            this.parts.counters.request('bypass');
            next();
        };
        const isGet = request.method === 'GET';
        const [path, search = ''] = splitAddress(request.url);
        if (
            path !== '/' ||
            !(isGet ? search !== '' : request.method === 'POST' && hasReadableBody(request))
        ) {
            return pass();
        }
        if (!isGet && !hasParsedBody(request)) {
            const text = await readBody(request);
            if (text === undefined) {
                return undefined;
            }
            const parsed = parseBody(text);
            if ('error' in parsed) {
                next(parsed.error);
                return undefined;
            }
            request.body = parsed.body;
        }
        const found = this.find(request, isGet, search);
        if (!found) {
            return pass();
        }
        const sent = sentToken(request, this.parts.config);
        const audience = sent === 'unclear' ? undefined : await this.audienceOf(sent.token);
        const key = audience && keyOf(request, found.asked, found.document, audience);
        if (!key || sent === 'unclear') {
            return pass();
        }
        const { channelTokenKey } = this.parts.config.apiOptions;
        const { cdnMaxAgeSeconds } = this.parts.options;
        const send = { isGet, isPublic: sent.token === undefined, channelTokenKey, cdnMaxAgeSeconds };
        return { request, response, next, ...found, key, audience, send };
    }

    private find(
        request: ShopHttpRequest,
        isGet: boolean,
        search: string,
    ): { asked: ShopRequest; document: ShopDocument } | undefined {
        const { apiOptions } = this.parts.config;
        const noStore = /\bno-store\b/.test(headerOf(request, 'cache-control') ?? '');
        if (noStore && this.parts.options.allowNoStore) {
            return undefined;
        }
        const asked = readShopRequest(
            {
                parameters: new URLSearchParams(search),
                channelHeader: headerOf(request, apiOptions.channelTokenKey),
                channelTokenKey: apiOptions.channelTokenKey,
                ...(!isGet && { body: request.body }),
            },
            this.parts.persisted,
        );
        const document = asked && this.parts.documents.look(asked.query);
        return document && !this.unfit.has(document.normalised) ? { asked, document } : undefined;
    }

    private audienceOf(token: string | undefined): Audience | Promise<Audience> {
        if (token === undefined) {
            return EVERYBODY;
        }
        const { audience, feed } = this.parts;
        return (feed.isCurrent() && audience.known(token)) || audience.of(token);
    }

    private send(question: Question, answer: Answer, outcome: 'hit' | 'collapsed'): void {
        const { request, response } = question;
        const { allowOrigin, counters, front } = this.parts;
        allowOrigin(request, response, () => sendAnswer(request, response, answer, question.send));
        counters.request(outcome);
        if (question.send.isPublic && !question.send.isGet) {
            front?.remember(request, response, question.key);
        }
    }

    /** Lets the shop answer, and keeps what it says if that may be kept. */
    private make({ request, response, next, asked, document, key, audience, send }: Question): void {
        const { maker, recorder, counters, cache, config } = this.parts;
        const identified = audience !== EVERYBODY;
        if (!identified) {
            forgetSession(request);
        }
        if (send.isGet) {
            turnIntoPost(request, asked);
        }
        const making = maker.begin();
        const captured = captureAnswer(response, config.authOptions.authTokenHeaderKey, body => {
            if (send.isGet) {
                const shows = showsPriceOrStock(making.recording.tables);
                setCacheHeaders(response, { etag: etagOf(body), showsPriceOrStock: shows }, send);
                if (response.statusCode !== 200 || response.hasHeader('set-cookie')) {
                    response.setHeader('cache-control', 'no-store');
                }
            }
        });
        const made = captured
            .then(answer => maker.finish(key, document, making, answer, identified))
            .catch((): Made => 'not-kept');
        if (!this.making.has(key)) {
            this.making.set(key, made);
        }
        void made.then(result => {
            if (this.making.get(key) === made) {
                this.making.delete(key);
            }
            if (result === 'unfit') {
                this.unfit.set(document.normalised, true);
            }
            counters.request(typeof result === 'string' ? 'not-kept' : 'miss');
            counters.size(cache);
        });
        recorder.record(making.recording, () => next());
    }
}

function splitAddress(address: string): string[] {
    const mark = address.indexOf('?');
    return mark < 0 ? [address] : [address.slice(0, mark), address.slice(mark + 1)];
}

/** Apollo refuses a plain GET, as browsers send it across origins. This one is known to be a query. */
function turnIntoPost(request: ShopHttpRequest, asked: ShopRequest): void {
    request.method = 'POST';
    request.headers['content-type'] = 'application/json';
    request.body = {
        query: asked.query,
        operationName: asked.operationName,
        variables: JSON.parse(asked.variables) as unknown,
    };
}
