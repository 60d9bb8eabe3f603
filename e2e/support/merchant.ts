import { GraphQlClient } from './graphql-client';

export interface NewVariant {
    readonly sku: string;
    /** Net, in hundredths. Default: 49.00. */
    readonly price?: number;
    /** On hand at each location, by the location's id. */
    readonly stock: Readonly<Record<string, number>>;
    /** Default: true. */
    readonly tracked?: boolean;
    /** Below zero it may be ordered beyond the stock. Default: the shop's, which is 0. */
    readonly outOfStockThreshold?: number;
}

export interface NewPromotion {
    readonly name: string;
    /** Without one the promotion comes by itself. */
    readonly couponCode?: string;
    readonly usageLimit?: number;
    readonly perCustomerUsageLimit?: number;
    /** Whole percent off the order. */
    readonly percent: number;
    /** Only for orders with this variant. */
    readonly variantId?: string;
}

/** What a merchant sets up, by the Admin API. */
export class Merchant {
    private constructor(readonly client: GraphQlClient) {}

    static async signIn(adminApi: string, password = 'superadmin'): Promise<Merchant> {
        const client = new GraphQlClient(adminApi);
        await client.run(
            `mutation ($password: String!) { login(username: "superadmin", password: $password) { ... on ErrorResult { errorCode message } } }`,
            { password },
        );
        return new Merchant(client);
    }

    /** @returns Their ids, the shop's first location included. */
    async addStockLocations(names: readonly string[]): Promise<string[]> {
        for (const name of names) {
            await this.client.run(
                `mutation ($name: String!) { createStockLocation(input: { name: $name }) { id } }`,
                { name },
            );
        }
        const { stockLocations } = await this.client.run<{
            stockLocations: { items: Array<{ id: string }> };
        }>(`{ stockLocations(options: { sort: { id: ASC } }) { items { id } } }`);
        return stockLocations.items.map(({ id }) => id);
    }

    /** @returns The variant's id. Each one gets a product of its own. */
    async addVariant(variant: NewVariant): Promise<string> {
        const { sku, price = 4900, stock, tracked = true, outOfStockThreshold } = variant;
        const { createProduct } = await this.client.run<{ createProduct: { id: string } }>(
            `mutation ($sku: String!) {
                createProduct(input: { enabled: true, translations: [{ languageCode: en, name: $sku, slug: $sku, description: "" }] }) { id }
            }`,
            { sku },
        );
        const { createProductVariants } = await this.client.run<{
            createProductVariants: Array<{ id: string }>;
        }>(
            `mutation ($input: [CreateProductVariantInput!]!) { createProductVariants(input: $input) { id } }`,
            {
                input: [
                    {
                        productId: createProduct.id,
                        sku,
                        price,
                        trackInventory: tracked ? 'TRUE' : 'FALSE',
                        stockLevels: Object.entries(stock).map(([stockLocationId, stockOnHand]) => ({
                            stockLocationId,
                            stockOnHand,
                        })),
                        translations: [{ languageCode: 'en', name: sku }],
                        ...(outOfStockThreshold === undefined
                            ? {}
                            : { outOfStockThreshold, useGlobalOutOfStockThreshold: false }),
                    },
                ],
            },
        );
        return createProductVariants[0]?.id ?? '';
    }

    /** Sets what was counted at each place, by the place's id. */
    async takeStock(variantId: string, counted: Readonly<Record<string, number>>): Promise<void> {
        await this.client.run(
            `mutation ($input: [UpdateProductVariantInput!]!) { updateProductVariants(input: $input) { id } }`,
            {
                input: [
                    {
                        id: variantId,
                        stockLevels: Object.entries(counted).map(([stockLocationId, stockOnHand]) => ({
                            stockLocationId,
                            stockOnHand,
                        })),
                    },
                ],
            },
        );
    }

    async addPromotion(promotion: NewPromotion): Promise<void> {
        const { name, percent, variantId, ...limits } = promotion;
        const conditions = variantId
            ? [
                  {
                      code: 'contains_products',
                      arguments: [
                          { name: 'minimum', value: '1' },
                          { name: 'productVariantIds', value: `["${variantId}"]` },
                      ],
                  },
              ]
            : [];
        await this.client.run(
            `mutation ($input: CreatePromotionInput!) { createPromotion(input: $input) { ... on ErrorResult { errorCode message } } }`,
            {
                input: {
                    enabled: true,
                    ...limits,
                    conditions,
                    actions: [
                        {
                            code: 'order_percentage_discount',
                            arguments: [{ name: 'discount', value: String(percent) }],
                        },
                    ],
                    translations: [{ languageCode: 'en', name, description: '' }],
                },
            },
        );
    }

    async addPaymentMethod(code: string, handler: string, args: Record<string, string> = {}): Promise<void> {
        await this.client.run(
            `mutation ($input: CreatePaymentMethodInput!) { createPaymentMethod(input: $input) { id } }`,
            {
                input: {
                    code,
                    enabled: true,
                    handler: {
                        code: handler,
                        arguments: Object.entries(args).map(([name, value]) => ({ name, value })),
                    },
                    translations: [{ languageCode: 'en', name: code, description: '' }],
                },
            },
        );
    }
}
