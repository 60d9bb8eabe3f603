import { describe, expect, it } from 'vitest';
import { type OpenApi, restBreakingChanges } from './rest-breaking-changes';
import type { JsonSchema } from './schema-fit';

interface Parts {
    readonly query?: JsonSchema;
    readonly isRequired?: boolean;
    readonly body?: JsonSchema;
    readonly answer?: JsonSchema;
    readonly security?: readonly object[];
    readonly schemas?: Record<string, JsonSchema>;
    readonly status?: string;
}

function api({
    query,
    isRequired = false,
    body,
    answer,
    security,
    schemas = {},
    status = '200',
}: Parts): OpenApi {
    return {
        paths: {
            '/notes': {
                post: {
                    operationId: 'addNote',
                    parameters: query
                        ? [{ name: 'size', in: 'query', required: isRequired, schema: query }]
                        : [],
                    ...(body
                        ? {
                              requestBody: {
                                  required: true,
                                  content: { 'application/json': { schema: body } },
                              },
                          }
                        : {}),
                    responses: {
                        [status]: answer ? { content: { 'application/json': { schema: answer } } } : {},
                        404: {},
                    },
                    security: security ?? [{}],
                },
            },
        },
        components: { schemas },
    };
}

const text = { type: 'string' };
const object = (properties: Record<string, JsonSchema>, required: string[] = [], more = {}): JsonSchema => ({
    type: 'object',
    properties,
    required,
    ...more,
});
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });
const tree: JsonSchema = object(
    { name: text, children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
    ['name', 'children'],
);
const ofTree: JsonSchema = { $ref: '#/components/schemas/Tree' };

const strict = { additionalProperties: false };

describe('a change of the REST API', () => {
    it.each<[string, Parts, Parts, string]>([
        ['an operation called otherwise', {}, {}, 'POST /notes: is called writeNote, not addNote'],
        ['sign-in', {}, { security: [{ bearer: [] }] }, 'needs somebody to be signed in'],
        ['a parameter less', { query: text }, {}, 'size is not read'],
        ['a parameter that is demanded', {}, { query: text, isRequired: true }, 'size is required'],
        ['a parameter demanded now', { query: text }, { query: text, isRequired: true }, 'size is required'],
        ['a smaller limit', { query: { maximum: 9 } }, { query: { maximum: 5 } }, 'beyond the maximum of 5'],
        ['a limit', { query: text }, { query: { ...text, maxLength: 5 } }, 'beyond the maxLength of 5'],
        ['a pattern', { query: text }, { query: { ...text, pattern: '^a' } }, 'the pattern ^a'],
        ['a value less', { query: { enum: ['a', 'b'] } }, { query: { enum: ['a'] } }, 'other values'],
        ['another type', { query: text }, { query: { type: 'integer' } }, 'of type string, not integer'],
        ['a body', {}, { body: text }, 'a body is required'],
        [
            'a property demanded',
            { body: object({}) },
            { body: object({ a: text }, ['a']) },
            '/a may be missing',
        ],
        [
            'a property less that is asked',
            { body: object({ a: text }, [], strict) },
            { body: object({}, [], strict) },
            'body: /a is not read',
        ],
        ['null no more', { body: orNull(text) }, { body: text }, 'of type null, not string'],
        ['another success', {}, { status: '201' }, '200 is not answered'],
        ['a property less', { answer: object({ a: text }) }, { answer: object({}) }, '/a may be missing'],
        [
            'a property that may be missing',
            { answer: object({ a: text }, ['a']) },
            { answer: object({ a: text }) },
            '/a may be missing',
        ],
        [
            'null',
            { answer: object({ a: text }) },
            { answer: object({ a: orNull(text) }) },
            '/a is of type null',
        ],
        [
            'something inside a list of components',
            { answer: { type: 'array', items: ofTree }, schemas: { Tree: tree } },
            { answer: { type: 'array', items: ofTree }, schemas: { Tree: object({ name: text }, ['name']) } },
            '[]/children may be missing',
        ],
        ['an answer without a body', { answer: text }, {}, '200 is not answered as application/json'],
    ])('breaks callers by %s', (name, before, after, says) => {
        const now = api(after);
        const renamed: OpenApi = {
            paths: {
                '/notes': {
                    post: { ...(now.paths['/notes']?.post as object), operationId: 'writeNote' } as never,
                },
            },
        };
        const changes = restBreakingChanges(api(before), name.includes('called') ? renamed : now);
        expect(changes).toEqual([expect.stringContaining(says) as string]);
    });

    it.each<[string, Parts, Parts]>([
        ['nothing', { answer: ofTree, schemas: { Tree: tree } }, { answer: ofTree, schemas: { Tree: tree } }],
        ['an optional parameter', {}, { query: text }],
        ['a larger limit', { query: { maximum: 5 } }, { query: { maximum: 9 } }],
        ['a number for an integer', { query: { type: 'integer' } }, { query: { type: 'number' } }],
        ['an optional property', { body: object({}, [], strict) }, { body: object({ a: text }, [], strict) }],
        ['null in what is asked', { body: text }, { body: orNull(text) }],
        ['a property more', { answer: object({}) }, { answer: object({ a: text }, ['a']) }],
        ['no null', { answer: orNull(text) }, { answer: text }],
        ['a value less in answers', { answer: { enum: ['a', 'b'] } }, { answer: { enum: ['a'] } }],
        ['an open door', { security: [{ bearer: [] }] }, {}],
    ])('breaks nobody by %s', (_name, before, after) => {
        expect(restBreakingChanges(api(before), api(after))).toEqual([]);
    });

    it('breaks callers of what is gone', () => {
        expect(restBreakingChanges(api({}), { paths: {} })).toEqual(['POST /notes: is gone']);
    });
});
