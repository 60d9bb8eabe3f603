import { Permission, VendurePlugin } from '@vendure/core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { restRoute } from './rest-route';
import { RestRoutes, restRoutesOf } from './rest-routes.decorator';

const greet = restRoute({
    method: 'GET',
    path: '/greetings/{name}',
    operationId: 'greet',
    summary: 'Say hello',
    tags: ['Greetings'],
    permissions: [Permission.Public],
    request: { params: z.object({ name: z.string() }) },
    responses: { 200: { description: 'A greeting.', body: z.object({ text: z.string() }) } },
    problems: { 'not-greeted': { status: 404, title: 'Nobody of that name' } },
    handle: (_ctx, { params }) =>
        params.name === 'nobody'
            ? { problem: 'not-greeted' }
            : { status: 200, body: { text: `Hello ${params.name}` } },
});

describe('routes of plugins', () => {
    it('are found by the configuration, after the options of each plugin are known', () => {
        const options = { isPolite: false };
        @RestRoutes(() => (options.isPolite ? [greet] : []))
        @VendurePlugin({})
        class PolitePlugin {}
        @VendurePlugin({})
        class OtherPlugin {}

        expect(restRoutesOf([OtherPlugin, PolitePlugin])).toEqual([]);
        options.isPolite = true;
        expect(restRoutesOf([OtherPlugin, PolitePlugin])).toEqual([greet]);
        expect(restRoutesOf([{ module: PolitePlugin }])).toEqual([greet]);
    });

    it('are none where a configuration has no plugins', () => {
        expect(restRoutesOf(undefined)).toEqual([]);
    });

    it('can only answer what they declare', () => {
        restRoute({
            ...greet,
            responses: { 200: { description: 'A greeting.', body: z.object({ text: z.string() }) } },
            problems: {},
            request: {},
            // @ts-expect-error: 201 is not among the responses.
            handle: () => Promise.resolve({ status: 201, body: { text: '' } }),
        });
        expect(greet.problems).toHaveProperty('not-greeted');
    });
});
