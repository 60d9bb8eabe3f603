import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fitting, hostileJson, hostileText, type Schema } from './arbitrary-of-schema';
import { DescribedApi, type Operation } from './described-api';
import type { RestAnswer, RestClient } from './rest-client';
import type { RestShop } from './rest-shop';

/** Of each operation by each caller; the seed of a failure is printed, and goes here to see it again. */
const RUNS = 15;
const SEED = Number(process.env.EFI_PROPERTY_SEED ?? Date.now() % 2 ** 31);

interface Asked {
    readonly params: Readonly<Record<string, unknown>>;
    readonly body: unknown;
}

/** Values of parameters, by name, that lead to something that is there. */
type Samples = Readonly<Record<string, readonly string[]>>;

export interface PropertyShop {
    readonly callers: Readonly<Record<string, RestClient>>;
    readonly samples: Samples;
}

/** Whatever is sent to whatever the description has, by whom ever: the answer is one that the description has. */
export function propertySuite(shop: RestShop, prepare: () => Promise<PropertyShop>): void {
    let api: DescribedApi;
    let prepared: PropertyShop;

    beforeAll(async () => {
        prepared = await prepare();
        api = new DescribedApi((await shop.anonymous('/openapi.json')).body as never);
    });

    describe('any request', () => {
        it(`has an answer that the description has (seed ${SEED})`, async () => {
            const seen = new Map<string, Set<number>>();
            for (const { path, method, operation } of api.operations()) {
                const statuses = new Set<number>();
                seen.set(`${method} ${path}`, statuses);
                for (const [who, rest] of Object.entries(prepared.callers)) {
                    await fc.assert(
                        fc.asyncProperty(asked(operation, prepared.samples), async request => {
                            const answer = await send(rest, path, method, operation, request);
                            if (answer === undefined) {
                                return;
                            }
                            statuses.add(answer.status);
                            const faults = api.faults(path, method, operation, answer);
                            const text = `${who}: ${method} ${path}: ${JSON.stringify(answer.body)}`;
                            expect(faults, text).toEqual([]);
                        }),
                        {
                            numRuns: RUNS,
                            seed: SEED,
                            examples: thatLeadSomewhere(operation, prepared.samples),
                        },
                    );
                }
            }
            // Every kind of request got through, somebody was refused, and nonsense was sent too.
            const statusesOf = (method: string) =>
                [...seen]
                    .filter(([operation]) => operation.startsWith(method))
                    .map(([, found]) => [...found]);
            expect(statusesOf('get').filter(statuses => !statuses.includes(200))).toEqual([]);
            expect(statusesOf('').flat()).toEqual(expect.arrayContaining([201, 204, 400, 401, 403, 404]));
        }, 240_000);
    });
}

function asked(operation: Operation, samples: Samples): fc.Arbitrary<Asked> {
    const body = operation.requestBody?.content?.['application/json']?.schema;
    const required = operation.parameters.filter(parameter => parameter.required).map(({ name }) => name);
    const params = fc.record(
        Object.fromEntries(
            operation.parameters.map(({ name, schema }) => [name, value(schema, samples[name])]),
        ),
        { requiredKeys: required },
    );
    // Some with nothing but what is needed: many parameters at once seldom fit all together.
    const plain = fc.record(
        Object.fromEntries(
            operation.parameters
                .filter(parameter => parameter.required)
                .map(({ name, schema }) => [name, sampleOf(schema, samples[name])]),
        ),
    );
    return fc.record({
        params: fc.oneof({ arbitrary: params, weight: 2 }, { arbitrary: plain, weight: 1 }),
        body: body ? fc.oneof(fitting(body), hostileJson, fc.constant(undefined)) : fc.constant(undefined),
    });
}

/** Requests for something that is there, with nothing but what is needed: chance alone may find none of a kind. */
function thatLeadSomewhere(operation: Operation, samples: Samples): [Asked][] {
    const body = operation.requestBody?.content?.['application/json']?.schema;
    const needed = operation.parameters.filter(({ required }) => required);
    const asked = fc.record({
        params: fc.record(
            Object.fromEntries(
                needed.map(({ name, schema }) => [name, sampleOf(schema, samples[name]?.slice(0, 1))]),
            ),
        ),
        body: body ? fitting(body) : fc.constant(undefined),
    });
    return fc.sample(asked, { numRuns: 3, seed: SEED }).map(one => [one]);
}

function value(schema: Schema, samples: readonly string[] | undefined): fc.Arbitrary<unknown> {
    return fc.oneof(
        { arbitrary: sampleOf(schema, samples), weight: 3 },
        { arbitrary: fitting(schema), weight: 2 },
        { arbitrary: hostileText, weight: 1 },
    );
}

function sampleOf(schema: Schema, samples: readonly string[] | undefined): fc.Arbitrary<unknown> {
    return samples ? fc.constantFrom(...samples) : fitting(schema);
}

/** `undefined` where HTTP itself can't carry the request. */
async function send(
    rest: RestClient,
    path: string,
    method: string,
    { parameters }: Operation,
    { params, body }: Asked,
): Promise<RestAnswer | undefined> {
    const query = new URLSearchParams();
    const headers: Record<string, string> = {};
    let address = path;
    for (const { name, in: place } of parameters) {
        const given = params[name];
        if (given === undefined) {
            continue;
        }
        const texts = (Array.isArray(given) ? given : [given]).map(one =>
            String(one).replaceAll(/[\ud800-\udfff]/gu, '?'),
        );
        if (place === 'query') {
            texts.forEach(text => query.append(name, text));
        } else if (place === 'path') {
            const text = texts.join();
            // A path without its parameter, or one that walks elsewhere, is another path.
            if (text === '' || /^\.{1,2}$/.test(text)) {
                return undefined;
            }
            address = address.replace(`{${name}}`, () => encodeURIComponent(text));
        } else {
            headers[name] = texts.join().replaceAll(/[^\x20-\x7e]/g, '');
        }
    }
    const search = query.size > 0 ? `?${query.toString()}` : '';
    return rest(address + search, {
        method: method.toUpperCase(),
        headers,
        ...(body === undefined ? {} : { json: body }),
    });
}
