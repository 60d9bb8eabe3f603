import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphQlClient } from '../support/graphql-client';
import { inParallel } from '../support/in-parallel';
import { RunningShop } from '../support/running-shop';
import { type Candidates, everyCall } from './every-call';
import { everyRestCall, type Description } from './every-rest-call';
import { fillCart, person, signUp } from './shop-people';

/** Ends a quote of either kind, and sleeps where a database takes it for SQL. */
const SQL = `1'")) OR (SELECT 1 FROM pg_sleep(20)) IS NOT NULL; SELECT pg_sleep(20) --\\`;

/** What a text can hold and PostgreSQL can't. */
const NUL = '\u0000';

/** What an id can't be. */
const MISFITS = [NUL, '99999999999999999999', '1.5', '-1e300'];

/** How PostgreSQL's words look in an answer. */
const TOLD = /violates|syntax error|relation \\?"|pg_catalog|QueryFailedError/;

/** End the session that the test goes on with, or change by what it is opened. */
const ENDS_SESSION = new Set(['logout', 'updateActiveAdministrator']);

const AT_ONCE = 6;

describe('SQL and what no column holds, in every text and id of the APIs', () => {
    let shop: RunningShop;
    let asleep = 0;
    let watch: NodeJS.Timeout;

    beforeAll(async () => {
        shop = await RunningShop.open({ name: 'system_sql_in_texts', servers: 1, workers: 0 });
        watch = setInterval(() => void look(), 500);
    });

    afterAll(async () => {
        clearInterval(watch);
        await shop?.close();
    });

    it('break nothing at the Shop API', async () => {
        const variantId = await shop.merchant.addVariant({
            sku: 'VASE',
            stock: { [shop.locations[0] ?? '']: 1000 },
        });
        const client = await signUp(shop, person('Mallory'));
        await fillCart(client, person('Mallory'), variantId);
        expect(
            await failures('shop-api', client, {
                ID: [SQL, ...MISFITS],
                String: [SQL, NUL],
                JSON: [SQL],
            }),
        ).toEqual([]);
    });

    it('break nothing at the Admin API', async () => {
        expect(
            await failures('admin-api', shop.merchant.client, {
                ID: [SQL, NUL],
                String: [SQL],
                JSON: [SQL],
            }),
        ).toEqual([]);
    });

    it('break nothing at REST', async () => {
        const address = shop.servers[0]?.address ?? '';
        const description = (await (await fetch(`${address}/api/v1/openapi.json`)).json()) as Description;
        const answers = await inParallel(
            everyRestCall(description, [SQL, ...MISFITS]),
            AT_ONCE,
            async ({ name, method, path, body }) => {
                const { status } = await fetch(address + path, {
                    method,
                    headers: {
                        'content-type': 'application/json',
                        authorization: `Bearer ${shop.merchant.client.sessionToken}`,
                    },
                    ...(body ? { body } : {}),
                });
                return { name, path, status };
            },
        );
        expect(answers.length).toBeGreaterThan(10);
        expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    });

    it('make the database sleep nowhere', () => {
        expect(asleep).toBe(0);
    });

    /** Counts what is asleep in the database by its own account. */
    async function look(): Promise<void> {
        const { rows } = await shop.database.query<{ asleep: number }>(
            `SELECT count(*)::int AS asleep FROM pg_stat_activity WHERE wait_event = 'PgSleep'`,
        );
        asleep += rows[0]?.asleep ?? 0;
    }

    /**
     * Sends every call and tells which of them failed in the database. What a table does not allow (class 23) is left
     * out: the least that a schema asks for is not always all that a table needs.
     */
    async function failures(api: string, client: GraphQlClient, candidates: Candidates): Promise<unknown[]> {
        const schema = buildClientSchema(await client.run<IntrospectionQuery>(getIntrospectionQuery()));
        const calls = everyCall(schema, candidates).filter(({ name }) => !ENDS_SESSION.has(name));
        expect(calls.length).toBeGreaterThan(500);
        const answers = await inParallel(calls, AT_ONCE, async ({ name, place, document, variables }) => {
            const response = await fetch(`${shop.servers[0]?.address}/${api}`, {
                method: 'POST',
                headers: {
                    'content-type': 'application/json',
                    authorization: `Bearer ${client.sessionToken}`,
                },
                body: JSON.stringify({ query: document, variables }),
            });
            return { name, place, status: response.status, answer: await response.text() };
        });
        expect(answers.filter(({ answer }) => TOLD.test(answer))).toEqual([]);
        return answers
            .filter(({ status, answer }) => status >= 500 || answer.includes('INTERNAL_SERVER_ERROR'))
            .map(({ name, place, answer }) => ({ name, place, reason: reasonOf(answer) }))
            .filter(({ reason }) => /PostgreSQL (?!23)|not in the log/.test(reason));
    }

    /** What the server's log has under the id of an answer. */
    function reasonOf(answer: string): string {
        const id = /"requestId":"([^"]+)"/.exec(answer)?.[1] ?? 'none';
        return (
            shop.servers[0]
                ?.output()
                .split('\n')
                .find(line => line.includes(`Request ${id}`)) ?? `not in the log: ${answer.slice(0, 200)}`
        );
    }
});
