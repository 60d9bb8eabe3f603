import { StatementLog } from '@efi/plugin-kit/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWithoutPlugin, orderIntegrityShop, type Shopper } from './support/shop';
import { LAMP, warehouse } from './support/stock';

// It counts every table a few seconds after the start.
process.env.VENDURE_DISABLE_TELEMETRY = 'true';

const ADDRESS = '{ streetLine1: "Ring 1", city: "Wien", postalCode: "1010", countryCode: "AT" }';
const PERSON = '{ emailAddress: "ada@example.com", firstName: "Ada", lastName: "King" }';

/** Statements of each step of a guest's checkout, as the shop sends them when it is warm. */
describe('a checkout', async () => {
    const log = new StatementLog();
    const shop = await orderIntegrityShop({
        dbConnectionOptions: { type: 'postgres', logging: ['query'], logger: log },
    });
    const counts: Record<string, number> = {};

    const STEPS: ReadonlyArray<[string, (shopper: Shopper) => Promise<unknown>]> = [
        ['the first item', shopper => shopper.add(LAMP)],
        ['another item', shopper => shopper.add(LAMP + 1)],
        [
            'who it is for',
            shopper => shopper.query(`mutation { setCustomerForOrder(input: ${PERSON}) { __typename } }`),
        ],
        [
            'where it goes',
            shopper =>
                shopper.query(`mutation { setOrderShippingAddress(input: ${ADDRESS}) { __typename } }`),
        ],
        [
            'how it is sent',
            shopper =>
                shopper.query(
                    'mutation { setOrderShippingMethod(shippingMethodId: ["T_1"]) { __typename } }',
                ),
        ],
        ['to payment', shopper => shopper.transition('ArrangingPayment')],
        ['the payment', shopper => shopper.pay()],
    ];

    const checkOut = async () => {
        const shopper = shop.shopper();
        for (const [name, step] of STEPS) {
            log.clear();
            await step(shopper);
            counts[name] = log.count();
        }
    };

    beforeAll(async () => {
        await shop.start();
        const { haveLocations, stock } = warehouse(shop);
        await haveLocations(2);
        await stock(LAMP, [100, 100]);
        await stock(LAMP + 1, [100, 100]);
        await checkOut();
        await checkOut();
    });
    afterAll(shop.stop);

    it.each([
        ['the first item', 37],
        ['another item', 24],
        ['who it is for', 13],
        ['where it goes', 13],
        ['how it is sent', 17],
        ['to payment', 15],
        ['the payment', 33],
    ])('sends no more than so many statements for %s: %s', (step, most) => {
        expect(counts[step]).toBeGreaterThan(5);
        expect(counts[step]).toBeLessThanOrEqual(isWithoutPlugin ? Infinity : most);
    });
});
