import { performance } from 'node:perf_hooks';
import { person, signUp } from '../../e2e/security/shop-people';
import type { GraphQlClient } from '../../e2e/support/graphql-client';
import type { RunningShop } from '../../e2e/support/running-shop';
import { guestCheckout } from '../checkout-cost/guest-checkout';

const GOODS = 10;
const ORDERS_OF_ONE = 10;
/** Of other people, so that tables are no smaller than a shop's. */
const OTHER_ORDERS = 30_000;

/** Something that a shopper does, and that is timed from the first request to the last answer. */
export type Task = () => Promise<unknown>;

/** What is measured, by name. */
export async function tasksOf(shop: RunningShop): Promise<ReadonlyMap<string, Task>> {
    const stock = { [shop.locations[0] ?? '']: 1_000_000 };
    const goods: string[] = [];
    for (let n = 1; n <= GOODS; n++) {
        goods.push(await shop.merchant.addVariant({ sku: `article-${n}`, stock }));
    }
    const shopApi = `${shop.servers[0]?.address}/shop-api`;
    await guestCheckout(shopApi, goods.slice(0, 1), 'sandbox');
    const customer = await signUp(shop, person('Vielkauf'));
    await addOrders(shop);
    // Whatever is asked for again would be answered from memory.
    let turn = 0;
    const afresh = (fields: string) => `query Turn${turn++} { ${fields} }`;
    return new Map<string, Task>([
        ['product list', () => shop.visitor().run(afresh(PRODUCTS))],
        ['account with ten orders', () => customer.run(afresh(ACCOUNT))],
        ['first item into a cart', () => addToCart(shop.visitor(), goods[turn++ % GOODS] ?? '')],
        ['whole checkout of a guest', () => guestCheckout(shopApi, goods.slice(0, 2), 'sandbox')],
    ]);
}

export async function millisecondsOf(task: Task): Promise<number> {
    const started = performance.now();
    await task();
    return performance.now() - started;
}

const PRODUCTS =
    'products(options: { take: 10 }) { totalItems items { id name variants { id priceWithTax } } }';
const ACCOUNT = `activeCustomer {
    emailAddress addresses { streetLine1 }
    orders(options: { take: 10 }) {
        totalItems items { code state totalWithTax lines { quantity } payments { amount state } }
    }
}`;

async function addToCart(client: GraphQlClient, id: string): Promise<void> {
    await client.run(
        `mutation ($id: ID!) { addItemToOrder(productVariantId: $id, quantity: 1) { ... on ErrorResult { errorCode message } } }`,
        { id },
    );
}

/** Copies the one order that is there: ten for the customer, and those of others. */
async function addOrders({ database }: RunningShop): Promise<void> {
    await database.query(`
        CREATE TEMPORARY TABLE model AS SELECT * FROM "order" ORDER BY id LIMIT 1;
        INSERT INTO customer ("firstName", "lastName", "emailAddress")
            SELECT 'Other', n::text, 'other' || n || '@example.com' FROM generate_series(1, ${OTHER_ORDERS / 10}) n;
        CREATE TEMPORARY TABLE owners AS
            SELECT id, row_number() OVER (ORDER BY id) AS n FROM customer WHERE "firstName" = 'Other';
        CREATE INDEX ON owners (n);
        CREATE TEMPORARY TABLE copies AS
            SELECT copy.* FROM model m
             CROSS JOIN generate_series(1, ${OTHER_ORDERS + ORDERS_OF_ONE}) g(n)
              LEFT JOIN owners o ON o.n = 1 + g.n % ${OTHER_ORDERS / 10} AND g.n > ${ORDERS_OF_ONE}
             CROSS JOIN LATERAL jsonb_populate_record(m, jsonb_build_object(
                 'id', nextval(pg_get_serial_sequence('"order"', 'id')), 'code', 'COPY' || g.n,
                 'customerId', coalesce(o.id, (SELECT max(id) FROM customer WHERE "firstName" = 'Vielkauffirst')))) copy;
        INSERT INTO "order" SELECT * FROM copies;
        INSERT INTO order_channels_channel ("orderId", "channelId")
            SELECT c.id, o."channelId" FROM copies c, model m JOIN order_channels_channel o ON o."orderId" = m.id;
        INSERT INTO payment (method, state, metadata, amount, "orderId")
            SELECT 'sandbox', 'Settled', '{}', 1000, id FROM copies;
        ANALYZE`);
}
