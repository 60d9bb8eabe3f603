import { testShop } from '@efi/plugin-kit/testing';
import { VatNumberPlugin, vatNumberMigrations } from '@efi/vat-number-plugin';
import { parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

interface Answer {
    readonly __typename: string;
    readonly efiVatNumber?: string | null;
    readonly problem?: string;
    readonly message?: string;
}

const SET = `mutation ($vatNumber: String, $country: String) {
    setEfiVatNumber(vatNumber: $vatNumber, country: $country) {
        __typename
        ... on Order { efiVatNumber }
        ... on EfiVatNumberInvalidError { problem message }
    }
}`;

describe('the VAT number of a cart', async () => {
    const shop = await testShop({ plugins: [VatNumberPlugin.init()], migrations: vatNumberMigrations });
    let shopper: ReturnType<typeof shop.newShopClient>;

    beforeAll(() => shop.start());
    afterAll(() => shop.stop());
    beforeEach(async () => {
        shopper = shop.newShopClient();
        await shopper.query(parse('{ activeOrder { id } }'));
    });

    const fillCart = () =>
        shopper.query(
            parse('mutation { addItemToOrder(productVariantId: "T_1", quantity: 1) { __typename } }'),
        );
    const set = async (vatNumber?: string, country?: string, language = 'en') => {
        const { setEfiVatNumber } = await shopper.query<{ setEfiVatNumber: Answer }>(
            parse(SET),
            { vatNumber, country },
            { languageCode: language },
        );
        return setEfiVatNumber;
    };
    const onOrder = async () => {
        const { activeOrder } = await shopper.query<{
            activeOrder: { efiVatNumber: string | null };
        }>(parse('{ activeOrder { efiVatNumber } }'));
        return activeOrder.efiVatNumber;
    };

    it('is kept as VIES writes it', async () => {
        await fillCart();
        expect(await set('de 136 695-976')).toEqual({
            __typename: 'Order',
            efiVatNumber: 'DE136695976',
        });
        expect(await set('00743110157', 'IT')).toMatchObject({
            efiVatNumber: 'IT00743110157',
        });
        expect(await onOrder()).toBe('IT00743110157');
    });

    it('is refused with a reason in the language of whoever asks, and what was there stays', async () => {
        await fillCart();
        await set('DE136695976');
        expect(await set('DE136695967', undefined, 'de')).toEqual({
            __typename: 'EfiVatNumberInvalidError',
            problem: 'CHECK_DIGITS',
            message: 'Die Prüfziffern passen nicht. Bitte nach einem Tippfehler sehen.',
        });
        expect(await set('US123456789')).toMatchObject({ problem: 'COUNTRY' });
        expect(await set('DE1')).toMatchObject({ problem: 'FORM' });
        expect(await onOrder()).toBe('DE136695976');
    });

    it.each([undefined, '', '   '])('is taken away by %j', async nothing => {
        await fillCart();
        await set('DE136695976');
        expect(await set(nothing)).toMatchObject({ efiVatNumber: null });
        expect(await onOrder()).toBeNull();
    });

    it('needs a cart, and one that is not being paid', async () => {
        expect(await set('DE136695976')).toEqual({ __typename: 'NoActiveOrderError' });
        await fillCart();
        await shopper.query(
            parse(`mutation {
                setCustomerForOrder(input: { emailAddress: "a@example.com", firstName: "A", lastName: "B" }) { __typename }
                setOrderShippingMethod(shippingMethodId: ["T_1"]) { __typename }
                transitionOrderToState(state: "ArrangingPayment") { __typename }
            }`),
        );
        expect(await set('DE136695976')).toEqual({ __typename: 'OrderModificationError' });
    });

    it('changes no price', async () => {
        await fillCart();
        const total = async () =>
            (
                await shopper.query<{ activeOrder: { totalWithTax: number } }>(
                    parse('{ activeOrder { totalWithTax } }'),
                )
            ).activeOrder.totalWithTax;
        const before = await total();
        await set('FR40303265045');
        expect(await total()).toBe(before);
    });

    it('is read by staff and by whoever may see the order, and by nobody else', async () => {
        await fillCart();
        await set('DE136695976');
        const { activeOrder } = await shopper.query<{ activeOrder: { id: string; code: string } }>(
            parse('{ activeOrder { id code customFields } }'),
        );
        expect(activeOrder).toMatchObject({ customFields: null });
        expect(
            await shop.adminClient.query(parse(`{ order(id: "${activeOrder.id}") { efiVatNumber } }`)),
        ).toEqual({ order: { efiVatNumber: 'DE136695976' } });
        expect(
            await shop.adminClient.query(
                parse(
                    '{ orders(options: { filter: { efiVatNumber: { eq: "DE136695976" } } }) { items { efiVatNumber } } }',
                ),
            ),
        ).toEqual({
            orders: { items: expect.arrayContaining([{ efiVatNumber: 'DE136695976' }]) as unknown },
        });
        const stranger = shop.newShopClient();
        await expect(
            stranger.query(parse(`{ orderByCode(code: "${activeOrder.code}") { efiVatNumber } }`)),
        ).rejects.toThrow('not currently authorized');
    });

    it('can be written in no other way', async () => {
        await fillCart();
        const { activeOrder } = await shopper.query<{ activeOrder: { id: string } }>(
            parse('{ activeOrder { id } }'),
        );
        const write = (id = '') =>
            parse(`mutation { setOrderCustomFields(input: { ${id} customFields: { efiVatNumber: "DE1" } }) {
                __typename } }`);
        await expect(shopper.query(write())).rejects.toThrow('readonly');
        await expect(shop.adminClient.query(write(`id: "${activeOrder.id}"`))).rejects.toThrow('readonly');
        expect(await onOrder()).toBeNull();
    });
});
