import { ActRecorder, behaviourMigrations, BehaviourPlugin } from '@efi/behaviour-plugin';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CustomerRecommendations } from '../src';
import { AttributionService } from '../src/infrastructure/attribution/attribution.service';
import { TrainingDataReader } from '../src/infrastructure/training/training-data';
import { recommendingShop, tradeForAYear } from './support/recommending-shop';

const MARIE = { id: 2, email: 'marie@example.com', visit: 'visit-of-marie-0123456789' };
const DAY = 86_400_000;

/** Columns that lead to a person, or to all that one visit did. */
const PERSONAL = ['customerId', 'session'];

describe('what is kept of people', async () => {
    const shop = await recommendingShop(
        {},
        { plugins: [BehaviourPlugin.init({ flushIntervalMs: 60_000 })] },
        behaviourMigrations,
    );
    const { sql, productId } = shop;

    beforeAll(async () => {
        await shop.start();
        await tradeForAYear(shop);
        await sql(
            `WITH who AS (UPDATE customer SET "emailAddress" = $2 WHERE id = $1 RETURNING "userId")
             UPDATE "user" SET identifier = $2 WHERE id IN (SELECT "userId" FROM who)`,
            [MARIE.id, MARIE.email],
        );
        await shop.order([1], 40, MARIE.id);
        await shop.order([3], 20, MARIE.id);
        await shop.train();
    }, 180_000);
    afterAll(() => shop.stop());

    /** Signs in, looks around, is shown lists, clicks, and fills the cart. */
    async function visitAs(consent: string, wanted = 5): Promise<{ personal: boolean; token: string }> {
        const { port, shopApiPath } = shop.config.apiOptions;
        let token = '';
        const ask = async (query: string) => {
            const response = await fetch(`http://localhost:${port}/${shopApiPath}`, {
                method: 'POST',
                headers: {
                    'content-type': 'application/json',
                    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/147.0.0.0 Safari/537.36',
                    'efi-visit': MARIE.visit,
                    'efi-consent': consent,
                    ...(token ? { authorization: `Bearer ${token}` } : {}),
                },
                body: JSON.stringify({ query }),
            });
            token = response.headers.get('vendure-auth-token') ?? token;
            const { data } = (await response.json()) as {
                data: { efiRecommendations: { recommendationId: string; personal: boolean } };
            };
            return data;
        };
        await ask(`mutation { login(username: "${MARIE.email}", password: "test") { __typename } }`);
        const list = async (placement: string) => {
            const { efiRecommendations } = await ask(
                `{ efiRecommendations(input: { placement: ${placement} }) { recommendationId personal } }`,
            );
            return efiRecommendations;
        };
        const { personal, recommendationId } = await list('FOR_YOU');
        const product = `T_${productId(wanted)}`;
        await ask(`mutation { recordEfiBehaviour(input: [
            { productViewed: { productId: "${product}" } }
            { searched: { term: "lamp", resultCount: 3 } }
            { recommendationShown: { recommendationId: "${recommendationId}", productIds: ["${product}"] } }
            { recommendationClicked: { recommendationId: "${recommendationId}", productId: "${product}" } }
        ]) }`);
        const [variant] = await sql<{ id: number }>('SELECT id FROM product_variant WHERE "productId" = $1', [
            productId(wanted),
        ]);
        await ask(
            `mutation { addItemToOrder(productVariantId: "T_${variant?.id}", quantity: 1) { __typename } }`,
        );
        await list('COMPLETE_THE_CART');
        await shop.server.app.get(ActRecorder).settle();
        await shop.server.app.get(AttributionService).settled();
        return { personal, token };
    }

    /** All tables of both plugins, whatever they are called, with their columns and rows. */
    async function everything() {
        const columns = await sql<{ table: string; column: string }>(
            `SELECT table_name AS table, column_name AS column FROM information_schema.columns
              WHERE table_name LIKE 'efi\\_behaviour%' OR table_name LIKE 'efi\\_recommendation%'`,
        );
        const tables = [...new Set(columns.map(({ table }) => table))].sort();
        return Promise.all(
            tables.map(async table => {
                const rows = await sql<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${table} t`);
                const own = columns.filter(column => column.table === table).map(({ column }) => column);
                return { table, columns: own, rows: rows.map(({ row }) => row) };
            }),
        );
    }

    async function personalRows(): Promise<Record<string, number>> {
        const tables = await everything();
        const personal = tables.filter(({ columns }) => columns.some(column => PERSONAL.includes(column)));
        return Object.fromEntries(personal.map(({ table, rows }) => [table, rows.length]));
    }

    const training = () => {
        const now = Date.now();
        return shop.server.app.get(TrainingDataReader).read(new Date(now - 730 * DAY), new Date(now));
    };

    it('is nothing without consent: not in any table, not in training, not in lists', async () => {
        const { personal, token } = await visitAs('');
        expect(personal).toBe(false);
        expect(await personalRows()).toEqual({
            efi_behaviour_consent: 0,
            efi_behaviour_event: 0,
            efi_recommendation_choice: 0,
            efi_recommendation_hidden: 0,
            efi_recommendation_list: 0,
        });
        const all = await everything();
        expect(all.length).toBeGreaterThanOrEqual(13);
        const texts = all.flatMap(({ rows }) => rows).join('\n');
        // What happened was counted, so that there was something to be kept.
        expect(texts).toContain('recommendation-clicked');
        for (const trace of [MARIE.email, MARIE.visit, token, 'lamp']) {
            expect(texts).not.toContain(trace);
        }
        const { set, people } = await training();
        expect(people).toBe(0);
        expect(set.weight.every(weight => weight === 1)).toBe(true);
    });

    it('is what they agreed to, and lists and training use it', async () => {
        await visitAs('analytics personalisation');
        // What was agreed to is on record now.
        // More of what is in the cart would be no new act.
        const { personal } = await visitAs('analytics personalisation', 7);
        expect(personal).toBe(true);
        const rows = await personalRows();
        expect(rows).toMatchObject({ efi_behaviour_consent: 1 });
        expect(rows['efi_behaviour_event']).toBeGreaterThan(0);
        expect(rows['efi_recommendation_list']).toBeGreaterThan(0);
        const { set, people } = await training();
        expect(people).toBe(1);
        const events = [...set.weight.keys()].filter(act => (set.weight[act] ?? 0) < 1);
        const kinds = new Set(events.map(act => Math.round(10 * (set.weight[act] ?? 0)) / 10));
        expect(kinds).toEqual(new Set([0.1, 0.3]));
        // Orders and events of the one person who agreed, under one number.
        const [who] = new Set(events.map(act => set.user[act]));
        const bought = [...set.user.keys()].filter(act => set.user[act] === who && set.weight[act] === 1);
        expect(bought.length).toBe(2);
    });

    it('is a session of its own, of nobody, when they agree to be counted but not to be known', async () => {
        await sql('TRUNCATE efi_behaviour_event, efi_behaviour_consent');
        const { personal } = await visitAs('analytics');
        expect(personal).toBe(false);
        expect(await sql('SELECT 1 FROM efi_behaviour_event WHERE "customerId" IS NOT NULL')).toEqual([]);
        const { set, people } = await training();
        expect(people).toBe(0);
        const sessions = new Set(
            [...set.weight.keys()].flatMap(act => (set.weight[act] === 1 ? [] : (set.user[act] ?? -1))),
        );
        expect(sessions.size).toBe(1);
        const [session] = sessions;
        expect([...set.user.keys()].some(act => set.user[act] === session && set.weight[act] === 1)).toBe(
            false,
        );
    });

    it('is gone when they are deleted, and their orders are nobody’s', async () => {
        await sql('TRUNCATE efi_behaviour_event');
        await visitAs('personalisation');
        await sql('INSERT INTO efi_recommendation_choice ("customerId", personal) VALUES ($1, true)', [
            MARIE.id,
        ]);
        await sql('INSERT INTO efi_recommendation_hidden ("customerId", "productId") VALUES ($1, $2)', [
            MARIE.id,
            productId(2),
        ]);
        expect((await training()).people).toBe(1);
        const kept = shop.server.app.get(CustomerRecommendations);
        expect(await kept.exportCustomer(MARIE.id)).toMatchObject({
            choice: { personal: true },
            hidden: [{ productId: productId(2) }],
        });

        await shop.adminClient.query(parse('mutation ($id: ID!) { deleteCustomer(id: $id) { result } }'), {
            id: `T_${MARIE.id}`,
        });
        await expect
            .poll(async () => {
                const tables = await everything();
                const withCustomers = tables.filter(({ columns }) => columns.includes('customerId'));
                return withCustomers.flatMap(({ rows }) =>
                    rows.filter(row => (JSON.parse(row) as { customerId: number }).customerId === MARIE.id),
                );
            })
            .toEqual([]);
        expect((await training()).people).toBe(0);
    });
});
