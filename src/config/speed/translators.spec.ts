import type { Request, RequestHandler, Response } from 'express';
import { expect, it, vi } from 'vitest';
import { oncePerLanguage } from './translators.plugin';

const off = vi.fn();

/** Leaves a translator of its own with each request that it sees. */
const prepare = vi.fn<RequestHandler>((request, response, next) => {
    const language = String(request.headers['accept-language']);
    Object.assign(request, { language, t: () => language, i18n: { off } });
    response.setHeader('Content-Language', language);
    next();
});

function ask(handler: RequestHandler, headers: object, url = '/') {
    const request = { headers, url } as Request;
    const sent = new Map<string, unknown>();
    const response = {
        setHeader: (name: string, value: unknown) => sent.set(name, value),
        getHeader: (name: string) => sent.get(name),
    } as unknown as Response;
    const next = vi.fn();
    void handler(request, response, next);
    expect(next).toHaveBeenCalledOnce();
    return {
        request: request as Request & { readonly t: () => string },
        language: sent.get('Content-Language'),
    };
}

it('prepares one translator for all requests that ask for a language alike', () => {
    prepare.mockClear();
    const handler = oncePerLanguage(prepare);
    const [first, other, again] = ['de', 'fr', 'de'].map(one => ask(handler, { 'accept-language': one }));
    expect([first, other, again].map(answer => answer?.request.t())).toEqual(['de', 'fr', 'de']);
    expect([first, other, again].map(answer => answer?.language)).toEqual(['de', 'fr', 'de']);
    expect(again?.request.t).toBe(first?.request.t);
    expect(prepare).toHaveBeenCalledTimes(2);
});

it.each([
    ['with a cookie that names one', { cookie: 'i18next=en' }, '/'],
    ['in a very long header', { 'accept-language': 'de,'.repeat(100) }, '/'],
    ['in a very long address', {}, `/?query=${'a'.repeat(300)}`],
])('looks at each request by itself that asks %s', (_, headers, url) => {
    prepare.mockClear();
    const handler = oncePerLanguage(prepare);
    ask(handler, headers, url);
    ask(handler, headers, url);
    expect(prepare).toHaveBeenCalledTimes(2);
});

it('keeps no request that a translator was made for', () => {
    off.mockClear();
    ask(oncePerLanguage(prepare), { 'accept-language': 'de' });
    expect(off).toHaveBeenCalledExactlyOnceWith('languageChanged');
});

it('remembers a bounded number of ways to ask', () => {
    prepare.mockClear();
    const handler = oncePerLanguage(prepare);
    for (let n = 0; n < 501; n++) {
        ask(handler, { 'accept-language': `l${n}` });
    }
    ask(handler, { 'accept-language': 'l0' });
    ask(handler, { 'accept-language': 'l500' });
    expect(prepare).toHaveBeenCalledTimes(502);
});
