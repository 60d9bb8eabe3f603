import { orderIntegrityMigrations, OrderIntegrityPlugin } from '@efi/order-integrity-plugin';
import { pickUpMigrations, PickUpPlugin } from '@efi/pick-up-plugin';
import { testShop } from '@efi/plugin-kit/testing';
import type { SimpleGraphQLClient } from '@vendure/testing';
import { parse } from 'graphql';

/** Variants of the small shop. */
export const LAMP = 'T_1';
export const CHAIR = 'T_2';

/** Stock locations by id: a warehouse, and what `havePlaces` makes. */
export const WAREHOUSE = 1;
export const COUNTER = 2;
export const KIOSK = 3;
/** In another channel alone. */
export const COMPTOIR = 4;

export const DELIVERY = 'T_1';

export interface Answer {
    readonly __typename: string;
    readonly state?: string;
    readonly message?: string;
    readonly problem?: string;
    readonly missingLineIds?: readonly string[];
    readonly transitionError?: string;
    readonly efiPickUpPlace?: { readonly name: string } | null;
}

export interface Option {
    readonly place: { readonly name: string };
    readonly hasAll: boolean;
    readonly lines: ReadonlyArray<{ readonly orderLineId: string; readonly availability: string }>;
}

const ANSWER = '__typename ... on Order { state efiPickUpPlace { name } } ... on ErrorResult { message }';

/** A shop with a warehouse, two places, a third one of another channel, and a way of shipping with which people come. */
export async function orderShop() {
    const shop = await testShop({
        plugins: [OrderIntegrityPlugin.init(), PickUpPlugin.init({ inArrangeEfiOrder: true })],
        migrations: [...orderIntegrityMigrations, ...pickUpMigrations],
    });
    const admin = <T>(document: string, variables?: Record<string, unknown>) =>
        shop.adminClient.query<T>(parse(document), variables);
    return {
        ...shop,
        admin,
        begin: async () => {
            await shop.start();
            for (const name of ['Town counter', 'Station kiosk', 'Comptoir']) {
                const { createStockLocation } = await admin<{ createStockLocation: { id: string } }>(
                    `mutation { createStockLocation(input: { name: "${name}" }) { id } }`,
                );
                await admin(
                    'mutation ($id: ID!) { setEfiPickUpPlace(stockLocationId: $id, isPickUpPlace: true) { id } }',
                    {
                        id: createStockLocation.id,
                    },
                );
            }
            await admin(
                `mutation { setEfiPickUpDetails(stockLocationId: "T_${COUNTER}", details: {
                    streetLine: "Ring 1", postalCode: "1010", city: "Wien", countryCode: "at"
                    openingHours: "Mo-Fr 09:00-18:00"
                }) { id } }`,
            );
            await shop.sql(`DELETE FROM stock_location_channels_channel WHERE "stockLocationId" = $1`, [
                COMPTOIR,
            ]);
            await admin(`mutation { createShippingMethod(input: {
                code: "collect", fulfillmentHandler: "manual-fulfillment"
                checker: { code: "default-shipping-eligibility-checker", arguments: [{ name: "orderMinimum", value: "0" }] }
                calculator: { code: "default-shipping-calculator", arguments: [
                    { name: "rate", value: "0" }, { name: "includesTax", value: "auto" }, { name: "taxRate", value: "0" }
                ] }
                translations: [{ languageCode: en, name: "Collect", description: "" }]
            }) { id } }`);
        },
        /** Nothing was ever sold or held; so many pieces of a variant lie at each location from here on. */
        lay: async (variant: string, onHand: Readonly<Record<number, number>>, settings: object = {}) => {
            await admin(
                `mutation ($input: [UpdateProductVariantInput!]!) { updateProductVariants(input: $input) { id } }`,
                {
                    input: [
                        {
                            id: variant,
                            trackInventory: 'TRUE',
                            useGlobalOutOfStockThreshold: true,
                            stockLevels: Object.entries(onHand).map(([location, stockOnHand]) => ({
                                stockLocationId: `T_${location}`,
                                stockOnHand,
                            })),
                            ...settings,
                        },
                    ],
                },
            );
        },
        forget: () =>
            shop.sql(`DELETE FROM efi_stock_reservation;
                      DELETE FROM stock_movement;
                      UPDATE stock_level SET "stockOnHand" = 0, "stockAllocated" = 0`),
        /** What is allocated where, of the levels that have any. */
        allocated: (variant: string) =>
            shop.sql<{ location: number; allocated: number }>(
                `SELECT "stockLocationId" AS location, "stockAllocated" AS allocated FROM stock_level
                  WHERE "productVariantId" = $1 AND "stockAllocated" <> 0`,
                [Number(variant.slice(2))],
            ),
        shopper: () => new Shopper(shop.newShopClient()),
    };
}

