import type { TestShop } from '@efi/plugin-kit/testing';
import { Customer, Order, RequestContext } from '@vendure/core';
import type { Request } from 'express';

/** People who come back: each has a device, an address and paid orders. */
const PEOPLE = 2_000;

/** Orders of a year for people of the shop, three lines each; the last of each person waits for its payment. */
export async function fillOrders({ sql }: Pick<TestShop, 'sql'>, orders: number): Promise<number[]> {
    await sql(`INSERT INTO customer ("firstName", "lastName", "emailAddress")
        SELECT 'Ada', 'L', 'buyer.' || n || '@shop.example' FROM generate_series(1, ${PEOPLE}) n`);
    const made = await sql<{ id: number }>(
        `WITH placed AS (
            INSERT INTO "order" (code, state, active, "orderPlacedAt", "couponCodes", "shippingAddress", "billingAddress",
                                 "currencyCode", "subTotal", "subTotalWithTax", "customerId")
            SELECT 'B' || n, 'Delivered', false,
                   CASE WHEN n <= $1 - ${PEOPLE} THEN now() - make_interval(mins => (n * 97) % 500000) END, '', '{}', '{}',
                   'USD', 5000 + n % 900, 6000 + n % 900, c.id
              FROM generate_series(1, $1) n
              JOIN customer c ON c."emailAddress" = 'buyer.' || (1 + n % ${PEOPLE}) || '@shop.example'
             ORDER BY n
            RETURNING id
         ), channel AS (
            INSERT INTO order_channels_channel ("orderId", "channelId") SELECT id, 1 FROM placed
         ), lines AS (
            INSERT INTO order_line (quantity, "orderPlacedQuantity", "listPriceIncludesTax", adjustments, "taxLines",
                                    "productVariantId", "listPrice", "orderId")
            SELECT 1, 1, false, '[]', '[]', (SELECT min(id) FROM product_variant), 2000, id
              FROM placed, generate_series(1, 3)
         )
         SELECT id FROM placed ORDER BY id DESC LIMIT ${PEOPLE}`,
        [orders],
    );
    return made.map(({ id }) => id);
}

export function orderOf(orderIds: readonly number[], index: number): Order {
    const person = index % PEOPLE;
    const address = { streetLine1: `${person} Main Road`, postalCode: '1010', countryCode: 'AT' };
    return new Order({
        id: orderIds[person],
        code: `BENCH${index}`,
        couponCodes: [],
        customer: new Customer({ id: person + 1, emailAddress: `buyer.${person + 1}@shop.example` }),
        shippingAddress: address,
        billingAddress: address,
    });
}

/** The shopper's request: their own device, in one of many networks. */
export function requestOf(ctx: RequestContext, index: number): RequestContext {
    const person = index % PEOPLE;
    const req = {
        ip: `198.${18 + (person % 2)}.${person % 250}.7`,
        headers: { 'efi-device': `phone-of-person-${person}` },
    };
    return new RequestContext({
        apiType: 'shop',
        channel: ctx.channel,
        languageCode: ctx.languageCode,
        isAuthorized: true,
        authorizedAsOwnerOnly: true,
        session: undefined,
        req: req as unknown as Request,
    });
}
