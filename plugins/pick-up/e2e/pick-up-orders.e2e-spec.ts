import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
    CHAIR,
    COMPTOIR,
    COUNTER,
    DELIVERY,
    KIOSK,
    LAMP,
    orderShop,
    type Shopper,
    WAREHOUSE,
} from './support/order-shop';

describe('an order that is fetched', async () => {
    const shop = await orderShop();

    beforeAll(() => shop.begin());
    afterAll(() => shop.stop());
    beforeEach(async () => {
        await shop.forget();
        await shop.lay(LAMP, { [WAREHOUSE]: 50, [COUNTER]: 3, [KIOSK]: 1 });
        await shop.lay(CHAIR, { [WAREHOUSE]: 50, [COUNTER]: 5, [KIOSK]: 0 });
    });

    const cart = (lines: Readonly<Record<string, number>>) => shop.shopper().fillCart(lines);

    /** At each place, what it has of the lines in their order. */
    async function seen(shopper: Shopper): Promise<Record<string, unknown[]>> {
        const options = await shopper.options();
        return Object.fromEntries(
            options.map(({ place, hasAll, lines }) => [
                place.name,
                [hasAll, ...lines.map(({ availability }) => availability)],
            ]),
        );
    }

    it('can choose among the places of the channel, and sees which line is missing where', async () => {
        const shopper = await cart({ [LAMP]: 1, [CHAIR]: 4 });
        expect(await seen(shopper)).toEqual({
            'Station kiosk': [false, 'FEW_LEFT', 'NOT_HERE'],
            'Town counter': [true, 'IN_STOCK', 'IN_STOCK'],
        });
        const { efiPickUpPlaces } = await shopper.query<{ efiPickUpPlaces: object[] }>(
            `{ efiPickUpPlaces { name address { streetLine postalCode city countryCode }
                openingHours { fromDay toDay opens closes } } }`,
        );
        expect(efiPickUpPlaces).toEqual([
            { name: 'Station kiosk', address: null, openingHours: [] },
            {
                name: 'Town counter',
                address: { streetLine: 'Ring 1', postalCode: '1010', city: 'Wien', countryCode: 'AT' },
                openingHours: [{ fromDay: 1, toDay: 5, opens: '09:00', closes: '18:00' }],
            },
        ]);
    });

    it('keeps its place, without an address to deliver to, and takes the goods from there alone', async () => {
        const shopper = await cart({ [LAMP]: 2, [CHAIR]: 1 });
        expect(await shopper.choose(COUNTER)).toMatchObject({ efiPickUpPlace: { name: 'Town counter' } });
        expect((await shopper.cart()).efiPickUpPlace).toEqual({
            placeId: `T_${COUNTER}`,
            name: 'Town counter',
            address: { streetLine: 'Ring 1', postalCode: '1010', city: 'Wien', countryCode: 'AT' },
            openingHours: [{ opens: '09:00' }],
        });
        expect(await shopper.move('ArrangingPayment')).toMatchObject({ state: 'ArrangingPayment' });
        expect(await shop.sql(`SELECT DISTINCT "stockLocationId" AS at FROM efi_stock_reservation`)).toEqual([
            { at: COUNTER },
        ]);
        expect(await shopper.pay()).toMatchObject({ state: 'PaymentSettled' });
        expect(await shop.allocated(LAMP)).toEqual([{ location: COUNTER, allocated: 2 }]);
        expect(await shop.allocated(CHAIR)).toEqual([{ location: COUNTER, allocated: 1 }]);
    });

    it('is told which ways of shipping are for fetching, also of an order and by anybody', async () => {
        const shopper = await cart({ [LAMP]: 1 });
        await shopper.choose(COUNTER);
        interface Way {
            readonly code: string;
            readonly efiIsPickUp: boolean;
        }
        const { activeOrder, activeShippingMethods } = await shopper.query<{
            activeOrder: { shippingLines: { shippingMethod: Way }[] };
            activeShippingMethods: Way[];
        }>(`{ activeOrder { shippingLines { shippingMethod { code efiIsPickUp } } }
              activeShippingMethods { code efiIsPickUp } }`);
        const [chosen] = activeOrder.shippingLines.map(({ shippingMethod }) => shippingMethod);
        expect(chosen?.efiIsPickUp).toBe(true);
        expect(activeShippingMethods.filter(way => way.efiIsPickUp)).toEqual([chosen]);
        expect(activeShippingMethods.some(way => !way.efiIsPickUp)).toBe(true);
    });

    it('keeps the name and the address that the place had when it came to payment', async () => {
        const shopper = await cart({ [LAMP]: 1 });
        await shopper.choose(COUNTER);
        await rename('Town counter and café');
        await shopper.move('ArrangingPayment');
        const { id } = await shopper.cart();
        await shopper.pay();
        await rename('Town counter');
        const { order } = await shop.admin<{ order: object }>(
            'query ($id: ID!) { order(id: $id) { efiPickUpPlace { name address { city } } } }',
            { id },
        );
        expect(order).toEqual({
            efiPickUpPlace: { name: 'Town counter and café', address: { city: 'Wien' } },
        });
    });

    const rename = (name: string) =>
        shop.admin(
            'mutation ($name: String!) { updateStockLocation(input: { id: "T_2", name: $name }) { id } }',
            { name },
        );

    it('is refused a place that does not have all of it, is none of the channel, or is for parcels', async () => {
        const shopper = await cart({ [LAMP]: 2, [CHAIR]: 1 });
        const refused = await shopper.choose(KIOSK, 'de');
        expect(refused).toMatchObject({ __typename: 'EfiPickUpPlaceError', problem: 'NOT_ALL_HERE' });
        expect(refused.missingLineIds).toHaveLength(2);
        expect(refused.message).toBe(
            'Station kiosk hat gerade nicht alles da – Lamp, Chair. Bitte wählen Sie einen anderen Ort oder lassen Sie liefern.',
        );
        for (const location of [WAREHOUSE, COMPTOIR]) {
            expect(await shopper.choose(location)).toMatchObject({ problem: 'NOT_A_PLACE' });
        }
        expect(await shopper.chooseWith(DELIVERY, COUNTER)).toMatchObject({ problem: 'NOT_PICK_UP' });
        expect(await shopper.cart()).toMatchObject({ efiPickUpPlace: null, shippingLines: [] });
        expect(await shop.shopper().chooseWith(DELIVERY, COUNTER)).toMatchObject({
            __typename: 'NoActiveOrderError',
        });
    });

    it('needs a place, and forgets it when it is delivered after all', async () => {
        const shopper = await cart({ [LAMP]: 2 });
        const collect = await shopper.collectMethod();
        await shopper.ship(collect);
        expect(await shopper.move('ArrangingPayment', 'fr')).toMatchObject({
            transitionError: 'Veuillez choisir le point de retrait de votre commande.',
        });
        await shopper.choose(COUNTER);
        await shopper.ship(DELIVERY);
        expect((await shopper.cart()).efiPickUpPlace).toBeNull();
        await shopper.move('ArrangingPayment');
        await shopper.move('AddingItems');
        await shopper.ship(collect);
        expect((await shopper.cart()).efiPickUpPlace).toBeNull();
        await shopper.ship(DELIVERY);
        await shopper.move('ArrangingPayment');
        await shopper.pay();
        expect(await shop.allocated(LAMP)).toEqual([{ location: WAREHOUSE, allocated: 2 }]);
    });

    it('goes to the first of two who come to payment with the last piece at once; the other chooses again', async () => {
        await shop.lay(LAMP, { [WAREHOUSE]: 50, [COUNTER]: 1, [KIOSK]: 1 });
        const shoppers = await Promise.all([cart({ [LAMP]: 1 }), cart({ [LAMP]: 1 })]);
        for (const shopper of shoppers) {
            expect(await shopper.choose(COUNTER)).toMatchObject({ __typename: 'Order' });
        }
        const moves = await Promise.all(shoppers.map(shopper => shopper.move('ArrangingPayment')));
        expect(moves.filter(({ state }) => state === 'ArrangingPayment')).toHaveLength(1);
        const [late, early] = moves[0]?.state ? [...shoppers].reverse() : shoppers;
        expect(moves.find(({ state }) => !state)?.transitionError).toContain('Lamp');
        expect((await late?.cart())?.efiStockShortfalls).toEqual([{ quantity: 1, available: 0 }]);
        expect(await seen(late as Shopper)).toEqual({
            'Station kiosk': [true, 'FEW_LEFT'],
            'Town counter': [false, 'NOT_HERE'],
        });
        // What is held for the first is there for them.
        expect(await seen(early as Shopper)).toMatchObject({ 'Town counter': [true, 'FEW_LEFT'] });
        expect(await late?.move('ArrangingPayment')).toMatchObject({
            transitionError:
                'Town counter does not have all of it just now – Lamp. Please choose another place, or have the order delivered.',
        });
        expect(await late?.choose(KIOSK)).toMatchObject({ __typename: 'Order' });
        await Promise.all(shoppers.map(shopper => shopper.move('ArrangingPayment')));
        const paid = await Promise.all(shoppers.map(shopper => shopper.pay()));
        expect(paid.map(({ state }) => state)).toEqual(['PaymentSettled', 'PaymentSettled']);
        expect(await shop.allocated(LAMP)).toHaveLength(2);
    });

    it('is not placed when its goods were held for too long, and somebody else has them', async () => {
        await shop.lay(LAMP, { [WAREHOUSE]: 50, [COUNTER]: 1, [KIOSK]: 0 });
        const [slow, quick] = await Promise.all([cart({ [LAMP]: 1 }), cart({ [LAMP]: 1 })]);
        await slow.choose(COUNTER);
        await slow.move('ArrangingPayment');
        await shop.sql(`UPDATE efi_stock_reservation SET "expiresAt" = now() - interval '1 second'`);
        await quick.choose(COUNTER);
        await quick.move('ArrangingPayment');
        expect(await quick.pay()).toMatchObject({ state: 'PaymentSettled' });
        await expect(slow.pay()).rejects.toThrow('Not enough in stock');
        expect(await shop.allocated(LAMP)).toEqual([{ location: COUNTER, allocated: 1 }]);
    });

    it('can’t be fetched where goods are still to come, though they may be sold before', async () => {
        await shop.lay(
            LAMP,
            { [WAREHOUSE]: 0, [COUNTER]: 0, [KIOSK]: 0 },
            { useGlobalOutOfStockThreshold: false, outOfStockThreshold: -10 },
        );
        const shopper = await cart({ [LAMP]: 1 });
        expect(await shopper.choose(COUNTER)).toMatchObject({ problem: 'NOT_ALL_HERE' });
        await shopper.ship(DELIVERY);
        expect(await shopper.move('ArrangingPayment')).toMatchObject({ state: 'ArrangingPayment' });
    });

    it('can be arranged in one request, or nothing of it is kept', async () => {
        const shopper = await cart({ [LAMP]: 2 });
        const collect = await shopper.collectMethod();
        const arrange = async (location: number | undefined) =>
            shopper.query<{ arrangeEfiOrder: object }>(
                `mutation ($input: ArrangeEfiOrderInput!) { arrangeEfiOrder(input: $input) {
                    __typename ... on Order { state efiPickUpPlace { name } }
                    ... on EfiPickUpPlaceError { problem }
                    ... on OrderStateTransitionError { transitionError }
                } }`,
                { input: { shippingMethodIds: [collect], pickUpPlaceId: location && `T_${location}` } },
            );
        expect(await arrange(KIOSK)).toEqual({
            arrangeEfiOrder: { __typename: 'EfiPickUpPlaceError', problem: 'NOT_ALL_HERE' },
        });
        expect(await shopper.cart()).toMatchObject({ state: 'AddingItems', shippingLines: [] });
        expect(await arrange(undefined)).toMatchObject({
            arrangeEfiOrder: { transitionError: 'Please choose the place where you fetch your order.' },
        });
        expect(await arrange(COUNTER)).toMatchObject({
            arrangeEfiOrder: { state: 'ArrangingPayment', efiPickUpPlace: { name: 'Town counter' } },
        });
    });

    it('is not asked for a place when staff write it by hand', async () => {
        const { createDraftOrder } = await shop.admin<{ createDraftOrder: { id: string } }>(
            'mutation { createDraftOrder { id } }',
        );
        const id = createDraftOrder.id;
        const collect = await (await cart({ [LAMP]: 1 })).collectMethod();
        const draft = <T>(mutation: string) =>
            shop.admin<T>(`mutation ($id: ID!) { done: ${mutation} }`, { id });
        await draft(
            `addItemToDraftOrder(orderId: $id, input: { productVariantId: "${LAMP}", quantity: 1 }) { __typename }`,
        );
        await draft(
            `setCustomerForDraftOrder(orderId: $id, input: { firstName: "A", lastName: "B", emailAddress: "staff@example.com" }) { __typename }`,
        );
        await draft(
            `setDraftOrderShippingMethod(orderId: $id, shippingMethodId: "${collect}") { __typename }`,
        );
        const { done } = await draft<{ done: object }>(
            'transitionOrderToState(id: $id, state: "ArrangingPayment") { ... on Order { state } }',
        );
        expect(done).toEqual({ state: 'ArrangingPayment' });
    });

    it('is fetched where staff say, who can only write hours that can be read', async () => {
        const details = (openingHours: string, countryCode = 'AT') =>
            shop.admin<{ setEfiPickUpDetails: object }>(
                `mutation ($details: EfiPickUpDetailsInput!) {
                    setEfiPickUpDetails(stockLocationId: "T_${COUNTER}", details: $details) {
                        efiPickUpDetails { address { city countryCode } openingHours }
                    }
                }`,
                {
                    details: {
                        streetLine: ' Ring 1 ',
                        postalCode: '1010',
                        city: 'Wien',
                        countryCode,
                        openingHours,
                    },
                },
            );
        await expect(details('Mo-Fr all day')).rejects.toThrow('“Mo-Fr all day” can’t be read');
        await expect(details('', 'Austria')).rejects.toThrow('countryCode');
        await expect(details('x'.repeat(300))).rejects.toThrow('255');
        expect(await details('Mo-Fr 09:00-18:00')).toEqual({
            setEfiPickUpDetails: {
                efiPickUpDetails: {
                    address: { city: 'Wien', countryCode: 'AT' },
                    openingHours: 'Mo-Fr 09:00-18:00',
                },
            },
        });
        await shop.adminClient.asAnonymousUser();
        await expect(details('')).rejects.toThrow('not currently authorized');
        await shop.adminClient.asSuperAdmin();
    });
});
