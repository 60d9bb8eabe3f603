import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AgingSessionCache } from './support/aging-session-cache';
import { whileOrderIsLocked } from './support/lock-probe';
import { orderIntegrityShop, type Shopper } from './support/shop';

const EIGHT = Array.from({ length: 8 });

describe('one cart', async () => {
    const sessionCacheStrategy = new AgingSessionCache();
    const shop = await orderIntegrityShop({ authOptions: { sessionCacheStrategy } });
    beforeAll(shop.start);
    afterAll(shop.stop);
    afterEach(() => sessionCacheStrategy.catchUp());

    const orderCount = async () =>
        (await shop.sql<{ count: number }>('SELECT count(*)::int FROM "order"'))[0]?.count ?? 0;
    const quantity = async (shopper: Shopper) => {
        const { activeOrder } = await shopper.query<{ activeOrder: { totalQuantity: number } | null }>(
            '{ activeOrder { totalQuantity } }',
        );
        return activeOrder?.totalQuantity;
    };

    it('is made when a new session adds eight items at once', async () => {
        const shopper = await shop.shopper().begin();
        const before = await orderCount();
        const results = await Promise.all(EIGHT.map(() => shopper.add()));
        expect(new Set(results.map(({ id }) => id)).size).toBe(1);
        expect(await orderCount()).toBe(before + 1);
        expect(await quantity(shopper)).toBe(8);
    });

    it('is made when eight items are added at once to what a request without a session began', async () => {
        const shopper = shop.shopper();
        const before = await orderCount();
        const { id } = await shopper.add();
        const results = await Promise.all(EIGHT.map(() => shopper.add()));
        expect(new Set(results.map(result => result.id))).toEqual(new Set([id]));
        expect(await orderCount()).toBe(before + 1);
        expect(await quantity(shopper)).toBe(9);
    });

    it('is made in one request that begins a session and adds twice', async () => {
        const shopper = shop.shopper();
        const before = await orderCount();
        const { first, second } = await shopper.query<Record<'first' | 'second', { id: string }>>(
            `mutation ($variant: ID!) {
                first: addItemToOrder(productVariantId: $variant, quantity: 1) { ... on Order { id } }
                second: addItemToOrder(productVariantId: $variant, quantity: 2) { ... on Order { id } }
            }`,
            // With several mutations in a request, Vendure takes ids in variables as they are in the database.
            { variant: '1' },
        );
        expect(second.id).toBe(first.id);
        expect(await orderCount()).toBe(before + 1);
    });

    it('is made when a customer adds eight items in two sessions at once', async () => {
        const [laptop, phone] = await Promise.all([shop.shopper().signIn(), shop.shopper().signIn()]);
        const before = await orderCount();
        await Promise.all(EIGHT.map((_, i) => (i % 2 ? laptop : phone).add()));
        expect(await orderCount()).toBe(before + 1);
        expect([await quantity(laptop), await quantity(phone)]).toEqual([8, 8]);
    });

    it('takes all items that are added at once, and loses no quantity', async () => {
        const shopper = await shop.shopper().begin();
        await shopper.add(1);
        await Promise.all(EIGHT.map((_, i) => shopper.add((i % 4) + 1)));
        expect(await quantity(shopper)).toBe(9);
        const lines = await shop.sql<{ quantity: number }>(
            'SELECT quantity FROM order_line WHERE "orderId" = $1 ORDER BY quantity',
            [(await shopper.order()).id.replace('T_', '')],
        );
        expect(lines.map(line => line.quantity)).toEqual([2, 2, 2, 3]);
    });

    it('is left when a customer begins one in one session and signs in with one in another', async () => {
        const email = 'two-carts@example.com';
        await shop.createCustomer(email);
        const laptop = await shop.shopper().signIn(email);
        const phone = await shop.shopper().begin();
        const { id = '' } = await phone.add(2, 3);
        // The laptop comes while the phone is halfway through, and is done first if it can be.
        let added: Promise<unknown> | undefined;
        await whileOrderIsLocked(
            shop,
            id,
            () => phone.signIn(email),
            () => {
                added = laptop.add();
                return Promise.race([added, sleep(2_000)]);
            },
        );
        await added;
        expect([await quantity(laptop), await quantity(phone)]).toEqual([4, 4]);
    });

    it('keeps what is added while its owner signs in elsewhere', async () => {
        const customer = await shop.shopper().signIn();
        const before = (await quantity(customer)) ?? 0;
        const elsewhere = await shop.shopper().begin();
        await elsewhere.add(4, 2);
        await Promise.all([elsewhere.signIn(), ...EIGHT.map(() => customer.add(1))]);
        expect(await quantity(customer)).toBe(before + 10);
    });

    it('follows a placed order once, also on a server that still believes in that order', async () => {
        const shopper = await shop.shopper().fillCart('again@example.com');
        await shopper.transition('ArrangingPayment');
        sessionCacheStrategy.fallBehind();
        expect(await shopper.pay()).toBe('PaymentSettled');
        const before = await orderCount();
        await Promise.all(EIGHT.map(() => shopper.add()));
        await shopper.query('{ activeOrder { id } }');
        expect(await orderCount()).toBe(before + 1);
        sessionCacheStrategy.catchUp();
        expect(await quantity(shopper)).toBe(8);
    });
});
