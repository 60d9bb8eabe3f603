import { testShop } from '@efi/plugin-kit/testing';
import { VendurePlugin } from '@vendure/core';
import type { RequestHandler } from 'express';
import { gql } from 'graphql-tag';
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ShopCachePlugin, shopCacheMigrations } from '../src';
import { warm } from './support/cached-shop';
import { type ReadOptions, ShopReader } from './support/shop-reader';

const LAMP = '{ product(slug: "lamp") { name variants { price } } }';
const A_MOMENT = 0.4;

describe('in front of the application', async () => {
    let passed = 0;
    let made = 0;

    /** Stands before the cache. */
    @VendurePlugin({
        configuration: config => {
            const handler: RequestHandler = (_request, response, next) => {
                response.setHeader('x-number', `application ${++passed}`);
                response.setHeader('x-policy', 'closed');
                next();
            };
            config.apiOptions.middleware.unshift({ route: '/shop-api', handler, beforeListen: true });
            return config;
        },
        compatibility: '^3.7.0',
    })
    class PolicyPlugin {}

    const shop = await testShop({
        plugins: [
            PolicyPlugin,
            ShopCachePlugin.init({
                allowNoStore: true,
                front: { seconds: A_MOMENT, freshHeaders: { 'x-number': () => `front ${++made}` } },
            }),
        ],
        migrations: shopCacheMigrations,
        config: {
            authOptions: { tokenMethod: ['bearer', 'cookie'] },
            entityOptions: { channelCacheTtl: 20, zoneCacheTtl: 20, taxRateCacheTtl: 20 },
        },
    });
    const { port } = shop.config.apiOptions;
    const reader = new ShopReader(`http://localhost:${port}/shop-api`);

    beforeAll(async () => {
        await shop.start();
        await warm(reader);
    });
    afterAll(() => shop.stop());

    /** Whether a request reached the application's middleware. */
    async function reaches(query: string, options: ReadOptions = {}): Promise<boolean> {
        const before = passed;
        await reader.read(query, options);
        return passed > before;
    }

    async function toFront(query: string, options: ReadOptions = {}): Promise<void> {
        await expect.poll(() => reaches(query, options), { timeout: 10_000 }).toBe(false);
    }

    it('the same request gets the same answer and headers, but for those that are other ones each time', async () => {
        await toFront(LAMP);
        const fresh = await reader.readFresh(LAMP);
        const [one, other] = [await reader.read(LAMP), await reader.read(LAMP)];
        expect(one).toMatchObject({ status: 200, hit: true, text: fresh.text });
        const unlike = new Set(['date', 'efi-cache', 'x-number', 'etag', 'keep-alive', 'connection']);
        const comparable = (headers: Headers) => [...headers].filter(([name]) => !unlike.has(name));
        expect(comparable(one.headers)).toEqual(
            expect.arrayContaining([
                ['x-policy', 'closed'],
                ['content-type', fresh.headers.get('content-type')],
                ['content-length', String(Buffer.byteLength(fresh.text))],
            ]),
        );
        expect(one.headers.get('x-number')).toMatch(/^front/);
        expect(other.headers.get('x-number')).not.toBe(one.headers.get('x-number'));
    });

    it('what changes is another answer at once', async () => {
        await toFront(LAMP);
        await shop.adminClient.query(gql`
            mutation {
                updateProductVariants(input: [{ id: "T_1", price: 4711 }]) {
                    id
                }
            }
        `);
        expect((await reader.read(LAMP)).text).toContain('4711');
    });

    it.each<[string, ReadOptions]>([
        ['a cookie', { headers: { cookie: 'a=b' } }],
        ['a token', { headers: { authorization: 'Bearer nobody' } }],
        ['a header that it would answer with', { headers: { 'x-number': '7' } }],
        ['no-store', { headers: { 'cache-control': 'no-store' } }],
    ])('a request with %s is the application’s', async (_, options) => {
        await toFront(LAMP);
        for (let n = 0; n < 3; n++) {
            expect(await reaches(LAMP, options)).toBe(true);
        }
    });

    it('a request that differs in a header is another one', async () => {
        await toFront(LAMP);
        expect(await reaches(LAMP, { headers: { origin: 'https://shop.example' } })).toBe(true);
    });

    it('the application sees it again after a while', async () => {
        await toFront(LAMP);
        await new Promise(resolve => setTimeout(resolve, A_MOMENT * 1_000 + 100));
        expect(await reaches(LAMP)).toBe(true);
    });

    it('a mutation, a wrong body and one in pieces reach the application as they were sent', async () => {
        const post = (body: string) =>
            reader.send(undefined, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
        expect((await post('{')).status).toBe(400);
        const loggedOut = await post(JSON.stringify({ query: 'mutation { logout { success } }' }));
        expect(loggedOut.text).toContain('"logout"');

        const body = JSON.stringify({ query: '{ product(slug: "chair") { name } }' });
        const answered = new Promise<string>(resolve => {
            const socket = net.connect(port, 'localhost', () => {
                socket.write(
                    `POST /shop-api HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
                );
                setTimeout(() => socket.write(body.slice(0, 10)), 50);
                setTimeout(() => socket.write(body.slice(10)), 100);
            });
            socket.once('data', data => {
                resolve(data.toString());
                socket.destroy();
            });
        });
        expect(await answered).toContain('"name":"Chair"');
    });
});
