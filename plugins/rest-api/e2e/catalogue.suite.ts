import { describe, expect, it } from 'vitest';
import type { RestAnswer } from './rest-client';
import type { RestShop } from './rest-shop';

interface Item {
    readonly slug: string;
    readonly children?: Item[];
}

export const itemsOf = <T = Item>({ body }: RestAnswer): T[] => (body?.items ?? []) as T[];

/** What shoppers read of the catalogue. */
export function catalogueSuite(shop: RestShop): void {
    const { anonymous } = shop;
    const slugs = async (query: string) => itemsOf(await anonymous(`/products${query}`)).map(one => one.slug);

    describe('the list of products', () => {
        it('has what is for sale, with prices of what can be bought', async () => {
            const answer = await anonymous('/products');
            expect(itemsOf(answer).map(({ slug }) => slug)).toEqual(['lamp', 'chair', 'rug']);
            expect(answer.body?.nextCursor).toBeNull();
            expect(itemsOf(answer)[0]).toEqual({
                id: 'T_1',
                slug: 'lamp',
                name: 'Lamp',
                description: '<p>Bright</p>',
                image: null,
                facetValues: [{ facet: 'color', facetName: 'color', value: 'red', valueName: 'red' }],
                updatedAt: expect.any(String) as string,
                prices: {
                    currencyCode: 'USD',
                    lowest: 1000,
                    lowestWithTax: 1200,
                    highest: 1000,
                    highestWithTax: 1200,
                },
            });
            // The large rug, at 60.00, is disabled.
            expect(itemsOf<{ prices: object }>(answer)[2]?.prices).toMatchObject({ highest: 4000 });
        });

        it('is read page by page, each item once', async () => {
            const seen: string[] = [];
            let cursor = '';
            do {
                const answer = await anonymous(`/products?limit=2${cursor}`);
                seen.push(...itemsOf(answer).map(({ slug }) => slug));
                cursor = answer.body?.nextCursor ? `&cursor=${answer.body.nextCursor as string}` : '';
            } while (cursor !== '');
            expect(seen).toEqual(['lamp', 'chair', 'rug']);
        });

        it('is narrowed by words, facets and a collection', async () => {
            expect(await slugs('?term=LAM')).toEqual(['lamp']);
            expect(await slugs('?term=rug-s')).toEqual(['rug']);
            expect(await slugs('?term=lamp%20chair')).toEqual([]);
            expect(await slugs('?term=%25')).toEqual([]);
            expect(await slugs('?facet=color:red')).toEqual(['lamp']);
            expect(await slugs('?facet=color:red&facet=color:blue')).toEqual([]);
            expect(await slugs('?collection=light&facet=color:red&term=lamp')).toEqual(['lamp']);
            expect(await slugs('?collection=living')).toEqual([]);
        });

        it('can’t be asked about what is private', async () => {
            expect(await slugs('?facet=margin:high')).toEqual([]);
            expect(await slugs('?term=secret')).toEqual([]);
            expect(await slugs('?term=rug-l')).toEqual([]);
            expect(await anonymous('/products?collection=hidden')).toMatchObject({
                status: 404,
                body: { type: 'urn:efi:problem:no-such-collection' },
            });
        });

        it('refuses a cursor of another list, and pages without end', async () => {
            const foreign = Buffer.from('orders T_1').toString('base64url');
            for (const cursor of ['x', foreign, Buffer.from('products 99999999999').toString('base64url')]) {
                expect(await anonymous(`/products?cursor=${cursor}`)).toMatchObject({
                    status: 400,
                    body: { type: 'urn:efi:problem:wrong-cursor' },
                });
            }
            expect((await anonymous('/products?limit=101')).status).toBe(400);
            expect((await anonymous('/products?facet=color')).status).toBe(400);
        });

        it('costs the same few statements for more products', async () => {
            const statements = await shop.statementsOf(() => anonymous('/products?limit=1'));
            expect(await shop.statementsOf(() => anonymous('/products?limit=3'))).toBe(statements);
        });
    });

    describe('a product', () => {
        it('has its variants, with prices and stock as the Shop API tells them', async () => {
            const { body } = await anonymous('/products/rug');
            expect(body).toMatchObject({
                slug: 'rug',
                variants: [
                    {
                        sku: 'RUG-S',
                        price: 4000,
                        priceWithTax: 4800,
                        currencyCode: 'USD',
                        stockLevel: 'IN_STOCK',
                        options: [{ group: 'rug-size', code: 'small', name: 'small' }],
                    },
                ],
            });
            expect(body?.variants).toHaveLength(1);
        });

        it('is found by any of its slugs and by its id, in the language of the caller', async () => {
            for (const path of ['/products/lampe', '/products/T_1', '/products/lamp?languageCode=de']) {
                expect((await anonymous(path)).body?.id, path).toBe('T_1');
            }
            const german = await anonymous('/products/lamp?languageCode=de');
            expect(german.body).toMatchObject({ name: 'Lampe', slug: 'lampe' });
        });

        it.each(['secret', 'T_4', 'T_999', 'T_99999999999', '-1', 'nothing'])(
            'that shoppers do not see is not there: %s',
            async slug => {
                expect(await anonymous(`/products/${slug}`)).toMatchObject({
                    status: 404,
                    body: { type: 'urn:efi:problem:no-such-product' },
                });
            },
        );

        it('that the caller has already is not sent again', async () => {
            const etag = (await anonymous('/products/lamp')).headers.get('etag') ?? '';
            expect((await anonymous('/products/lamp', { headers: { 'if-none-match': etag } })).status).toBe(
                304,
            );
            await shop.sql(`UPDATE product_variant SET sku = 'LAMP-2' WHERE id = 1`);
            const changed = await anonymous('/products/lamp', { headers: { 'if-none-match': etag } });
            expect(changed.status).toBe(200);
            await shop.sql(`UPDATE product_variant SET sku = 'LAMP' WHERE id = 1`);
        });
    });

    describe('the tree of collections', () => {
        it('has what is not hidden', async () => {
            const shape = ({ slug, children = [] }: Item): object => ({ [slug]: children.map(shape) });
            const answer = await anonymous('/collections');
            expect(itemsOf(answer).map(shape)).toEqual([{ living: [{ light: [] }] }, { below: [] }]);
        });
    });
}
