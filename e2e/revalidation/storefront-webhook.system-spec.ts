import { freePort } from '@efi/plugin-kit/testing';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSigned } from '../../storefront/src/lib/vendure/revalidation-signature';
import { RunningShop } from '../support/running-shop';

const SECRET = 'known to the worker and to the storefront only';

interface Call {
    readonly tags: readonly string[];
    readonly isSigned: boolean;
    readonly answered: number;
}

describe('a storefront', () => {
    const calls: Call[] = [];
    let isAway = false;
    let storefront: Server;
    let shop: RunningShop;
    let productId: string;

    beforeAll(async () => {
        storefront = createServer((request, response) => {
            void text(request).then(body => {
                const header = request.headers['efi-signature'];
                response.statusCode = isAway ? 503 : 200;
                response.end();
                calls.push({
                    tags: (JSON.parse(body) as { tags: string[] }).tags,
                    isSigned: typeof header === 'string' && isSigned(SECRET, header, body, new Date()),
                    answered: response.statusCode,
                });
            });
        });
        const port = await freePort();
        await new Promise<void>(resolve => storefront.listen(port, '127.0.0.1', resolve));
        shop = await RunningShop.open({
            name: 'revalidation',
            servers: 1,
            env: {
                REVALIDATION_SECRET: SECRET,
                REVALIDATION_URLS: `http://127.0.0.1:${port}/api/revalidate`,
            },
        });
        const { rows } = await shop.database.query<{ id: number }>('SELECT min(id) AS id FROM product');
        productId = String(rows[0]?.id);
    });

    afterAll(async () => {
        await shop?.close();
        storefront?.close();
    });

    const rename = (name: string) =>
        shop.merchant.client.run(
            `mutation ($id: ID!, $name: String!) {
                updateProduct(input: { id: $id, translations: [{ languageCode: en, name: $name }] }) { id }
            }`,
            { id: productId, name },
        );
    const told = () => calls.flatMap(({ tags }) => tags);
    /** Until nothing is on its way any more. */
    const calm = async () => {
        let seen = -1;
        await expect
            .poll(
                () => {
                    const isCalm = seen === calls.length;
                    seen = calls.length;
                    return isCalm;
                },
                { interval: 3_000, timeout: 60_000 },
            )
            .toBe(true);
        calls.length = 0;
    };

    it('hears at the start that anything may have changed', async () => {
        await expect.poll(told, { timeout: 20_000 }).toContain('everything');
        expect(calls.every(call => call.isSigned)).toBe(true);
    });

    it('hears of the product that was changed within seconds, signed', async () => {
        await calm();
        await rename('Reading lamp');
        await expect.poll(told, { timeout: 10_000 }).toContain(`product:${productId}`);
        expect(new Set(told())).toEqual(new Set(['products', `product:${productId}`]));
        expect(calls.every(call => call.isSigned)).toBe(true);
    });

    it('hears nothing of stock, which nobody keeps', async () => {
        await calm();
        await shop.database.query('UPDATE stock_level SET "stockOnHand" = "stockOnHand" + 1');
        await rename('Desk lamp');
        await expect.poll(told, { timeout: 10_000 }).toContain('products');
        expect(new Set(told())).toEqual(new Set(['products', `product:${productId}`]));
    });

    it('that is away hears of it once more when it is back', async () => {
        await calm();
        isAway = true;
        await rename('Bed lamp');
        await expect.poll(() => calls.length, { timeout: 10_000 }).toBeGreaterThan(0);
        isAway = false;
        const heard = () => calls.filter(call => call.answered === 200).flatMap(({ tags }) => tags);
        await expect.poll(heard, { timeout: 30_000 }).toContain(`product:${productId}`);
        expect(calls.every(call => call.isSigned)).toBe(true);
    });
});
