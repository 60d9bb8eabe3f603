import { DeliveryTimePlugin, deliveryTimeMigrations } from '@efi/delivery-time-plugin';
import { testShop } from '@efi/plugin-kit/testing';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const TIME = 'efiDeliveryTime { minWorkingDays maxWorkingDays orderBy }';

interface Way {
    readonly id: string;
    readonly name: string;
    readonly efiDeliveryTime: unknown;
}

describe('the delivery time of a shipping method', async () => {
    const shop = await testShop({ plugins: [DeliveryTimePlugin.init()], migrations: deliveryTimeMigrations });

    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    const write = async (time: object | null, language = 'en') => {
        const { setEfiDeliveryTime } = await shop.adminClient.query<{ setEfiDeliveryTime: Way }>(
            parse(`mutation ($time: EfiDeliveryTimeInput) {
                setEfiDeliveryTime(shippingMethodId: "T_1", time: $time) { id name ${TIME} }
            }`),
            { time },
            { languageCode: language },
        );
        return setEfiDeliveryTime;
    };
    const offered = async () => {
        const { activeShippingMethods } = await shop.shopClient.query<{ activeShippingMethods: Way[] }>(
            parse(`{ activeShippingMethods { id name ${TIME} } }`),
        );
        return activeShippingMethods.find(({ id }) => id === 'T_1');
    };
    const threeToFive = { minWorkingDays: 3, maxWorkingDays: 5, orderBy: '15:00' };

    it('is unknown until staff write it down', async () => {
        expect((await offered())?.efiDeliveryTime).toBeNull();
    });

    it('is told to anybody, and with the offers for an order', async () => {
        const before = await offered();
        expect(await write(threeToFive)).toMatchObject({ name: before?.name, efiDeliveryTime: threeToFive });
        expect(await offered()).toEqual({ ...before, efiDeliveryTime: threeToFive });

        const shopper = shop.newShopClient();
        await shopper.query(parse('{ activeOrder { id } }'));
        await shopper.query(
            parse('mutation { addItemToOrder(productVariantId: "T_1", quantity: 1) { __typename } }'),
        );
        const { eligibleShippingMethods } = await shopper.query<{ eligibleShippingMethods: Way[] }>(
            parse(`{ eligibleShippingMethods { id ${TIME} } }`),
        );
        const offer = eligibleShippingMethods.find(({ id }) => id === 'T_1');
        expect(offer?.efiDeliveryTime).toEqual(threeToFive);
    });

    it('is forgotten when staff say that nobody knows', async () => {
        await write(threeToFive);
        expect(await write(null)).toMatchObject({ efiDeliveryTime: null });
        expect((await offered())?.efiDeliveryTime).toBeNull();
    });

    it.each([
        [{ ...threeToFive, minWorkingDays: -1 }, 'Werktage sind ganze Zahlen von 0 bis 250.'],
        [{ ...threeToFive, minWorkingDays: 6 }, 'Spätestens kann nicht vor frühestens liegen.'],
        [{ ...threeToFive, orderBy: '3 pm' }, 'Eine Uhrzeit schreibt man wie 15:00.'],
    ])('refuses %j and says why, in the language of whoever asks', async (time, message) => {
        await expect(write(time, 'de')).rejects.toThrow(message);
    });

    it('is written by nobody without the permission', async () => {
        await shop.adminClient.asAnonymousUser();
        await expect(write(threeToFive)).rejects.toThrow('not currently authorized');
        await shop.adminClient.asSuperAdmin();
    });
});
