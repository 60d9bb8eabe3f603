import {
    buildClientSchema,
    type GraphQLSchema,
    getIntrospectionQuery,
    type IntrospectionQuery,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inParallel } from '../support/in-parallel';
import { RunningShop } from '../support/running-shop';
import { everyCall } from './every-call';
import { type Description, everyRestCall } from './every-rest-call';
import { addressOf, buy, detailsOf, fillCart, person, signUp } from './shop-people';

/** End the session that the test goes on with: by a number that happens to be its own, too. */
const ENDS_SESSION = new Set(['logout', 'revokeEfiSession']);

const OR_ERROR = '... on ErrorResult { errorCode message }';
const AT_ONCE = 6;

const victim = person('Wintergruen');
const guest = person('Guestav');

interface Answered {
    readonly name: string;
    readonly place: string;
    readonly answer: string;
}

describe("another customer's data, at every entry of the Shop API and of REST", () => {
    let shop: RunningShop;
    let schema: GraphQLSchema;
    let description: Description;
    let own: string | undefined;
    let others: Record<string, string | undefined>;
    /** Whatever names something of the victim's: ids, codes and addresses. */
    let ids: string[];
    let texts: string[];
    let variantId: string;
    let before: unknown;
    let customerId: string;

    beforeAll(async () => {
        shop = await RunningShop.open({ name: 'system_other_customer', servers: 1, workers: 0 });
        variantId = await shop.merchant.addVariant({
            sku: 'VASE',
            stock: { [shop.locations[0] ?? '']: 1000 },
        });
        const [hers, theirs] = await Promise.all([signUp(shop, victim), signUp(shop, person('Mallory'))]);
        await hers.run(
            `mutation ($input: CreateAddressInput!) { createCustomerAddress(input: $input) { id } }`,
            {
                input: addressOf(victim),
            },
        );
        await fillCart(hers, victim, variantId);
        await buy(hers);
        const [passer, nobody] = [shop.visitor(), shop.visitor()];
        await fillCart(passer, guest, variantId);
        await passer.run(
            `mutation ($input: CreateCustomerInput!) { setCustomerForOrder(input: $input) { ${OR_ERROR} } }`,
            { input: { ...detailsOf(guest) } },
        );
        await buy(passer);
        await fillCart(hers, victim, variantId);
        await fillCart(theirs, person('Mallory'), variantId);
        await fillCart(nobody, person('Nobody'), variantId);
        own = hers.sessionToken;
        others = { 'a customer': theirs.sessionToken, 'a guest': nobody.sessionToken };
        schema = buildClientSchema(await nobody.run<IntrospectionQuery>(getIntrospectionQuery()));
        description = (await (
            await fetch(`${shop.servers[0]?.address}/api/v1/openapi.json`)
        ).json()) as Description;
        const { activeCustomer } = await hers.run<{ activeCustomer: { id: string } }>(
            '{ activeCustomer { id } }',
        );
        const customer = (customerId = activeCustomer.id);
        const orders = `(SELECT id FROM "order" WHERE "customerId" = ${customer})`;
        ids = await column(`
            SELECT id FROM customer WHERE id = ${customer}
             UNION SELECT "userId" FROM customer WHERE id = ${customer}
             UNION SELECT id FROM address WHERE "customerId" = ${customer}
             UNION SELECT id FROM "order" WHERE id IN ${orders}
             UNION SELECT id FROM order_line WHERE "orderId" IN ${orders}
             UNION SELECT id FROM payment WHERE "orderId" IN ${orders}`);
        texts = [
            victim.emailAddress,
            guest.emailAddress,
            ...(await column(`
                SELECT code FROM "order" WHERE id IN ${orders}
                 UNION SELECT "transactionId" FROM payment WHERE "orderId" IN ${orders}`)),
        ];
        before = await everythingOf();
    });

    afterAll(() => shop?.close());

    it('is shown to herself', async () => {
        const { seen } = await tell(own);
        for (const name of ['activeCustomer', 'activeOrder', 'order', 'orderByCode']) {
            expect(seen.map(call => call.name)).toContain(name);
        }
    });

    it('is not what a guest gets for her address', async () => {
        const client = shop.visitor();
        await client.run(
            `mutation { addItemToOrder(productVariantId: "${variantId}", quantity: 1) { ${OR_ERROR} } }`,
        );
        const answer = await client.run(
            `mutation ($emailAddress: String!) {
                setCustomerForOrder(input: { firstName: "M", lastName: "M", emailAddress: $emailAddress }) {
                    ... on Order { customer { title firstName lastName phoneNumber addresses { city } orders { totalItems } } }
                    ${OR_ERROR}
                }
            }`,
            { emailAddress: guest.emailAddress },
        );
        expect(JSON.stringify(answer)).not.toContain(guest.word);
    });

    it.each(['a customer', 'a guest'])('is shown to %s by none', async who => {
        const { asked, seen } = await tell(others[who]);
        expect(asked).toBeGreaterThan(200);
        expect(seen).toEqual([]);
    });

    it('is changed by none', async () => {
        expect(await everythingOf()).toEqual(before);
        const { me } = await shop
            .visitor(0, others['a customer'])
            .run<{ me: unknown }>('{ me { identifier } }');
        expect(me).toEqual({ identifier: person('Mallory').emailAddress });
    });

    /** Sends every call with every name of the victim's things, as somebody, and tells which answers hold her data. */
    async function tell(token: string | undefined): Promise<{ asked: number; seen: Answered[] }> {
        const address = shop.servers[0]?.address ?? '';
        const authorization = `Bearer ${token}`;
        const json = { 'content-type': 'application/json', authorization };
        const calls = everyCall(schema, { ID: ids, String: texts }).filter(
            ({ name }) =>
                !ENDS_SESSION.has(name) && !(token === own && schema.getMutationType()?.getFields()[name]),
        );
        const graphQl = await inParallel(calls, AT_ONCE, async ({ name, place, document, variables }) => {
            const response = await fetch(`${address}/shop-api`, {
                method: 'POST',
                headers: json,
                body: JSON.stringify({ query: document, variables }),
            });
            return { name, place, answer: await response.text() };
        });
        const routes = token === own ? [] : everyRestCall(description, [...ids, ...texts]);
        const rest = await inParallel(routes, AT_ONCE, async ({ name, method, path, body }) => {
            const response = await fetch(address + path, {
                method,
                headers: json,
                ...(body ? { body } : {}),
            });
            return { name, place: path, answer: await response.text() };
        });
        const answers = [...graphQl, ...rest];
        return { asked: answers.length, seen: answers.filter(({ answer }) => isTold(answer)).map(excerpt) };
    }

    /** The first that an answer tells, for whoever reads a failure. */
    function excerpt({ answer, ...call }: Answered): Answered {
        const at = Math.max(answer.indexOf(victim.word), answer.indexOf(guest.word));
        return { ...call, answer: answer.slice(Math.max(at - 60, 0), at + 60) };
    }

    /** Her addresses for mail are among what was sent, and may come back; what belongs to them may not. */
    function isTold(answer: string): boolean {
        return [victim, guest].some(({ word }) => answer.includes(word));
    }

    async function column(sql: string): Promise<string[]> {
        const { rows } = await shop.database.query<Record<string, unknown>>(sql);
        return rows.map(row => String(Object.values(row)[0]));
    }

    async function everythingOf(): Promise<unknown> {
        const { rows } = await shop.database.query(
            `SELECT c."firstName", c."lastName", c."phoneNumber", c."emailAddress", u.identifier,
                    (SELECT json_agg(to_jsonb(a) - 'updatedAt' ORDER BY a.id) FROM address a WHERE a."customerId" = c.id) AS addresses,
                    (SELECT json_agg(to_jsonb(o) - 'updatedAt' ORDER BY o.id) FROM "order" o WHERE o."customerId" = c.id) AS orders
               FROM customer c JOIN "user" u ON u.id = c."userId" WHERE c.id = $1`,
            [customerId],
        );
        expect(rows).toHaveLength(1);
        return rows;
    }
});
