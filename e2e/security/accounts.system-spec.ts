import {
    buildClientSchema,
    getIntrospectionQuery,
    type GraphQLSchema,
    type IntrospectionQuery,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphQlClient } from '../support/graphql-client';
import { inParallel } from '../support/in-parallel';
import { RunningShop } from '../support/running-shop';
import { everyCall } from './every-call';
import { fillCart, person, signIn, signUp } from './shop-people';
import { upload } from './upload';

/** What a shopper might like to set: nobody's input has them. */
const WISHES = {
    ...{ id: '1', price: 1, priceWithTax: 1, unitPrice: 1, total: 1, totalWithTax: 1, discount: 100 },
    ...{ state: 'PaymentSettled', verified: true, customerId: '1', userId: '1', channelId: '1' },
    ...{ roles: ['1'], roleIds: ['1'], permissions: ['SuperAdmin'], groups: ['1'], isAdmin: true },
};

/** Sign-ins of each kind whose times are compared. */
const ATTEMPTS = 9;

const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
);

describe('accounts and what they may set', () => {
    let shop: RunningShop;
    let schema: GraphQLSchema;
    let mallory: GraphQlClient;

    beforeAll(async () => {
        shop = await RunningShop.open({ name: 'system_accounts', servers: 1, workers: 0 });
        const variantId = await shop.merchant.addVariant({
            sku: 'VASE',
            stock: { [shop.locations[0] ?? '']: 1000 },
        });
        mallory = await signUp(shop, person('Mallory'));
        await fillCart(mallory, person('Mallory'), variantId);
        schema = buildClientSchema(await mallory.run<IntrospectionQuery>(getIntrospectionQuery()));
    });

    afterAll(() => shop?.close());

    it('get a new session at sign-in: one that was there before is not signed in', async () => {
        const visitor = shop.visitor();
        await visitor.run('mutation { removeAllOrderLines { __typename } }');
        const before = visitor.sessionToken;
        expect(before).toBeDefined();
        await signIn(visitor, person('Mallory').emailAddress);
        expect(visitor.sessionToken).not.toBe(before);
        expect(await signedInAs(before)).toContain('FORBIDDEN');
        expect(await signedInAs(visitor.sessionToken)).toContain(person('Mallory').emailAddress);
    });

    it('get no session by a name that somebody else made up', async () => {
        const planted = 'f'.repeat(64);
        const visitor = await signIn(shop.visitor(0, planted), person('Mallory').emailAddress);
        expect(visitor.sessionToken).not.toBe(planted);
        expect(await signedInAs(planted)).toContain('FORBIDDEN');
    });

    it('set nothing in any input of the Shop API that is not theirs to set', async () => {
        const calls = everyCall(schema, { ID: ['1'], String: ['x'] }).filter(
            ({ name, variables }) =>
                schema.getMutationType()?.getFields()[name] && Object.values(variables).flat().some(isInput),
        );
        const names = new Set(calls.map(({ name }) => name));
        expect(names.size).toBeGreaterThan(10);
        const taken = await inParallel(calls, 6, async ({ name, place, document, variables }) => {
            const { text } = await send('shop-api', document, withWishes(variables), mallory.sessionToken);
            return { name, place, text };
        });
        expect(taken.filter(({ text }) => !text.includes('is not defined by type'))).toEqual([]);
    });

    it('set nothing through what is open to any value', async () => {
        const before = await everything();
        const calls = everyCall(schema, { JSON: ['x'] }).filter(({ place }) => place !== '');
        expect(calls.length).toBeGreaterThan(3);
        await inParallel(calls, 6, async ({ name, place, document, variables }) =>
            name === 'registerCustomerAccount'
                ? undefined
                : send('shop-api', document, inPlace(variables, place.split('.')), mallory.sessionToken),
        );
        expect(await everything()).toEqual(before);
    });

    it.each([
        ['a page that calls itself an image', 'x.png', 'image/png', '<html><script>alert(1)</script></html>'],
        [
            'a drawing with a script',
            'x.svg',
            'image/svg+xml',
            '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
        ],
        ['a page', 'x.html', 'text/html', '<html></html>'],
        ['a page that calls itself a document', 'x.html', 'application/pdf', '<html></html>'],
        ['a program', 'x.exe', 'application/octet-stream', 'MZ\u0090\u0000'],
        ['a program that calls itself an image', 'x.jpg', 'image/jpeg', '#!/bin/sh\necho'],
        ['a long page that calls itself a film', 'x.mp4', 'video/mp4', `<html>${' '.repeat(100_000)}</html>`],
    ])('upload no %s', async (_, name, type, content) => {
        const answer = await uploadAsset(name, type, content);
        expect(answer).toMatch(/MimeTypeError|of no kind that may be uploaded/);
        expect(answer).not.toContain('"Asset"');
    });

    it('upload images, small and large', async () => {
        expect(await uploadAsset('x.png', 'image/png', PNG)).toContain('"Asset"');
        const large = Buffer.concat([PNG, Buffer.alloc(100_000)]);
        expect(await uploadAsset('y.png', 'image/png', large)).toContain('"Asset"');
    });

    it.each(['shop-api', 'admin-api'])(
        'are refused at /%s as slowly as those that do not exist',
        async api => {
            const people = Array.from({ length: ATTEMPTS }, (_, n) => person(`Timed${api.slice(0, 4)}${n}`));
            for (const someone of people) {
                await signUp(shop, someone);
            }
            const times = { known: [] as number[], unknown: [] as number[] };
            let ratio = NaN;
            // Until whatever else the machine does no longer outweighs what is asked.
            for (let round = 0; round < 3 && !(ratio > 0.6 && ratio < 1.7); round++) {
                for (const { emailAddress } of people) {
                    times.known.push(await timeToRefuse(api, emailAddress));
                    times.unknown.push(await timeToRefuse(api, `no-${emailAddress}`));
                }
                ratio = median(times.known) / median(times.unknown);
            }
            expect(ratio).toBeGreaterThan(0.6);
            expect(ratio).toBeLessThan(1.7);
        },
    );

    async function signedInAs(token: string | undefined): Promise<string> {
        return (await send('shop-api', '{ me { identifier } }', {}, token)).text;
    }

    async function timeToRefuse(api: string, username: string): Promise<number> {
        const started = performance.now();
        const { text } = await send(
            api,
            'mutation ($username: String!) { login(username: $username, password: "wrong") { __typename } }',
            { username },
        );
        expect(text).toContain('InvalidCredentialsError');
        return performance.now() - started;
    }

    async function send(
        api: string,
        query: string,
        variables: Record<string, unknown>,
        token?: string,
    ): Promise<{ status: number; text: string }> {
        const response = await fetch(`${shop.servers[0]?.address}/${api}`, {
            method: 'POST',
            headers: {
                'content-type': 'application/json',
                ...(token ? { authorization: `Bearer ${token}` } : {}),
            },
            body: JSON.stringify({ query, variables }),
        });
        return { status: response.status, text: await response.text() };
    }

    const uploadAsset = (name: string, type: string, content: string | Buffer) =>
        upload(
            `${shop.servers[0]?.address}/admin-api`,
            shop.merchant.client.sessionToken,
            'mutation ($file: Upload!) { createAssets(input: [{ file: $file }]) { __typename ... on ErrorResult { errorCode } } }',
            { name, type, content },
        );

    /** What the tables hold that decides on money and rights, of customers and their orders. */
    async function everything(): Promise<unknown> {
        const { rows } = await shop.database.query(`
            SELECT c.id, u.verified, u.identifier, o.state, o.code, o."subTotal", o."subTotalWithTax", o.shipping,
                   o."customerId", l."listPrice", l.quantity, (SELECT count(*)::int FROM user_roles_role) AS roles
              FROM customer c JOIN "user" u ON u.id = c."userId"
              LEFT JOIN "order" o ON o."customerId" = c.id LEFT JOIN order_line l ON l."orderId" = o.id
             ORDER BY c.id, o.id, l.id`);
        return rows;
    }
});

function isInput(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null;
}

/** The same with all wishes in each of its inputs, however deep. */
function withWishes(variables: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const wish = (value: unknown): unknown =>
        Array.isArray(value)
            ? value.map(wish)
            : isInput(value)
              ? { ...Object.fromEntries(Object.entries(value).map(([k, v]) => [k, wish(v)])), ...WISHES }
              : value;
    return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, wish(value)]));
}

/** The same with the wishes in the place that takes any value. */
function inPlace(value: unknown, [first = '', ...rest]: readonly string[]): Record<string, unknown> {
    const inner = isInput(value) ? value : {};
    return { ...inner, [first]: rest.length > 0 ? inPlace(inner[first], rest) : WISHES };
}

function median(values: readonly number[]): number {
    return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
