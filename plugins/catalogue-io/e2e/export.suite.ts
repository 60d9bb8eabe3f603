import type { TestShop } from '@efi/plugin-kit/testing';
import { describe, expect, it } from 'vitest';

interface Counts {
    readonly state: string;
    readonly created: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly refused: number;
    readonly problems: { readonly totalItems: number };
}

type Import = (text: string, how?: { format: string }) => Promise<Counts>;

/** The catalogue as a file. Expects more products than one page of an export to be there. */
export function exportSuite(shop: TestShop, run: Import): void {
    const get = async (query: string, token = shop.adminClient.getAuthToken()) => {
        const port = shop.config.apiOptions.port;
        const response = await fetch(`http://localhost:${port}/catalogue/export?${query}`, {
            headers: token ? { authorization: `Bearer ${token}` } : {},
        });
        return {
            status: response.status,
            type: response.headers.get('content-type'),
            body: await response.text(),
        };
    };
    const products = async () =>
        (
            await shop.sql<{ n: number }>(
                `SELECT count(*)::int AS n FROM product p WHERE "deletedAt" IS NULL AND EXISTS
                    (SELECT FROM product_variant v WHERE v."productId" = p.id AND v."deletedAt" IS NULL)`,
            )
        )[0]?.n ?? 0;

    describe('an export of the products', () => {
        it.each([
            ['csv', 'CSV', 'text/csv; charset=utf-8'],
            ['jsonl', 'JSON_LINES', 'application/jsonl; charset=utf-8'],
        ])('as %s, imported again, changes nothing', async (format, importFormat, contentType) => {
            const awkward = {
                name: '=1+1 "quoted", and\na second line',
                slug: 'awkward',
                description: '-1 is no formula in a description: <b>"x"</b>',
                facets: [String.raw`ratio:16\:9`, String.raw`path:C\\`, 'kind:for soup | stew'],
                optionGroups: [String.raw`wide\|tall`],
                variants: [
                    { sku: '@AWK-1', price: 2.05, optionValues: [String.raw`1\|2`], stockOnHand: 7 },
                    { sku: 'AWK-2', optionValues: ['a:b'], variantName: 'The other one', price: 3 },
                ],
            };
            await run(JSON.stringify(awkward), { format: 'JSON_LINES' });
            const { status, type, body } = await get(`format=${format}`);
            expect([status, type]).toEqual([200, contentType]);
            expect(await run(body, { format: importFormat })).toMatchObject({
                ...{ state: 'COMPLETED', created: 0, updated: 0, refused: 0 },
                ...{ unchanged: await products(), problems: { totalItems: 0 } },
            });
        });

        it('makes in an empty shop what was there', async () => {
            const { body } = await get('format=csv');
            const before = await shop.sql(CATALOGUE);
            await shop.sql(`UPDATE product SET "deletedAt" = now()`);
            await shop.sql(`UPDATE product_variant SET "deletedAt" = now()`);
            expect(await run(body)).toMatchObject({ created: before.length, refused: 0 });
            expect(await shop.sql(CATALOGUE)).toEqual(before);
        });

        it('is refused in a format that is not known, and to nobody known', async () => {
            expect((await get('format=xlsx')).status).toBe(400);
            expect((await get('format=csv', '')).status).toBe(403);
        });
    });
}

/** Each product by its slug, with what stands in a file. */
const CATALOGUE = `
    SELECT t.slug, t.name, t.description, p.enabled,
           (SELECT array_agg(f.code || ':' || vt.name ORDER BY f.code || ':' || vt.name) FROM product_facet_values_facet_value l
              JOIN facet_value v ON v.id = l."facetValueId" JOIN facet f ON f.id = v."facetId"
              JOIN facet_value_translation vt ON vt."baseId" = v.id WHERE l."productId" = p.id) AS facets,
           (SELECT array_agg(a."assetId" ORDER BY a.position) FROM product_asset a WHERE a."productId" = p.id) AS assets,
           (SELECT json_agg(json_build_array(pv.sku, pv.enabled, pv."trackInventory", vt.name, pr.price, s."stockOnHand",
                       (SELECT array_agg(ot.name ORDER BY ot.name) FROM product_variant_options_product_option o
                          JOIN product_option_translation ot ON ot."baseId" = o."productOptionId"
                         WHERE o."productVariantId" = pv.id)) ORDER BY pv.sku)
              FROM product_variant pv JOIN product_variant_translation vt ON vt."baseId" = pv.id
              JOIN product_variant_price pr ON pr."variantId" = pv.id
              JOIN stock_level s ON s."productVariantId" = pv.id
             WHERE pv."productId" = p.id AND pv."deletedAt" IS NULL) AS variants
      FROM product p JOIN product_translation t ON t."baseId" = p.id
     WHERE p."deletedAt" IS NULL
       AND EXISTS (SELECT FROM product_variant v WHERE v."productId" = p.id AND v."deletedAt" IS NULL)
     ORDER BY t.slug`;
