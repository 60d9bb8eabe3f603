import { orderIntegrityMigrations, OrderIntegrityPlugin } from '@efi/order-integrity-plugin';
import { pickUpMigrations, PickUpPlugin } from '@efi/pick-up-plugin';
import { StatementLog, testShop } from '@efi/plugin-kit/testing';
import { E2E_DEFAULT_CHANNEL_TOKEN, type SimpleGraphQLClient } from '@vendure/testing';
import { parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

interface Stock {
    readonly place: { readonly id: string; readonly name: string };
    readonly availability: string;
}

const LAMP = 'T_1';
const FRANCE = 'france-token';

describe('pick-up places', async () => {
    const log = new StatementLog();
    const shop = await testShop({
        plugins: [OrderIntegrityPlugin.init(), PickUpPlugin.init()],
        migrations: [...orderIntegrityMigrations, ...pickUpMigrations],
        config: { dbConnectionOptions: { type: 'postgres', logging: ['query'], logger: log } },
    });
    const { sql } = shop;
    const admin = <T>(document: string, variables?: Record<string, unknown>) =>
        shop.adminClient.query<T>(parse(document), variables);

    beforeAll(async () => {
        await shop.start();
        for (const name of ['Town counter', 'Station kiosk', 'Comptoir']) {
            await admin(`mutation { createStockLocation(input: { name: "${name}" }) { id } }`);
        }
        const { createChannel } = await admin<{ createChannel: { id: string } }>(`mutation {
            createChannel(input: {
                code: "france", token: "${FRANCE}", defaultLanguageCode: en, pricesIncludeTax: false
                defaultCurrencyCode: USD, defaultTaxZoneId: "T_1", defaultShippingZoneId: "T_1"
            }) { ... on Channel { id } }
        }`);
        const channelId = createChannel.id;
        const assign = (mutation: string, type: string, input: Record<string, unknown>) =>
            admin(`mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, { input });
        await assign('assignProductsToChannel', 'AssignProductsToChannelInput', {
            channelId,
            productIds: ['T_1'],
        });
        await assign('assignStockLocationsToChannel', 'AssignStockLocationsToChannelInput', {
            channelId,
            stockLocationIds: ['T_4'],
        });
    });
    afterAll(() => shop.stop());
    beforeEach(() =>
        sql(`DELETE FROM efi_stock_reservation;
             DELETE FROM stock_movement;
             UPDATE stock_level SET "stockOnHand" = 0, "stockAllocated" = 0`),
    );

    /** By id: 1 is a warehouse, 2 the town counter, 3 the station kiosk, 4 the comptoir, the one that France has. */
    const mark = (location: number, isPlace: boolean) =>
        admin<{ setEfiPickUpPlace: { efiIsPickUpPlace: boolean } }>(
            `mutation { setEfiPickUpPlace(stockLocationId: "T_${location}", isPickUpPlace: ${isPlace}) {
                efiIsPickUpPlace
            } }`,
        );

    const count = (variantId: string, onHand: Readonly<Record<number, number>>, settings: object = {}) =>
        admin(
            `mutation ($input: [UpdateProductVariantInput!]!) { updateProductVariants(input: $input) { id } }`,
            {
                input: [
                    {
                        id: variantId,
                        trackInventory: 'TRUE',
                        stockLevels: Object.entries(onHand).map(([location, stockOnHand]) => ({
                            stockLocationId: `T_${location}`,
                            stockOnHand,
                        })),
                        useGlobalOutOfStockThreshold: true,
                        ...settings,
                    },
                ],
            },
        );

    function shopper(channel?: string): SimpleGraphQLClient {
        const client = shop.newShopClient();
        if (channel) {
            client.setChannelToken(channel);
        }
        return client;
    }

    async function placesOf(channel?: string): Promise<string[]> {
        const { efiPickUpPlaces } = await shopper(channel).query<{ efiPickUpPlaces: { name: string }[] }>(
            parse('{ efiPickUpPlaces { id name } }'),
        );
        return efiPickUpPlaces.map(({ name }) => name);
    }

    async function lampAt(channel?: string): Promise<Record<string, string>> {
        const { product } = await shopper(channel).query<{ product: { variants: { stock: Stock[] }[] } }>(
            parse(`{ product(slug: "lamp") { variants {
                stock: efiPickUpStock { place { id name } availability }
            } } }`),
        );
        const stock = product.variants[0]?.stock ?? [];
        return Object.fromEntries(stock.map(({ place, availability }) => [place.name, availability]));
    }

    async function arrange(client: SimpleGraphQLClient, quantity: number): Promise<void> {
        const add = parse(`mutation ($quantity: Int!) {
            addItemToOrder(productVariantId: "${LAMP}", quantity: $quantity) { __typename }
        }`);
        await client.query(add, { quantity });
        await client.query(
            parse(`mutation {
                setCustomerForOrder(input: { firstName: "Ada", lastName: "Quill", emailAddress: "${Math.random()}@example.com" }) { __typename }
                setOrderShippingAddress(input: { streetLine1: "1 Lane", city: "Wien", countryCode: "AT" }) { __typename }
                setOrderShippingMethod(shippingMethodId: ["T_1"]) { __typename }
            }`),
        );
        await move(client, 'ArrangingPayment');
    }

    async function move(client: SimpleGraphQLClient, state: string): Promise<void> {
        const { moved } = await client.query<{ moved: object }>(
            parse(`mutation { moved: transitionOrderToState(state: "${state}") {
                ... on Order { state } ... on OrderStateTransitionError { transitionError }
            } }`),
        );
        expect(moved).toEqual({ state });
    }

    it('are none until staff say which locations are', async () => {
        await count(LAMP, { 2: 5 });
        expect(await placesOf()).toEqual([]);
        expect(await lampAt()).toEqual({});
    });

    it('are told by name, those of the channel alone', async () => {
        await Promise.all([2, 3, 4].map(location => mark(location, true)));
        expect(await placesOf()).toEqual(['Comptoir', 'Station kiosk', 'Town counter']);
        expect(await placesOf(FRANCE)).toEqual(['Comptoir']);
        await mark(4, false);
        expect(await placesOf()).toEqual(['Station kiosk', 'Town counter']);
        expect(await placesOf(FRANCE)).toEqual([]);
    });

    it('are named by whoever may change stock locations, of their own channel', async () => {
        const { setEfiPickUpPlace } = await mark(2, true);
        expect(setEfiPickUpPlace.efiIsPickUpPlace).toBe(true);
        shop.adminClient.setChannelToken(FRANCE);
        await expect(mark(2, false)).rejects.toThrow('No StockLocation with the id');
        shop.adminClient.setChannelToken(E2E_DEFAULT_CHANNEL_TOKEN);
        await shop.adminClient.asAnonymousUser();
        await expect(mark(2, false)).rejects.toThrow('not currently authorized');
        await shop.adminClient.asSuperAdmin();
        const { stockLocations } = await admin<{
            stockLocations: { items: { id: string; efiIsPickUpPlace: boolean }[] };
        }>('{ stockLocations { items { id efiIsPickUpPlace } } }');
        expect(stockLocations.items.filter(each => each.efiIsPickUpPlace).map(({ id }) => id)).toEqual([
            'T_2',
            'T_3',
        ]);
    });

    it('say whether a variant is there, and when few of it are left', async () => {
        await count(LAMP, { 1: 50, 2: 3, 3: 2 });
        expect(await lampAt()).toEqual({ 'Town counter': 'IN_STOCK', 'Station kiosk': 'FEW_LEFT' });
        await count(LAMP, { 1: 50, 2: 0, 3: 3 });
        expect(await lampAt()).toEqual({ 'Town counter': 'NOT_HERE', 'Station kiosk': 'IN_STOCK' });
    });

    it('know nothing of what lies at, or was sold from, locations of other channels', async () => {
        await mark(4, true);
        await count(LAMP, { 1: 50, 2: 9, 4: 0 });
        expect(await lampAt(FRANCE)).toEqual({ Comptoir: 'NOT_HERE' });
        await count(LAMP, { 1: 0, 2: 0, 4: 9 });
        await sql(`UPDATE stock_level SET "stockOnHand" = -20 WHERE "stockLocationId" = 1`);
        expect(await lampAt(FRANCE)).toEqual({ Comptoir: 'IN_STOCK' });
        expect(await lampAt()).toMatchObject({ Comptoir: 'NOT_HERE' });
        await mark(4, false);
    });

    it('count what is held for who is paying as gone, until it is let go or its time is over', async () => {
        await count(LAMP, { 2: 4 });
        const [first, second] = [shopper(), shopper()];
        await arrange(first, 2);
        expect(await lampAt()).toMatchObject({ 'Town counter': 'FEW_LEFT' });
        await arrange(second, 2);
        expect(await lampAt()).toMatchObject({ 'Town counter': 'NOT_HERE' });
        await move(second, 'AddingItems');
        expect(await lampAt()).toMatchObject({ 'Town counter': 'FEW_LEFT' });
        await sql(`UPDATE efi_stock_reservation SET "expiresAt" = now() - interval '1 second'`);
        expect(await lampAt()).toMatchObject({ 'Town counter': 'IN_STOCK' });
    });

    it('count what was sold as gone', async () => {
        await count(LAMP, { 2: 3 });
        const buyer = shopper();
        await arrange(buyer, 2);
        await buyer.query(
            parse(`mutation { addPaymentToOrder(input: { method: "card", metadata: {} }) { __typename } }`),
        );
        expect(await sql('SELECT FROM efi_stock_reservation')).toEqual([]);
        expect(await lampAt()).toMatchObject({ 'Town counter': 'FEW_LEFT' });
    });

    it('have nothing of what the channel keeps back, and all of what nobody counts', async () => {
        await count(LAMP, { 2: 9 }, { useGlobalOutOfStockThreshold: false, outOfStockThreshold: 9 });
        expect(await lampAt()).toMatchObject({ 'Town counter': 'NOT_HERE' });
        await count(LAMP, { 2: 0 }, { trackInventory: 'FALSE' });
        expect(await lampAt()).toMatchObject({ 'Town counter': 'IN_STOCK' });
    });

    it('are asked about all variants of a page at once', async () => {
        await count('T_3', { 2: 1 });
        await count('T_4', { 2: 7 });
        log.clear();
        const { product } = await shopper().query<{ product: { variants: { efiPickUpStock: Stock[] }[] } }>(
            parse('{ product(slug: "rug") { variants { efiPickUpStock { place { name } availability } } } }'),
        );
        const atCounter = product.variants.map(
            ({ efiPickUpStock }) =>
                efiPickUpStock.find(({ place }) => place.name === 'Town counter')?.availability,
        );
        expect(atCounter).toEqual(['FEW_LEFT', 'IN_STOCK']);
        expect(log.count('FROM "stock_location" "place"')).toBe(1);
        expect(log.count('FROM "stock_level" "level"')).toBe(1);
        expect(log.count('FROM efi_stock_reservation')).toBe(1);
    });
});
