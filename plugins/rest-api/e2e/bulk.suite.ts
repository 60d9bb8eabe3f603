import { describe, expect, it } from 'vitest';
import { itemsOf } from './catalogue.suite';
import type { RestShop } from './rest-shop';

const LISTS = ['/bulk/products', '/bulk/variants', '/bulk/orders', '/bulk/customers'];

/** What programs read of the whole shop. After the suite of orders. */
export function bulkSuite(shop: RestShop): void {
    const bulk = (path: string) => shop.admin()(path);

    describe('bulk reads', () => {
        it.each(LISTS)('are for staff and programs with the permission: %s', async path => {
            expect((await shop.anonymous(path)).status).toBe(401);
            expect((await (await shop.customer()).rest(path)).status).toBe(403);
            const answer = await bulk(path);
            expect(answer.status).toBe(200);
            expect(answer.headers.get('ratelimit-policy')).toContain('"bulk"');
        });

        it.each(LISTS)('come page by page, each item once, under a cursor of their own: %s', async path => {
            const whole = itemsOf<{ id: string }>(await bulk(path)).map(({ id }) => id);
            const seen: string[] = [];
            let cursor: unknown = '';
            while (typeof cursor === 'string') {
                const answer = await bulk(`${path}?limit=2${cursor && `&cursor=${cursor}`}`);
                seen.push(...itemsOf<{ id: string }>(answer).map(({ id }) => id));
                cursor = answer.body?.nextCursor;
            }
            expect(seen).toEqual(whole);
            expect(new Set(seen).size).toBeGreaterThan(1);
            const foreign = Buffer.from('products T_1').toString('base64url');
            expect((await bulk(`${path}?cursor=${foreign}`)).status).toBe(400);
        });

        it.each(LISTS)('may be of what has changed only: %s', async path => {
            expect(itemsOf(await bulk(`${path}?updatedSince=2999-01-01T00:00:00Z`))).toEqual([]);
            expect(itemsOf(await bulk(`${path}?updatedSince=2020-01-01T00:00:00Z`))).not.toEqual([]);
            expect((await bulk(`${path}?updatedSince=yesterday`)).status).toBe(400);
        });

        it('of the catalogue have what shoppers do not see', async () => {
            const products = itemsOf<{ slug: string; enabled: boolean }>(await bulk('/bulk/products'));
            expect(products.find(({ slug }) => slug === 'secret')).toMatchObject({ enabled: false });
            expect(products.find(({ slug }) => slug === 'lamp')).toMatchObject({
                facetValues: expect.arrayContaining([{ facet: 'margin', value: 'high' }]) as object[],
            });
            const variants = itemsOf<{ sku: string }>(await bulk('/bulk/variants'));
            expect(variants.find(({ sku }) => sku === 'RUG-L')).toMatchObject({
                enabled: false,
                price: 6000,
                priceWithTax: 7200,
                stockLevels: [{ stockOnHand: 100, stockAllocated: 0 }],
            });
        });

        it('of orders have customers, and carts unless they are left out', async () => {
            const all = itemsOf<{ placedAt: string | null; customer: object }>(await bulk('/bulk/orders'));
            const placed = itemsOf<{ placedAt: string | null }>(await bulk('/bulk/orders?placed=true'));
            const carts = itemsOf<{ placedAt: string | null }>(await bulk('/bulk/orders?placed=false'));
            expect(placed.every(({ placedAt }) => placedAt !== null)).toBe(true);
            expect(carts.map(({ placedAt }) => placedAt)).toEqual([null]);
            expect(all).toHaveLength(placed.length + carts.length);
            expect(all[0]?.customer).toMatchObject({ emailAddress: expect.stringContaining('@') as string });
        });

        it.each(LISTS)('cost the same few statements for longer pages: %s', async path => {
            const statements = await shop.statementsOf(() => bulk(`${path}?limit=1`));
            expect(await shop.statementsOf(() => bulk(`${path}?limit=2`))).toBe(statements);
        });
    });
}
