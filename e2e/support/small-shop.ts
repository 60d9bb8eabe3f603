import { GraphQlClient } from './graphql-client';

/** What a test needs to buy something. */
export interface SmallShop {
    readonly variantId: string;
}

/**
 * Sets up the least shop that sells: one country, tax, shipping and payment method, and one product, by the Admin
 * API as a merchant would.
 *
 * @param adminApi - Address of the Admin API of a fresh installation.
 */
export async function setUpSmallShop(adminApi: string, password = 'superadmin'): Promise<SmallShop> {
    const admin = new GraphQlClient(adminApi);
    await admin.run(
        `mutation ($password: String!) { login(username: "superadmin", password: $password) { ... on ErrorResult { errorCode message } } }`,
        { password },
    );
    const zoneId = await setUpTaxes(admin);
    await admin.run(
        `mutation ($zoneId: ID!) {
            updateChannel(input: { id: 1, defaultTaxZoneId: $zoneId, defaultShippingZoneId: $zoneId }) {
                ... on ErrorResult { errorCode message }
            }
        }`,
        { zoneId },
    );
    await admin.run(
        `mutation {
            createShippingMethod(input: {
                code: "standard", fulfillmentHandler: "manual-fulfillment"
                checker: { code: "default-shipping-eligibility-checker", arguments: [{ name: "orderMinimum", value: "0" }] }
                calculator: { code: "default-shipping-calculator", arguments: [
                    { name: "rate", value: "500" }, { name: "includesTax", value: "auto" }, { name: "taxRate", value: "20" }
                ] }
                translations: [{ languageCode: en, name: "Standard", description: "" }]
            }) { id }
            createPaymentMethod(input: {
                code: "dummy", enabled: true, handler: { code: "dummy-payment-handler", arguments: [{ name: "automaticSettle", value: "true" }] }
                translations: [{ languageCode: en, name: "Dummy", description: "" }]
            }) { id }
        }`,
    );
    return { variantId: await createProduct(admin) };
}

async function setUpTaxes(admin: GraphQlClient): Promise<string> {
    const { createCountry } = await admin.run<{ createCountry: { id: string } }>(
        `mutation { createCountry(input: { code: "AT", enabled: true, translations: [{ languageCode: en, name: "Austria" }] }) { id } }`,
    );
    const { createZone, createTaxCategory } = await admin.run<Record<string, { id: string }>>(
        `mutation ($countryId: ID!) {
            createZone(input: { name: "Europe", memberIds: [$countryId] }) { id }
            createTaxCategory(input: { name: "Standard", isDefault: true }) { id }
        }`,
        { countryId: createCountry.id },
    );
    await admin.run(
        `mutation ($zoneId: ID!, $categoryId: ID!) {
            createTaxRate(input: { name: "VAT", enabled: true, value: 20, zoneId: $zoneId, categoryId: $categoryId }) { id }
        }`,
        { zoneId: createZone?.id, categoryId: createTaxCategory?.id },
    );
    return createZone?.id ?? '';
}

async function createProduct(admin: GraphQlClient): Promise<string> {
    const { createProduct: product } = await admin.run<{ createProduct: { id: string } }>(
        `mutation { createProduct(input: { enabled: true, translations: [{ languageCode: en, name: "Lamp", slug: "lamp", description: "" }] }) { id } }`,
    );
    const { createProductVariants } = await admin.run<{ createProductVariants: Array<{ id: string }> }>(
        `mutation ($productId: ID!) {
            createProductVariants(input: [{
                productId: $productId, sku: "LAMP", price: 4900, stockOnHand: 100, trackInventory: TRUE
                translations: [{ languageCode: en, name: "Lamp" }]
            }]) { id }
        }`,
        { productId: product.id },
    );
    return createProductVariants[0]?.id ?? '';
}
