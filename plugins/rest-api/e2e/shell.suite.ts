import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import type { RestAnswer } from './rest-client';
import type { RestShop } from './rest-shop';

/** What every route has from the shell. */
export function shellSuite(shop: RestShop): void {
    const { anonymous } = shop;

    function expectProblem(answer: RestAnswer, status: number, code: string): void {
        expect(answer.headers.get('content-type')).toBe('application/problem+json');
        expect(answer.body).toMatchObject({
            type: `urn:efi:problem:${code}`,
            status,
            requestId: answer.headers.get('x-request-id'),
        });
        expect(answer.status).toBe(status);
    }

    describe('a request', () => {
        it('is answered with what its route declares, and nothing beyond', async () => {
            const answer = await anonymous('/notes/7?times=2&loud=true');
            expect(answer).toMatchObject({ status: 200, body: { id: '7', text: 'CUSTOM EN CUSTOM EN' } });
            expect(answer.body).not.toHaveProperty('secret');
            expect(answer.headers.get('content-type')).toBe('application/json');
            expect(answer.headers.get('cache-control')).toBe('private, no-cache');
        });

        it('keeps its id, and gets one without', async () => {
            const given = await anonymous('/notes/7', { headers: { 'x-request-id': 'order-7:a.b' } });
            expect(given.headers.get('x-request-id')).toBe('order-7:a.b');
            const made = await anonymous('/notes/7', { headers: { 'x-request-id': 'a b "c"' } });
            expect(made.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
        });

        it('is in the language that the caller prefers among those of the channel', async () => {
            await shop.sql(`UPDATE channel SET "availableLanguageCodes" = 'en,de'`);
            await expect
                .poll(
                    async () => {
                        const { body } = await anonymous('/notes/7', {
                            headers: { 'accept-language': 'fr, de;q=0.5' },
                        });
                        return body?.text;
                    },
                    { timeout: 10_000 },
                )
                .toBe('custom de');
            const asked = await anonymous('/notes/7?languageCode=en', {
                headers: { 'accept-language': 'de' },
            });
            expect(asked.body?.text).toBe('custom en');
            expect(asked.headers.get('content-language')).toBe('en');
            expect(asked.headers.get('vary')).toContain('Accept-Language');
        });

        it('that has the answer already is told so', async () => {
            const first = await anonymous('/notes/7');
            const tag = first.headers.get('etag') ?? '';
            expect(tag).toMatch(/^W\/"[\w-]{43}"$/);
            const again = await anonymous('/notes/7', { headers: { 'if-none-match': `"x", ${tag}` } });
            expect(again).toMatchObject({ status: 304, body: undefined });
            expect(again.headers.get('etag')).toBe(tag);
            const other = await anonymous('/notes/8', { headers: { 'if-none-match': tag } });
            expect(other.status).toBe(200);
        });

        it('by HEAD gets the headers alone', async () => {
            const answer = await anonymous('/notes/7', { method: 'HEAD' });
            expect(answer).toMatchObject({ status: 200, body: undefined });
            expect(answer.headers.get('etag')).toBeTruthy();
        });

        it('to a route that will go is told since when and until when', async () => {
            const { headers } = await anonymous('/notes/7');
            expect(headers.get('deprecation')).toBe('@1767225600');
            expect(headers.get('sunset')).toBe('Fri, 01 Jan 2027 00:00:00 GMT');
            expect(headers.get('link')).toBe('</api/v1/docs/>; rel="deprecation"');
        });
    });

    describe('a problem', () => {
        it('of the route is as declared', async () => {
            const answer = await anonymous('/notes/0');
            expectProblem(answer, 404, 'no-such-note');
            expect(answer.body).toMatchObject({
                title: 'There is no such note',
                detail: 'Notes begin at 1.',
            });
        });

        it('with parameters names each', async () => {
            const answer = await anonymous('/notes/123456789012345678901?times=4&loud=yes&volume=11');
            expectProblem(answer, 400, 'invalid-request');
            expect(answer.body?.errors).toEqual([
                expect.objectContaining({ parameter: 'id', in: 'path' }),
                expect.objectContaining({ parameter: 'loud', in: 'query' }),
                expect.objectContaining({ parameter: 'times', in: 'query' }),
                expect.objectContaining({ parameter: 'volume', in: 'query' }),
            ]);
        });

        it('with a body points at the place', async () => {
            const { rest } = await shop.customer();
            const json = { text: '', tags: ['a', 1], more: true };
            const answer = await rest('/notes', { method: 'POST', json });
            expectProblem(answer, 400, 'invalid-request');
            const errors = answer.body?.errors as { pointer: string }[];
            expect(errors.map(({ pointer }) => pointer)).toEqual(['#/text', '#/tags/1', '#']);
        });

        it.each([
            ['/nothing', {}, 404, 'not-found'],
            ['', {}, 404, 'not-found'],
            ['/notes/%E0%A4%A', {}, 400, 'malformed-request'],
            ['/notes/7', { method: 'DELETE' }, 405, 'wrong-method'],
            ['/notes/a%00b', {}, 400, 'malformed-request'],
            ['/notes/7?currencyCode=XXX', {}, 400, 'invalid-request'],
            ['/notes/7', { headers: { accept: 'text/html' } }, 406, 'not-acceptable'],
        ])('at "%s" %j is %i %s', async (path, call, status, code) => {
            expectProblem(await anonymous(path, call), status, code);
        });

        it.each([
            [{ body: '{"text":', headers: { 'content-type': 'application/json' } }, 400, 'malformed-request'],
            [{ json: { text: 'a\0' } }, 400, 'malformed-request'],
            [
                { body: 'text=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
                415,
                'unsupported-media-type',
            ],
            [
                { body: 'x', headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' } },
                415,
                'unsupported-media-type',
            ],
            [{ json: { text: 'a'.repeat(200_000) } }, 413, 'too-large'],
            [{}, 400, 'invalid-request'],
        ])('with the body of %j is %i %s', async (call, status, code) => {
            const { rest } = await shop.customer();
            expectProblem(await rest('/notes', { method: 'POST', ...call }), status, code);
        });

        it('with a method says which there are', async () => {
            const answer = await anonymous('/notes/7', { method: 'PATCH' });
            expect(answer.headers.get('allow')).toBe('GET, HEAD, PUT');
        });

        it('with a body larger than the route takes', async () => {
            const call = { method: 'PUT', json: { text: 'a', tags: ['a'.repeat(300)] } };
            expectProblem(await shop.admin()('/notes/7', call), 413, 'too-large');
        });

        it('that is a bug tells the caller nothing but the id of the request', async () => {
            const answer = await anonymous('/notes/bug', { headers: { 'x-request-id': 'find-me' } });
            expectProblem(answer, 500, 'internal-error');
            expect(JSON.stringify(answer.body)).not.toContain('swordfish');
            expect(answer.body?.requestId).toBe('find-me');
        });
    });

    describe('permissions', () => {
        it('are asked for before anything else about the request', async () => {
            const call = { method: 'PUT', body: 'no json' };
            const { rest } = await shop.customer();
            const stranger = await anonymous('/notes/7', call);
            expectProblem(stranger, 401, 'not-signed-in');
            expect(stranger.headers.get('www-authenticate')).toBe('Bearer');
            expectProblem(await rest('/notes/7', call), 403, 'not-allowed');
            expectProblem(await shop.admin()('/notes/7', call), 415, 'unsupported-media-type');
        });
    });

    describe('a change of what the caller read', () => {
        const change = (headers: Record<string, string>) =>
            shop.admin()('/notes/7', { method: 'PUT', json: { text: 'b' }, headers });

        it('needs the version that was read', async () => {
            expectProblem(await change({}), 428, 'version-missing');
            const late = await change({ 'if-match': '"v6"' });
            expectProblem(late, 412, 'version-changed');
            expect(late.headers.get('etag')).toBe('"v7"');
            expect(await change({ 'if-match': '"v7"' })).toMatchObject({ status: 204, body: undefined });
        });
    });

    describe('the page for people', () => {
        it('is Swagger UI, from this server alone', async () => {
            const moved = await anonymous('/docs');
            expect(moved.headers.get('location')).toBe('/api/v1/docs/');
            const page = await anonymous('/docs/');
            expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
            expect(page.headers.get('content-type')).toContain('text/html');
            for (const file of ['swagger-ui-bundle.js', 'swagger-ui.css', 'start.js']) {
                expect((await anonymous(`/docs/${file}`)).status).toBe(200);
            }
        });
    });

    describe('the description', () => {
        it('is valid OpenAPI 3.1', async () => {
            const { status, body } = await anonymous('/openapi.json');
            expect(status).toBe(200);
            const result = await new Validator().validate(structuredClone(body ?? {}));
            expect(result).toMatchObject({ valid: true });
        });

        it('has the routes of other plugins, with what they take and every way in which they answer', async () => {
            const { body } = await anonymous('/openapi.json');
            const { paths, components } = body as {
                paths: Record<
                    string,
                    Record<string, { responses: object; deprecated?: boolean; security: object[] }>
                >;
                components: { schemas: object };
            };
            expect(components.schemas).toHaveProperty('Note.properties.text', { type: 'string' });
            expect(Object.keys(paths['/notes/{id}']?.get?.responses ?? {})).toEqual([
                '200',
                '304',
                '400',
                '404',
                '406',
                '429',
                '500',
                '503',
            ]);
            expect(paths['/notes/{id}']?.get?.deprecated).toBe(true);
            expect(Object.keys(paths['/notes']?.post?.responses ?? {})).toEqual([
                '201',
                '400',
                '401',
                '403',
                '406',
                '409',
                '413',
                '415',
                '422',
                '429',
                '500',
                '503',
            ]);
            expect(Object.keys(paths['/notes/{id}']?.put?.responses ?? {})).toEqual(
                expect.arrayContaining(['204', '412', '428']),
            );
        });
    });
}
