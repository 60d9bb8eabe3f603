import type { MigrationClass } from '@efi/plugin-kit';
import { testShop } from '@efi/plugin-kit/testing';
import type { PartialVendureConfig } from '@vendure/core';
import { parse } from 'graphql';
import { RecommendationsPlugin, recommendationsMigrations } from '../../src';
import type { RecommendationsOptions } from '../../src';
import { TrainRecommendations } from '../../src/infrastructure/training/train-recommendations';

export const PRODUCTS = 16;
const DAY = 86_400_000;

/** A shop with 16 products P1 … P16 at 10.00 to 25.00, ten of each in stock, and orders as a test writes them. */
export async function recommendingShop(
    options: RecommendationsOptions = {},
    config: PartialVendureConfig = {},
    otherMigrations: MigrationClass[] = [],
) {
    const shop = await testShop({
        // Nothing left to chance, and no haste on a busy machine.
        plugins: [
            ...(config.plugins ?? []),
            RecommendationsPlugin.init({ explorationShare: 0, budgetMs: 10_000, ...options }),
        ],
        migrations: [...otherMigrations, ...recommendationsMigrations],
        customerCount: 3,
    });
    const { adminClient, sql } = shop;
    const products: number[] = [];

    const start = async () => {
        await shop.start();
        for (let number = 1; number <= PRODUCTS; number++) {
            products.push(await createProduct(`P${number}`, 900 + number * 100));
        }
    };

    const createProduct = async (name: string, price: number): Promise<number> => {
        const translations = [{ languageCode: 'en', name, slug: name.toLowerCase(), description: '' }];
        const { createProduct: product } = await adminClient.query<{ createProduct: { id: string } }>(
            parse('mutation ($input: CreateProductInput!) { createProduct(input: $input) { id } }'),
            { input: { translations, enabled: true } },
        );
        await adminClient.query(
            parse(
                'mutation ($input: [CreateProductVariantInput!]!) { createProductVariants(input: $input) { id } }',
            ),
            {
                input: [
                    {
                        productId: product.id,
                        sku: name,
                        price,
                        stockOnHand: 10,
                        trackInventory: 'TRUE',
                        translations: [{ languageCode: 'en', name }],
                    },
                ],
            },
        );
        return Number(product.id.replace('T_', ''));
    };

    /** Writes an order of the past. @param numbers - Of products. */
    const order = async (numbers: readonly number[], daysAgo: number, customerId?: number) => {
        const placedAt = new Date(Date.now() - daysAgo * DAY);
        const [row] = await sql<{ id: number }>(
            `WITH placed AS (
                INSERT INTO "order" (code, state, active, "orderPlacedAt", "couponCodes", "shippingAddress",
                                     "billingAddress", "currencyCode", "subTotal", "subTotalWithTax", "customerId")
                VALUES (gen_random_uuid()::text, 'Delivered', false, $1, '', '{}', '{}', 'USD', 0, 0, $2)
                RETURNING id
             ), channel AS (
                INSERT INTO order_channels_channel ("orderId", "channelId") SELECT id, 1 FROM placed
             )
             SELECT id FROM placed`,
            [placedAt, customerId ?? null],
        );
        await sql(
            `INSERT INTO order_line (quantity, "orderPlacedQuantity", "listPriceIncludesTax", adjustments, "taxLines",
                                     "productVariantId", "listPrice", "orderId")
             SELECT 1, 1, false, '[]', '[]', id, 100, $1 FROM product_variant WHERE "productId" = ANY($2::int[])`,
            [row?.id, numbers.map(productId)],
        );
        return row?.id ?? 0;
    };

    const productId = (number: number): number => products[number - 1] ?? 0;

    /** As the shopper of the client, who agrees to the purposes. */
    const ask = async (input: Record<string, unknown>, consent = '', client = shop.shopClient) => {
        const { port, shopApiPath } = shop.config.apiOptions;
        const response = await client.fetch(`http://localhost:${port}/${shopApiPath}`, {
            method: 'POST',
            headers: { 'efi-consent': consent },
            body: JSON.stringify({ query: recommendations, variables: { input } }),
        });
        const { data, errors } = (await response.json()) as { data?: ListAnswer; errors?: unknown[] };
        if (!data || errors) {
            throw new Error(JSON.stringify(errors));
        }
        return data.efiRecommendations;
    };

    return {
        ...shop,
        ask,
        start,
        order,
        productId,
        addToCart: async (number: number, client = shop.shopClient) => {
            const [variant] = await sql<{ id: number }>(
                'SELECT id FROM product_variant WHERE "productId" = $1',
                [productId(number)],
            );
            await client.query(
                parse(
                    'mutation ($id: ID!) { addItemToOrder(productVariantId: $id, quantity: 1) { __typename } }',
                ),
                { id: `T_${variant?.id}` },
            );
        },
        train: () =>
            shop.server.app.get(TrainRecommendations).run(() => undefined, new AbortController().signal),
    };
}

export type RecommendingShop = Awaited<ReturnType<typeof recommendingShop>>;

/** A year of baskets: 1 with 2, 3 with 4 and so on, and 16 now and then with anything. */
export async function tradeForAYear({ order }: RecommendingShop): Promise<void> {
    for (let week = 52; week > 0; week--) {
        for (const first of [1, 3, 5, 7]) {
            await order([first, first + 1], 7 * week - 1);
        }
        await order([1 + (week % 8), 16], 7 * week - 2);
    }
}

const recommendations = `
    query ($input: EfiRecommendationsInput!) {
        efiRecommendations(input: $input) {
            recommendationId
            personal
            items {
                rank
                reason { code productId productName }
                product {
                    productId productName slug inStock currencyCode
                    price { ... on PriceRange { min max } }
                    priceWithTax { ... on PriceRange { min max } }
                }
            }
        }
    }
`;

interface ListAnswer {
    readonly efiRecommendations: {
        readonly recommendationId: string;
        readonly personal: boolean;
        readonly items: ReadonlyArray<{
            readonly rank: number;
            readonly reason: { code: string; productId: string | null; productName: string | null };
            readonly product: { productId: string; productName: string; inStock: boolean };
        }>;
    };
}

/** The names of a list's products, in order. */
export function names({ items }: ListAnswer['efiRecommendations']): string[] {
    return items.map(({ product }) => product.productName);
}
