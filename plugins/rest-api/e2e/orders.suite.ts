import { parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { itemsOf } from './catalogue.suite';
import { placeOrder } from './placed-order';
import type { RestClient } from './rest-client';
import type { RestShop } from './rest-shop';

/** What shoppers read of their orders. */
export function ordersSuite(shop: RestShop): void {
    let [one, other]: RestClient[] = [];
    const codes: string[] = [];

    beforeAll(async () => {
        const [first, second] = [await shop.customer(0), await shop.customer(1)];
        [one, other] = [first.rest, second.rest];
        codes.push(await placeOrder(first.shop), await placeOrder(first.shop, 'T_2'));
        codes.push(await placeOrder(second.shop));
        // A cart, which is no order yet.
        await first.shop.query(
            parse('mutation { addItemToOrder(productVariantId: "T_1", quantity: 1) { __typename } }'),
        );
    });

    const read = (rest: RestClient | undefined, path: string) => {
        if (!rest) {
            throw new Error('Nobody is signed in');
        }
        return rest(path);
    };

    describe('the orders of a shopper', () => {
        it('are the placed ones, newest first, page by page', async () => {
            const first = await read(one, '/orders?limit=1');
            expect(itemsOf<{ code: string }>(first)).toEqual([
                {
                    code: codes[1],
                    state: 'PaymentSettled',
                    placedAt: expect.any(String) as string,
                    updatedAt: expect.any(String) as string,
                    currencyCode: 'USD',
                    totalQuantity: 2,
                    total: 16_500,
                    totalWithTax: 19_800,
                },
            ]);
            const rest = await read(one, `/orders?cursor=${first.body?.nextCursor as string}`);
            expect(itemsOf<{ code: string }>(rest).map(({ code }) => code)).toEqual([codes[0]]);
            expect(rest.body?.nextCursor).toBeNull();
        });

        it('are told whole one by one, without what only the provider needs', async () => {
            const answer = await read(one, `/orders/${codes[0]}`);
            expect(answer.body).toMatchObject({
                code: codes[0],
                subTotal: 2000,
                shipping: 500,
                totalWithTax: 3000,
                lines: [{ sku: 'LAMP', name: 'Lamp', quantity: 2, unitPrice: 1000, linePriceWithTax: 2400 }],
                shippingLines: [{ method: 'Standard Delivery', price: 500, priceWithTax: 600 }],
                shippingAddress: { fullName: 'Ada L', countryCode: 'AT', company: null },
                payments: [{ amount: 3000, state: 'Settled' }],
            });
            expect(JSON.stringify(answer.body)).not.toContain('swordfish');
        });

        it('are nobody else’s', async () => {
            expect(itemsOf<{ code: string }>(await read(other, '/orders')).map(({ code }) => code)).toEqual([
                codes[2],
            ]);
            const strange = await read(one, `/orders/${codes[2]}`);
            const none = await read(one, '/orders/NONE');
            expect(strange).toMatchObject({ status: 404, body: { type: 'urn:efi:problem:no-such-order' } });
            expect({ ...strange.body, requestId: '' }).toEqual({ ...none.body, requestId: '' });
            expect(await shop.anonymous(`/orders/${codes[2]}`)).toMatchObject({ status: 401 });
            expect(await shop.anonymous('/orders')).toMatchObject({ status: 401 });
        });

        it('are none of an account that is no customer', async () => {
            for (const path of ['/orders', `/orders/${codes[0]}`]) {
                expect(await shop.admin()(path)).toMatchObject({
                    status: 403,
                    body: { type: 'urn:efi:problem:not-a-customer' },
                });
            }
        });

        it('do not begin with a cart', async () => {
            const [cart] = await shop.sql<{ code: string }>('SELECT code FROM "order" WHERE active LIMIT 1');
            expect(cart).toBeDefined();
            expect((await read(one, `/orders/${cart?.code}`)).status).toBe(404);
        });
    });
}
