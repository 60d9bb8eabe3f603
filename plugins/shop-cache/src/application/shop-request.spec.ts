import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { PersistedQueries } from './persisted-queries';
import { readShopRequest } from './shop-request';

const query = '{ product(id: 1) { id } }';
const sha256Hash = createHash('sha256').update(query).digest('hex');
const extensions = { persistedQuery: { version: 1, sha256Hash } };

let persisted: PersistedQueries;
beforeEach(() => {
    persisted = new PersistedQueries();
});

const post = (body: unknown, address = '', channelHeader?: string) =>
    readShopRequest(
        { parameters: new URLSearchParams(address), channelHeader, channelTokenKey: 'vendure-token', body },
        persisted,
    );

const get = (parameters: Record<string, string>) =>
    readShopRequest(
        {
            parameters: new URLSearchParams(parameters),
            channelHeader: undefined,
            channelTokenKey: 'vendure-token',
        },
        persisted,
    );

const nested = (levels: number): unknown => JSON.parse(`{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`);

describe('a request', () => {
    it('is what was asked, in which channel, language and currency', () => {
        const body = { query, variables: { b: 1, a: 2 }, operationName: 'Q' };
        expect(post(body, 'languageCode=de&currencyCode=EUR', 'de')).toEqual({
            query,
            operationName: 'Q',
            variables: '{"a":2,"b":1}',
            channelToken: 'de',
            languageCode: 'de',
            currencyCode: 'EUR',
        });
    });

    it('is in the channel of its address rather than of its header, as Vendure has it', () => {
        expect(post({ query }, 'vendure-token=us', 'de')?.channelToken).toBe('us');
        expect(post({ query }, 'vendure-token=', 'de')?.channelToken).toBe('de');
    });

    it.each([
        ['a batch', [{ query }]],
        ['no query', {}],
        ['a query that is no text', { query: { toString: 'x' } }],
        ['something unknown beside the query', { query, more: 1 }],
        ['variables that are a list', { query, variables: [] }],
        ['huge variables', { query, variables: { a: 'x'.repeat(9_000) } }],
        ['endless variables', { query, variables: nested(999) }],
        ['an operation name that is no text', { query, operationName: 1 }],
        ['other extensions', { query, extensions: { tracing: true } }],
        ['a hash of another query', { query: `${query} `, extensions }],
        [
            'a version that is not known',
            { query, extensions: { persistedQuery: { version: 2, sha256Hash } } },
        ],
    ])('with %s goes its usual way', (_, body) => expect(post(body)).toBeUndefined());

    it.each([
        'languageCode=de&languageCode=en',
        'vendure-token=a&vendure-token=b',
        'query=x',
        `languageCode=${'x'.repeat(300)}`,
    ])('to an address with %s goes its usual way', address =>
        expect(post({ query }, address)).toBeUndefined(),
    );
});

describe('a persisted query', () => {
    it('is not known before its text was sent, under its own hash only', () => {
        expect(get({ extensions: JSON.stringify(extensions) })).toBeUndefined();
        post({ query: '{ me { id } }', extensions });
        expect(get({ extensions: JSON.stringify(extensions) })).toBeUndefined();
    });

    it('is known afterwards', () => {
        expect(post({ query, extensions })?.query).toBe(query);
        expect(get({ extensions: JSON.stringify(extensions), variables: '{"a":1}' })).toMatchObject({
            query,
            variables: '{"a":1}',
        });
    });
});

it.each<Record<string, string>>([
    { query, variables: '{' },
    { query, extensions: 'x' },
    { query, callback: 'x' },
])('a GET with %j goes its usual way', parameters => expect(get(parameters)).toBeUndefined());
