import type { GraphQlClient } from '../../e2e/support/graphql-client';
import type { RunningShop } from '../../e2e/support/running-shop';
import type { LeanClient } from './lean-client';
import type { LookUp } from './look-up';

/** One of the two shops, with who is signed in there. */
export interface Contender {
    readonly shop: RunningShop;
    readonly staff: LeanClient;
    readonly lookUp: LookUp;
    /** Of shoppers with an account. */
    readonly shoppers: readonly GraphQlClient[];
    /** Id of the first of the customers, and of the orders; the others follow. */
    readonly first: { readonly customer: number; readonly order: number };
}

export interface Task {
    readonly name: string;
    /** How many times, of what is usual. @default 1 */
    readonly share?: number;
    /** The table that is looked up, which must not be read as a whole. */
    readonly looksUp?: string;
    /** Within how many milliseconds 95 of 100 answers of the encrypted shop are to come. */
    readonly goalMs?: number;
    /** @param n - Another one each time, below the number of customers. */
    readonly run: (there: Contender, n: number) => Promise<unknown>;
}

export const PASSWORD = 'a password of the bench';
const ORDERS_PER_CUSTOMER = 0.2;
/** So many customers have a password that is hashed as in production. */
export const WELL_HASHED = 50;

export const mailOf = (n: number) => `customer${n}@bench.example`;

const signIn = (shop: RunningShop, n: number) =>
    shop.visitor().run(
        `mutation ($name: String!, $password: String!) {
            login(username: $name, password: $password) { ... on ErrorResult { errorCode message } } }`,
        { name: mailOf(n), password: PASSWORD },
    );

const customers = (filter: string) => `query ($text: String!) {
    customers(options: { take: 10, filterOperator: OR, filter: ${filter} }) { totalItems items { id emailAddress lastName } } }`;

const ADDRESS = 'fullName streetLine1 city postalCode';

/** Each time about somebody else. */
export const tasks: readonly Task[] = [
    {
        name: 'the look-up of a sign-in alone',
        looksUp: 'user',
        goalMs: 10,
        run: ({ lookUp }, n) => lookUp.account(mailOf(n)),
    },
    {
        name: 'the look-up of the Dashboard’s search alone',
        looksUp: 'customer',
        goalMs: 10,
        run: ({ lookUp }, n) => lookUp.search(mailOf(n)),
    },
    {
        name: 'sign-in, with the least hash',
        looksUp: 'user',
        run: ({ shop }, n) => signIn(shop, WELL_HASHED + 1 + n),
    },
    {
        name: 'sign-in, with the hash of production',
        share: 0.2,
        looksUp: 'user',
        run: ({ shop }, n) => signIn(shop, 1 + (n % WELL_HASHED)),
    },
    {
        name: 'staff find a customer by e-mail address',
        looksUp: 'customer',
        goalMs: 10,
        run: ({ staff }, n) => staff.run(customers('{ emailAddress: { eq: $text } }'), { text: mailOf(n) }),
    },
    {
        name: 'the Dashboard’s search for an e-mail address',
        looksUp: 'customer',
        goalMs: 10,
        run: ({ staff }, n) =>
            staff.run(
                customers(
                    '{ lastName: { contains: $text }, emailAddress: { contains: $text }, phoneNumber: { contains: $text } }',
                ),
                { text: mailOf(n) },
            ),
    },
    {
        name: 'the first ten customers',
        run: ({ staff }) => staff.run(customers('{ lastName: { notEq: $text } }'), { text: 'x' }),
    },
    {
        name: 'a customer with addresses and orders',
        run: ({ staff, first }, n) =>
            staff.run(
                `query ($id: ID!) { customer(id: $id) { firstName emailAddress addresses { ${ADDRESS} }
                    orders(options: { take: 10 }) { items { code shippingAddress { ${ADDRESS} } } } } }`,
                { id: String(first.customer + n) },
            ),
    },
    {
        name: 'the last ten orders',
        run: ({ staff }) =>
            staff.run(`{ orders(options: { take: 10, sort: { orderPlacedAt: DESC } }) {
                items { code customer { lastName emailAddress } shippingAddress { ${ADDRESS} } } } }`),
    },
    {
        name: 'an order by its number',
        run: ({ staff, first }, n) =>
            staff.run(
                `query ($id: ID!) { order(id: $id) { code customer { lastName emailAddress }
                    shippingAddress { ${ADDRESS} } billingAddress { ${ADDRESS} } } }`,
                { id: String(first.order + Math.floor(n * ORDERS_PER_CUSTOMER)) },
            ),
    },
    {
        name: 'orders of a last name',
        looksUp: 'customer',
        run: ({ staff }, n) =>
            staff.run(
                `query ($name: String!) { orders(options: { take: 10, filter: { customerLastName: { eq: $name } } }) {
                    items { code customer { lastName } } } }`,
                { name: `Last${n}` },
            ),
    },
    {
        name: 'a shopper’s account with addresses and orders',
        run: ({ shoppers }, n) =>
            shoppers[n % shoppers.length]?.run(`{ activeCustomer { firstName lastName emailAddress
                addresses { ${ADDRESS} } orders(options: { take: 10 }) { items { code shippingAddress { ${ADDRESS} } } } } }`) ??
            Promise.resolve(),
    },
];

