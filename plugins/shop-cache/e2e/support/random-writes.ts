import type { SimpleGraphQLClient } from '@vendure/testing';
import { gql } from 'graphql-tag';
import type { CachedShop } from './cached-shop';
import type { RandomSource } from './random-source';

/** A change of the shop: what it is called, and how it is made. */
export interface RandomWrite {
    readonly name: string;
    run(): Promise<unknown>;
}

const PRODUCTS = ['1', '2', '3'];
const VARIANTS = ['1', '2', '3', '4'];
const SLUGS = ['lamp', 'chair', 'rug', 'stool'];

const CHECKOUT = [
    `mutation ($variant: ID!, $quantity: Int!) { addItemToOrder(productVariantId: $variant, quantity: $quantity) { __typename } }`,
    `mutation ($email: String!) { setCustomerForOrder(input: { firstName: "A", lastName: "B", emailAddress: $email }) { __typename } }`,
    `mutation { setOrderShippingAddress(input: { streetLine1: "1", city: "X", postalCode: "1", countryCode: "AT" }) { __typename } }`,
    `mutation { setOrderShippingMethod(shippingMethodId: ["1"]) { __typename } }`,
    `mutation { transitionOrderToState(state: "ArrangingPayment") { __typename } }`,
    `mutation { addPaymentToOrder(input: { method: "card", metadata: {} }) { __typename } }`,
].map(text => gql(text));

/** All the ways in which what the Shop API shows is changed here. */
export class RandomWrites {
    private collections: string[] = [];
    private facetValues: string[] = [];
    private count = 0;

    constructor(
        private readonly shop: CachedShop,
        private readonly random: RandomSource,
    ) {}

    /** What there is to change beside the products. */
    async prepare(): Promise<void> {
        for (const code of ['colour', 'make']) {
            const { createFacet } = await this.admin<{ createFacet: { values: Array<{ id: string }> } }>(
                `createFacet(input: { code: "${code}", isPrivate: false,
                    translations: [{ languageCode: en, name: "${code}" }],
                    values: [{ code: "${code}-1", translations: [{ languageCode: en, name: "${code} 1" }] },
                             { code: "${code}-2", translations: [{ languageCode: en, name: "${code} 2" }] }] }) { values { id } }`,
            );
            this.facetValues.push(...createFacet.values.map(({ id }) => id));
        }
        await this.createCollection();
        await this.shop.sql(`UPDATE product_variant SET "trackInventory" = 'TRUE'`);
    }

