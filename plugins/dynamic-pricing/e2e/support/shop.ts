import { OrderIntegrityPlugin, orderIntegrityMigrations } from '@efi/order-integrity-plugin';
import { testShop } from '@efi/plugin-kit/testing';
import { PriceHistoryPlugin, priceHistoryMigrations } from '@efi/price-history-plugin';
import type { PartialVendureConfig } from '@vendure/core';
import type { SimpleGraphQLClient } from '@vendure/testing';
import { parse } from 'graphql';
import { type DynamicPricingOptions, dynamicPricingMigrations, DynamicPricingPlugin } from '../../src';
import { PricingEngine } from '../../src/infrastructure/engine/pricing-engine';
import { SaleClock } from '../../src/infrastructure/engine/sale-clock';

/** In EUR minor units, without tax, as the small shop has them. */
export const LAMP = { id: 1, price: 1000 };
export const CHAIR = { id: 2, price: 8000 };

export const CUSTOMER = 'hayden.zieme12@hotmail.com';

/** A small shop with the plugin beside those that it meets, on a PostgreSQL database of its own. */
export async function pricingShop(options: DynamicPricingOptions = {}, config: PartialVendureConfig = {}) {
    const shop = await testShop({
        plugins: [PriceHistoryPlugin.init(), OrderIntegrityPlugin.init(), DynamicPricingPlugin.init(options)],
        migrations: [...priceHistoryMigrations, ...orderIntegrityMigrations, ...dynamicPricingMigrations],
        customerCount: 1,
        config,
    });
    const admin = async <T>(document: string, variables?: Record<string, unknown>) =>
        shop.adminClient.query<T>(parse(document), variables);
    return {
        ...shop,
        admin,
        shopper: () => new Shopper(shop.newShopClient()),
        clock: () => shop.server.app.get(SaleClock),
        engine: () => shop.server.app.get(PricingEngine),
        /** The currency that the small shop sells in. */
        currency: async () =>
            (await shop.sql<{ code: string }>('SELECT "defaultCurrencyCode" AS code FROM channel'))[0]
                ?.code ?? '',
        /** As Vendure's rows have them. */
        priceOf: async (variantId: number) =>
            (
                await shop.sql<{ price: number; offer: Record<string, unknown> | null }>(
                    'SELECT price, "customFieldsEfioffer" AS offer FROM product_variant_price WHERE "variantId" = $1',
                    [variantId],
                )
            )[0],
        /** A hand on the price, past the engine. */
        setPrice: (variantId: number, price: number) =>
            shop.sql(
                'UPDATE product_variant_price SET price = $2, "customFieldsEfioffer" = NULL WHERE "variantId" = $1',
                [variantId, price],
            ),
        /** As the engine writes it. Moments are relative to the database's clock, in milliseconds. */
        putOnSale: (variantId: number, price: number, from: number, until: number) =>
            shop.sql(
                `UPDATE product_variant_price SET "customFieldsEfioffer" = jsonb_build_object(
                    'list', price, 'price', $2::int, 'isSale', true, 'ruleId', 1,
                    'from', (extract(epoch FROM clock_timestamp()) * 1000)::bigint + $3::bigint,
                    'until', (extract(epoch FROM clock_timestamp()) * 1000)::bigint + $4::bigint)
                  WHERE "variantId" = $1`,
                [variantId, price, from, until],
            ),
    };
}

export type PricingShop = Awaited<ReturnType<typeof pricingShop>>;

interface OrderSeen {
    readonly id: string;
    readonly code: string;
    readonly state: string;
    readonly totalWithTax: number;
    readonly lines: readonly { readonly unitPrice: number; readonly linePrice: number }[];
    readonly efiPriceChanges: readonly {
        readonly productVariantId: string;
        readonly previousUnitPrice: number;
        readonly unitPrice: number;
        readonly unitPriceWithTax: number;
    }[];
}

let guests = 0;

/** What a shopper does in the Shop API. */
export class Shopper {
    constructor(readonly client: SimpleGraphQLClient) {}

    query<T>(document: string, variables?: Record<string, unknown>): Promise<T> {
        return this.client.query<T>(parse(document), variables);
    }

    /** A guest's cart that lacks nothing but its payment. */
    async fillCart(...variants: readonly number[]): Promise<this> {
        for (const variant of variants) {
            await this.query(
                `mutation ($variant: ID!) {
                    addItemToOrder(productVariantId: $variant, quantity: 1) { __typename }
                }`,
                { variant: `T_${variant}` },
            );
        }
        await this.query(
            `mutation ($email: String!) {
                setCustomerForOrder(input: { emailAddress: $email, firstName: "A", lastName: "B" }) { __typename }
            }`,
            { email: `guest-${++guests}@example.com` },
        );
        await this.query('mutation { setOrderShippingMethod(shippingMethodId: ["T_1"]) { __typename } }');
        return this;
    }

    /** @returns `undefined`, or why the order may not be there. */
    async transition(state: string): Promise<string | undefined> {
        const { transitionOrderToState: result } = await this.query<{
            transitionOrderToState: { transitionError?: string };
        }>(
            `mutation ($state: String!) {
                transitionOrderToState(state: $state) { ... on OrderStateTransitionError { transitionError } }
            }`,
            { state },
        );
        return result.transitionError;
    }

    /** As a shopper who looks at the new total and goes on. @returns How often prices had changed. */
    async toPayment(): Promise<number> {
        for (let changes = 0; changes < 5; changes++) {
            const problem = await this.transition('ArrangingPayment');
            if (problem === undefined) {
                return changes;
            }
            if (!problem.includes('Prices in your order have changed')) {
                throw new Error(problem);
            }
        }
        throw new Error('Prices would not come to rest.');
    }

    setAddress() {
        return this.query(
            `mutation { setOrderShippingAddress(input: { streetLine1: "1 Test Street", countryCode: "AT" }) {
                __typename } }`,
        );
    }

    async order(): Promise<OrderSeen> {
        const { activeOrder } = await this.query<{ activeOrder: OrderSeen }>(`{
            activeOrder {
                id code state totalWithTax lines { unitPrice linePrice }
                efiPriceChanges { productVariantId previousUnitPrice unitPrice unitPriceWithTax }
            }
        }`);
        return activeOrder;
    }
}