/** SQL for the shop's customers, each with an address, some with an order. */
export function customersOfAShop(count: number, hashes: { least: string; usual: string }): string {
    const place = `jsonb_build_object('fullName', 'First' || n || ' Last' || n, 'streetLine1', 'Ring ' || n, 'city', 'Wien',
        'postalCode', n::text, 'countryCode', 'AT', 'phoneNumber', '+1 555 ' || n)::text`;
    return `
        INSERT INTO "user" (identifier, verified)
            SELECT 'customer' || n || '@bench.example', true FROM generate_series(1, ${count}) n;
        CREATE TEMPORARY TABLE people AS
            SELECT id, identifier, substring(identifier, '\\d+')::int AS n FROM "user" WHERE identifier LIKE '%@bench.example';
        INSERT INTO user_roles_role ("userId", "roleId")
            SELECT p.id, r.id FROM people p, role r WHERE r.code = '__customer_role__';
        INSERT INTO authentication_method (type, "userId", identifier, "passwordHash")
            SELECT 'NativeAuthenticationMethod', id, identifier,
                   CASE WHEN n <= ${WELL_HASHED} THEN '${hashes.usual}' ELSE '${hashes.least}' END FROM people;
        INSERT INTO customer ("firstName", "lastName", "emailAddress", "phoneNumber", "userId")
            SELECT 'First' || n, 'Last' || n, identifier, '+1 555 ' || n, id FROM people ORDER BY n;
        CREATE TEMPORARY TABLE buyers AS SELECT c.id, p.n FROM customer c JOIN people p ON p.id = c."userId";
        INSERT INTO customer_channels_channel ("customerId", "channelId")
            SELECT b.id, h.id FROM buyers b, channel h;
        INSERT INTO address ("fullName", "streetLine1", city, "postalCode", "phoneNumber", "customerId")
            SELECT 'First' || n || ' Last' || n, 'Ring ' || n, 'Wien', n::text, '+1 555 ' || n, id FROM buyers;
        INSERT INTO "order" (code, state, active, "orderPlacedAt", "couponCodes", "shippingAddress", "billingAddress",
                             "currencyCode", "customerId", "subTotal", "subTotalWithTax")
            SELECT 'BENCH' || n, 'PaymentSettled', false, now() - make_interval(mins => n), '', ${place}, ${place},
                   'USD', id, 4900, 5880
              FROM buyers WHERE n % ${Math.round(1 / ORDERS_PER_CUSTOMER)} = 0 ORDER BY n;
        INSERT INTO order_channels_channel ("orderId", "channelId")
            SELECT o.id, h.id FROM "order" o, channel h WHERE o.code LIKE 'BENCH%';`;
}
