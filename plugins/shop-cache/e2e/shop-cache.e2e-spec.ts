import { TransactionalConnection } from '@vendure/core';
import { gql } from 'graphql-tag';
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cachedShop, warm } from './support/cached-shop';

const LAMP = '{ product(slug: "lamp") { id name slug variants { id name price priceWithTax stockLevel } } }';
const CHAIR = LAMP.replace('lamp', 'chair');
const LIST = '{ products(options: { sort: { id: ASC } }) { totalItems items { id name } } }';

const renameProduct = gql`
    mutation ($id: ID!, $name: String!) {
        updateProduct(input: { id: $id, translations: [{ languageCode: en, name: $name }] }) {
            id
        }
    }
`;

const setPrice = gql`
    mutation ($id: ID!, $price: Money!) {
        updateProductVariants(input: [{ id: $id, price: $price }]) {
            id
        }
    }
`;

describe('the cache of the Shop API', async () => {
    const shop = await cachedShop();
    const { reader, adminClient, sql } = shop;

    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    /** Asks until the answer is kept: word of what a test before has written may come between two readings. */
    const kept = (query: string) =>
        expect.poll(async () => (await reader.read(query)).hit, { timeout: 10_000 }).toBe(true);

    describe('gives', () => {
        it('the same bytes as the shop, without asking the database', async () => {
            const asked = vi.spyOn(Client.prototype, 'query');
            const fresh = await reader.readFresh(LAMP);
            expect(asked).toHaveBeenCalled();
            await kept(LAMP);
            asked.mockClear();
            for (let n = 0; n < 20; n++) {
                expect(await reader.read(LAMP)).toMatchObject({ hit: true, text: fresh.text, status: 200 });
            }
            // The heartbeat of the feed.
            expect(asked.mock.calls.length).toBeLessThan(20);
            asked.mockRestore();
        });

        it('one answer to many who ask at once', async () => {
            const query = '{ products { items { description } } }';
            const readings = await Promise.all(Array.from({ length: 10 }, () => reader.read(query)));
            expect(new Set(readings.map(({ text }) => text)).size).toBe(1);
            expect(readings.filter(({ hit }) => !hit)).toHaveLength(1);
        });

        it('what it keeps right after the shop has written something else', async () => {
            await kept(LAMP);
            const query = Reflect.get(Client.prototype, 'query') as (...args: unknown[]) => unknown;
            const slowly = vi.spyOn(Client.prototype, 'query').mockImplementation(function (
                this: Client,
                ...args: unknown[]
            ) {
                const heartbeat = args[0] === 'SELECT 1';
                return heartbeat ? wait(100).then(() => query.apply(this, args)) : query.apply(this, args);
            });
            await shop.server.app
                .get(TransactionalConnection)
                .rawConnection.query('UPDATE tag SET value = value');
            expect((await reader.read(LAMP)).hit).toBe(true);
            slowly.mockRestore();
        });

        it('its answers across origins as the shop does', async () => {
            await kept(LAMP);
            const headers = { origin: 'https://shop.example' };
            const [cached, fresh] = [
                await reader.read(LAMP, { headers }),
                await reader.readFresh(LAMP, { headers }),
            ];
            expect(cached.hit).toBe(true);
            for (const name of [
                'access-control-allow-origin',
                'access-control-expose-headers',
                'content-type',
            ]) {
                expect([name, cached.headers.get(name)]).toEqual([name, fresh.headers.get(name)]);
            }
        });
    });

    describe('tells apart', () => {
        it('variables, languages and the address of the server', async () => {
            const query = 'query ($id: ID!) { product(id: $id) { id name featuredAsset { preview } } }';
            const texts = new Set<string>();
            for (const id of ['1', '2']) {
                for (const languageCode of ['en', 'de']) {
                    const options = { variables: { id }, parameters: { languageCode } };
                    expect(await reader.read(query, options)).toMatchObject({ hit: false });
                    const again = await reader.read(query, options);
                    expect(again.hit).toBe(true);
                    texts.add(again.text);
                }
            }
            expect(texts.size).toBe(2);
            const forged = { variables: { id: '1' }, headers: { 'x-forwarded-proto': 'https' } };
            expect(await reader.read(query, forged)).toMatchObject({ hit: false });
        });

        it('the form that was asked for', async () => {
            await kept(LAMP);
            const other = await reader.read(LAMP, {
                headers: { accept: 'application/graphql-response+json' },
            });
            expect(other.hit).toBe(false);
            expect(other.headers.get('content-type')).toContain('application/graphql-response+json');
        });

        it('one operation of a document from the other', async () => {
            const query = 'query A { product(id: 1) { name } } query B { product(id: 2) { name } }';
            const ask = async (operationName: string) =>
                (
                    await reader.send(undefined, {
                        method: 'POST',
                        headers: { 'content-type': 'application/json' },
                        body: JSON.stringify({ query, operationName }),
                    })
                ).text;
            const first = [await ask('A'), await ask('B')];
            expect([await ask('A'), await ask('B')]).toEqual(first);
            expect(first[0]).not.toBe(first[1]);
        });
    });

    describe('never keeps', () => {
        it.each([
            ['a cart', '{ activeOrder { id } }'],
            ['who asks', '{ me { id } }'],
            ['a cart beside a product', '{ product(id: 1) { id } activeOrder { id } }'],
            ['a cart behind @include', '{ product(id: 1) { id } activeOrder @include(if: false) { id } }'],
            ['how to pay', '{ eligiblePaymentMethods { id } }'],
            ["a plugin's field", '{ efiStockShortfalls { __typename } }'],
            ['the schema', '{ __schema { queryType { name } } }'],
            ['an error', '{ product { id } }'],
            ['a wrong document', '{ product(id: 1) { nothing } }'],
        ])('%s', async (_, query) => {
            await reader.read(query);
            expect(await reader.read(query)).toMatchObject({ hit: false });
        });

        it('a mutation that bears the name of a query', async () => {
            const query = 'mutation product { logout { success } }';
            await reader.read(query);
            expect(await reader.read(query)).toMatchObject({ hit: false });
        });

        it('what is sent in another way than one plain query', async () => {
            for (const [status, body] of [
                [400, JSON.stringify([{ query: LAMP }])],
                [400, '"text"'],
                [400, '{'],
                [200, JSON.stringify({ query: LAMP, variables: { x: 'x'.repeat(9_000) } })],
            ] as const) {
                const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
                await reader.send(undefined, init);
                expect(await reader.send(undefined, init)).toMatchObject({ hit: false, status });
            }
        });

        it('the answer that hands out a session', async () => {
            const asked = await reader.read('{ activeOrder { id } }');
            expect(asked.headers.get('vendure-auth-token')).toBeTruthy();
            expect((await reader.read(LAMP)).headers.get('vendure-auth-token')).toBeNull();
        });
    });

    describe('renews', () => {
        it('the page of the product that was changed, at once, and no other', async () => {
            await kept(LAMP);
            await kept(CHAIR);
            await kept(LIST);
            await adminClient.query(renameProduct, { id: '1', name: 'Lantern' });
            expect((await reader.read(LAMP)).text).toContain('Lantern');
            expect((await reader.read(LIST)).text).toContain('Lantern');
            expect((await reader.read(CHAIR)).hit).toBe(true);
        });

        it('what was written past the application, when it is committed and not before', async () => {
            await kept(CHAIR);
            await sql('BEGIN; UPDATE product_translation SET name = name; COMMIT');
            expect((await reader.read(CHAIR)).hit).toBe(true);
            await sql(`BEGIN; UPDATE product_translation SET name = 'never'; ROLLBACK`);
            expect((await reader.read(CHAIR)).hit).toBe(true);
            await sql(`UPDATE product_translation SET name = 'Seat' WHERE slug = 'chair'`);
            expect((await reader.read(CHAIR)).text).toContain('Seat');
        });

        it('a product that was not there', async () => {
            const query = '{ product(slug: "stool") { name } }';
            await kept(query);
            await sql(`UPDATE product_translation SET slug = 'stool' WHERE slug = 'chair'`);
            expect((await reader.read(query)).text).toContain('Seat');
            await sql(`UPDATE product_translation SET slug = 'chair' WHERE slug = 'stool'`);
            expect((await reader.read(query)).text).toContain('null');
        });

        it('whole tables after many changes at once', async () => {
            await kept(LAMP);
            await sql(`INSERT INTO product_variant_price ("currencyCode", "channelId", price, "variantId")
                       SELECT 'X' || n, 1, 1, 1 FROM generate_series(1, 150) n`);
            expect((await reader.read(LAMP)).hit).toBe(false);
            await sql(`DELETE FROM product_variant_price WHERE "currencyCode" LIKE 'X%'`);
        });

        it('everything after a change of taxes, without an answer by old ones', async () => {
            await kept(LAMP);
            await sql(`UPDATE tax_rate SET value = 10`);
            expect((await reader.read(LAMP)).hit).toBe(false);
            await warm(reader);
            expect((await reader.read(LAMP)).text).toBe((await reader.readFresh(LAMP)).text);
        });
    });

    describe('trusts nothing', () => {
        it('while it hears of no changes', async () => {
            await kept(LAMP);
            await sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                        WHERE application_name = 'efi-shop-cache' AND datname = current_database()`);
            await adminClient.query(setPrice, { id: '1', price: 4711 });
            const reading = await reader.read(LAMP);
            expect(reading.hit).toBe(false);
            expect(reading.text).toContain('4711');
            await warm(reader);
            expect((await reader.read(LAMP)).text).toContain('4711');
        });
    });

    describe('persisted queries', () => {
        const query = '{ product(id: 1) { name variants { price } } }';
        const extensions = JSON.stringify({
            persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
        });

        it('are asked for by hash with GET, and answered with 304 as long as nothing changed', async () => {
            const unknown = await reader.get({ extensions }, { 'apollo-require-preflight': '1' });
            expect(unknown.text).toContain('PersistedQueryNotFound');
            const first = await reader.get({ extensions, query });
            expect(first).toMatchObject({ status: 200, hit: false });
            const second = await reader.get({ extensions });
            expect(second).toMatchObject({ status: 200, hit: true, text: first.text });
            const etag = second.headers.get('etag') ?? '';
            expect(first.headers.get('etag')).toBe(etag);
            expect(second.headers.get('cache-control')).toBe('public, no-cache');
            expect(second.headers.get('vary')).toContain('vendure-token');
            expect(await reader.get({ extensions }, { 'if-none-match': etag })).toMatchObject({
                status: 304,
                text: '',
            });

            await adminClient.query(setPrice, { id: '1', price: 4712 });
            const changed = await reader.get({ extensions }, { 'if-none-match': etag });
            expect(changed.status).toBe(200);
            expect(changed.text).toContain('4712');
        });

        it('are never mutations', async () => {
            const mutation = 'mutation { logout { success } }';
            const reading = await reader.get({ query: mutation }, { 'apollo-require-preflight': '1' });
            expect(reading.status).toBe(405);
        });
    });

    describe('a session', () => {
        const login = async (headers: Record<string, string> = {}) => {
            const [customer] = await sql<{ emailAddress: string }>(
                'SELECT "emailAddress" FROM customer ORDER BY id',
            );
            const reading = await reader.read(
                `mutation { login(username: "${customer?.emailAddress}", password: "test") { __typename } }`,
                { headers },
            );
            return { authorization: `Bearer ${reading.headers.get('vendure-auth-token')}` };
        };

        it('shares the answers of guests, and keeps its own', async () => {
            await kept(LAMP);
            const headers = await login();
            expect(await reader.read(LAMP, { headers })).toMatchObject({ hit: true });
            expect((await reader.read('{ me { identifier } }', { headers })).text).toContain('@');
        });

        it('that is in a customer group shares with that group only', async () => {
            await kept(LAMP);
            const headers = await login();
            await sql(`INSERT INTO customer_group (name) VALUES ('Trade')`);
            await sql(
                `INSERT INTO customer_groups_customer_group SELECT (SELECT min(id) FROM customer), min(id) FROM customer_group`,
            );
            expect(await reader.read(LAMP, { headers })).toMatchObject({ hit: false });
            expect(await reader.read(LAMP, { headers })).toMatchObject({ hit: true });
            await sql('DELETE FROM customer_groups_customer_group');
        });

        it('that does not exist is taken back by the shop', async () => {
            await kept(LAMP);
            const reading = await reader.read(LAMP, { headers: { authorization: 'Bearer nobody' } });
            expect(reading.hit).toBe(false);
            expect(reading.headers.get('vendure-auth-token')).toBe('');
        });

        it('of an administrator shares nothing', async () => {
            await kept(LAMP);
            const headers = { authorization: `Bearer ${adminClient.getAuthToken()}` };
            expect(await reader.read(LAMP, { headers })).toMatchObject({ hit: false });
        });
    });
});