    next(): RandomWrite {
        this.count++;
        const { random } = this;
        const product = random.pick(PRODUCTS);
        const variant = random.pick(VARIANTS);
        const number = random.below(10_000);
        const text = `text ${this.count} ${number}`;
        const writes: Record<string, () => Promise<unknown>> = {
            rename: () =>
                this.updateProduct(product, `translations: [{ languageCode: en, name: "${text}" }]`),
            translate: () =>
                this.updateProduct(
                    product,
                    `translations: [{ languageCode: de, name: "${text}", slug: "${random.pick(SLUGS)}-de", description: "" }]`,
                ),
            describe: () =>
                this.updateProduct(product, `translations: [{ languageCode: en, description: "${text}" }]`),
            'enable product': () => this.updateProduct(product, `enabled: ${random.below(4) > 0}`),
            'facet values': () =>
                this.updateProduct(product, `facetValueIds: ["${random.pick(this.facetValues)}"]`),
            slug: () =>
                this.updateProduct(
                    product,
                    `translations: [{ languageCode: en, slug: "${random.pick(SLUGS)}" }]`,
                ),
            price: () => this.updateVariant(variant, `price: ${number}`),
            stock: () => this.updateVariant(variant, `stockOnHand: ${random.below(3)}`),
            'enable variant': () => this.updateVariant(variant, `enabled: ${random.below(4) > 0}`),
            sku: () => this.updateVariant(variant, `sku: "${text}"`),
            threshold: () =>
                this.updateVariant(
                    variant,
                    `outOfStockThreshold: ${random.below(2)}, useGlobalOutOfStockThreshold: false`,
                ),
            checkout: () => this.checkOut(variant),
            'create collection': () => this.createCollection(),
            'rename collection': () =>
                this.admin(
                    `updateCollection(input: { id: "${random.pick(this.collections)}",
                        translations: [{ languageCode: en, name: "${text}" }] }) { id }`,
                ),
            'hide collection': () =>
                this.admin(
                    `updateCollection(input: { id: "${random.pick(this.collections)}", isPrivate: ${random.below(2) > 0} }) { id }`,
                ),
            'fill collection': () =>
                this.admin(
                    `updateCollection(input: { id: "${random.pick(this.collections)}", filters: [${this.filter()}] }) { id }`,
                ),
            'move collection': () =>
                this.admin(
                    `moveCollection(input: { collectionId: "${random.pick(this.collections)}", parentId: "1", index: 0 }) { id }`,
                ),
            'rename facet value': () =>
                this.admin(
                    `updateFacetValues(input: [{ id: "${random.pick(this.facetValues)}",
                        translations: [{ languageCode: en, name: "${text}" }] }]) { id }`,
                ),
            'hide facet': () =>
                this.admin(
                    `updateFacet(input: { id: "${1 + random.below(2)}", isPrivate: ${random.below(2) > 0} }) { id }`,
                ),
            'create product': () => this.createAndDelete(text),
            tax: () => this.admin(`updateTaxRate(input: { id: "1", value: ${random.below(30)} }) { id }`),
            'prices with tax': () =>
                this.admin(
                    `updateChannel(input: { id: "1", pricesIncludeTax: ${random.below(2) > 0} }) { __typename }`,
                ),
            'price by hand': () =>
                this.shop.sql(
                    `UPDATE product_variant_price SET price = ${number} WHERE "variantId" = ${variant}`,
                ),
            'stock by hand': () =>
                this.shop.sql(
                    `UPDATE stock_level SET "stockOnHand" = ${random.below(3)} WHERE "productVariantId" = ${variant}`,
                ),
            'nothing, after all': () =>
                this.shop.sql(`BEGIN; UPDATE product_variant_price SET price = -1; ROLLBACK`),
        };
        const rare = ['tax', 'prices with tax', 'create collection'];
        const name = random.pick(
            Object.keys(writes).filter(key => !rare.includes(key) || random.below(6) === 0),
        );
        return {
            name: `${name} (product ${product}, variant ${variant})`,
            run: writes[name] as RandomWrite['run'],
        };
    }

    private updateProduct(id: string, changes: string): Promise<unknown> {
        return this.admin(`updateProduct(input: { id: "${id}", ${changes} }) { id }`);
    }

    private updateVariant(id: string, changes: string): Promise<unknown> {
        return this.admin(`updateProductVariants(input: [{ id: "${id}", ${changes} }]) { id }`);
    }

    private filter(): string {
        return `{ code: "facet-value-filter", arguments: [
            { name: "facetValueIds", value: "[\\"${this.random.pick(this.facetValues)}\\"]" },
            { name: "containsAny", value: "true" }] }`;
    }

    private async createCollection(): Promise<void> {
        const name = `collection-${this.count}`;
        const { createCollection } = await this.admin<{ createCollection: { id: string } }>(
            `createCollection(input: { filters: [${this.filter()}],
                translations: [{ languageCode: en, name: "${name}", slug: "${name}", description: "" }] }) { id }`,
        );
        this.collections.push(createCollection.id);
    }

    private async createAndDelete(name: string): Promise<void> {
        const { createProduct } = await this.admin<{ createProduct: { id: string } }>(
            `createProduct(input: { translations: [{ languageCode: en, name: "${name}", slug: "${this.random.pick(SLUGS)}", description: "" }] }) { id }`,
        );
        if (this.random.below(2) > 0) {
            await this.admin(`deleteProduct(id: "${createProduct.id}") { result }`);
        }
    }

    /** By a guest; it may well end for lack of stock. */
    private async checkOut(variant: string): Promise<void> {
        const client: SimpleGraphQLClient = this.shop.newShopClient();
        const variables = { variant, quantity: 1, email: `guest-${this.count}@example.com` };
        for (const step of CHECKOUT.slice(0, this.random.pick([5, 6, 6]))) {
            try {
                await client.query(step, variables);
            } catch (error) {
                // One that is not for sale just now.
                if (!/No ProductVariant/.test(String(error))) {
                    throw error;
                }
                return;
            }
        }
    }

    private admin<Result = unknown>(mutation: string): Promise<Result> {
        return this.shop.adminClient.query<Result>(gql(`mutation { ${mutation} }`));
    }
}