/** Somebody with a session of their own. */
export class Shopper {
    constructor(private readonly client: SimpleGraphQLClient) {}

    query<T>(document: string, variables?: Record<string, unknown>, languageCode = 'en'): Promise<T> {
        return this.client.query<T>(parse(document), variables, { languageCode });
    }

    private async answer(mutation: string, language?: string, more = ''): Promise<Answer> {
        const { answer } = await this.query<{ answer: Answer }>(
            `mutation { answer: ${mutation} { ${ANSWER} ${more} } }`,
            {},
            language,
        );
        return answer;
    }

    /** A guest's cart with a billing address alone. */
    async fillCart(lines: Readonly<Record<string, number>>): Promise<this> {
        for (const [variant, quantity] of Object.entries(lines)) {
            await this.answer(`addItemToOrder(productVariantId: "${variant}", quantity: ${quantity})`);
        }
        await this.answer(
            `setCustomerForOrder(input: { firstName: "Ada", lastName: "Quill", emailAddress: "${Math.random()}@example.com" })`,
        );
        await this.answer(
            'setOrderBillingAddress(input: { streetLine1: "1 Lane", city: "Wien", countryCode: "AT" })',
        );
        return this;
    }

    async collectMethod(): Promise<string> {
        const { eligibleShippingMethods } = await this.query<{
            eligibleShippingMethods: { id: string; efiIsPickUp: boolean }[];
        }>('{ eligibleShippingMethods { id efiIsPickUp } }');
        return eligibleShippingMethods.find(({ efiIsPickUp }) => efiIsPickUp)?.id ?? '';
    }

    async choose(location: number, language?: string): Promise<Answer> {
        return this.chooseWith(await this.collectMethod(), location, language);
    }

    chooseWith(method: string, location: number, language?: string): Promise<Answer> {
        return this.answer(
            `setEfiOrderPickUpPlace(shippingMethodId: "${method}", placeId: "T_${location}")`,
            language,
            '... on EfiPickUpPlaceError { problem missingLineIds }',
        );
    }

    ship(method: string): Promise<Answer> {
        return this.answer(`setOrderShippingMethod(shippingMethodId: ["${method}"])`);
    }

    move(state: string, language?: string): Promise<Answer> {
        return this.answer(
            `transitionOrderToState(state: "${state}")`,
            language,
            '... on OrderStateTransitionError { transitionError }',
        );
    }

    pay(): Promise<Answer> {
        return this.answer('addPaymentToOrder(input: { method: "card", metadata: {} })');
    }

    async options(): Promise<Option[]> {
        const { activeOrder } = await this.query<{ activeOrder: { efiPickUpOptions: Option[] } }>(
            '{ activeOrder { efiPickUpOptions { place { name } hasAll lines { orderLineId availability } } } }',
        );
        return activeOrder.efiPickUpOptions;
    }

    async cart() {
        const { activeOrder } = await this.query<{
            activeOrder: {
                id: string;
                code: string;
                state: string;
                efiPickUpPlace: { placeId: string; name: string; address: object | null } | null;
                shippingLines: { shippingMethod: { id: string } }[];
                efiStockShortfalls: { quantity: number; available: number }[];
            };
        }>(`{ activeOrder {
            id code state shippingLines { shippingMethod { id } } efiStockShortfalls { quantity available }
            efiPickUpPlace { placeId name address { streetLine postalCode city countryCode } openingHours { opens } }
        } }`);
        return activeOrder;
    }
}
