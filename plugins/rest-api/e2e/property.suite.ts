import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fitting, hostileJson, hostileText, type Schema } from './arbitrary-of-schema';
import { DescribedApi, type Operation } from './described-api';
import type { RestAnswer, RestClient } from './rest-client';
import type { RestShop } from './rest-shop';

/** Of each operation; the seed of a failure is printed, and goes here to see it again. */
const RUNS = 40;
const SEED = Number(process.env.EFI_PROPERTY_SEED ?? Date.now() % 2 ** 31);

interface Asked {
    readonly who: 'anonymous' | 'customer' | 'administrator';
    readonly params: Readonly<Record<string, unknown>>;
    readonly body: unknown;
}

/** Whatever is sent, an answer is one that the description has. */
export function propertySuite(shop: RestShop): void {
    const callers = {} as Record<Asked['who'], RestClient>;
    let api: DescribedApi;

    beforeAll(async () => {
        callers.anonymous = shop.anonymous;
        callers.customer = (await shop.customer()).rest;
        callers.administrator = shop.admin();
        api = new DescribedApi((await shop.anonymous('/openapi.json')).body as never);
    });

    describe('any request', () => {
        it(`has an answer that the description has (seed ${SEED})`, async () => {
            const seen = new Set<number>();
            for (const { path, method, operation } of api.operations()) {
                await fc.assert(
                    fc.asyncProperty(asked(operation), async request => {
                        const answer = await send(callers[request.who], path, method, operation, request);
                        if (answer === undefined) {
                            return;
                        }
                        seen.add(answer.status);
                        const faults = api.faults(path, method, operation, answer);
                        expect(faults, `${method} ${path}: ${JSON.stringify(answer.body)}`).toEqual([]);
                    }),
                    { numRuns: RUNS, seed: SEED },
                );
            }
            // Both what fits and what does not were sent.
            expect([...seen]).toEqual(expect.arrayContaining([200, 400, 401]));
        }, 120_000);
    });
}

function asked(operation: Operation): fc.Arbitrary<Asked> {
    const body = operation.requestBody?.content?.['application/json']?.schema;
    return fc.record({
        who: fc.constantFrom('anonymous' as const, 'customer' as const, 'administrator' as const),
        params: fc.record(
            Object.fromEntries(operation.parameters.map(({ name, schema }) => [name, value(schema)])),
            { requiredKeys: operation.parameters.filter(({ required }) => required).map(({ name }) => name) },
        ),
        body: body ? fc.oneof(fitting(body), hostileJson, fc.constant(undefined)) : fc.constant(undefined),
    });
}

function value(schema: Schema): fc.Arbitrary<unknown> {
    return fc.oneof({ arbitrary: fitting(schema), weight: 3 }, { arbitrary: hostileText, weight: 1 });
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
