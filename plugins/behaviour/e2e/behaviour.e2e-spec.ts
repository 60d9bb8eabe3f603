import {
    ActRecorder,
    behaviourMigrations,
    BehaviourPlugin,
    cleanBehaviourTask,
    CustomerBehaviour,
} from '@efi/behaviour-plugin';
import { behaviourEvents, type BehaviourEvent, consentCheck } from '@efi/plugin-kit';
import { testShop } from '@efi/plugin-kit/testing';
import { Injector, RequestContext, TransactionalConnection } from '@vendure/core';
import { ModuleRef } from '@nestjs/core';
import { parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Visitor } from './visitor';

interface Row {
    readonly type: string;
    readonly session: string | null;
    readonly customerId: number | null;
    readonly productId: number | null;
    readonly term: string | null;
}

const everything = 'analytics personalisation';

describe('behaviour events', async () => {
    const shop = await testShop({
        plugins: [BehaviourPlugin.init({ actsPerMinute: 30, flushIntervalMs: 60_000 })],
        migrations: behaviourMigrations,
        customerCount: 2,
    });
    let people: { id: number; emailAddress: string }[];
    let visits = 0;

    beforeAll(async () => {
        await shop.start();
        people = await shop.sql('SELECT id, "emailAddress" FROM customer ORDER BY id');
    });
    afterAll(() => shop.stop());
    beforeEach(async () => {
        await shop.server.app.get(ActRecorder).settle();
        await shop.sql('TRUNCATE efi_behaviour_event, efi_behaviour_count, efi_behaviour_consent');
    });

    const newVisitor = (consent?: string, headers?: Record<string, string>) =>
        new Visitor(shop, `visit-of-somebody-${++visits}`, consent, headers);
    const person = (index: number) => {
        const found = people[index];
        if (!found) {
            throw new Error(`The test shop has no customer ${index}.`);
        }
        return found;
    };
    /** Everything that the table has by now, oldest first. */
    const rows = async () => {
        await shop.server.app.get(ActRecorder).settle();
        return shop.sql<Row>(
            'SELECT type, session, "customerId", "productId", term FROM efi_behaviour_event ORDER BY id',
        );
    };
    const counts = async () => {
        await shop.server.app.get(ActRecorder).settle();
        const { efiBehaviourCounts } = await shop.adminClient.query<{
            efiBehaviourCounts: { type: string; consented: number; withoutConsent: number }[];
        }>(parse('{ efiBehaviourCounts { type consented withoutConsent } }'));
        return efiBehaviourCounts;
    };
    const dataSource = () => shop.server.app.get(TransactionalConnection).rawConnection;

    describe('without consent', () => {
        it.each([
            ['nothing is declared', '', {}, 1],
            ['Global Privacy Control is on', everything, { 'sec-gpc': '1' }, 2],
            ['only marketing is agreed to', 'marketing', {}, 3],
        ])('leave a count and nothing else when %s', async (_, consent, headers, variantId) => {
            const visitor = newVisitor(consent, headers);
            await visitor.signIn(person(0).emailAddress);
            await visitor.view(1);
            await visitor.report('{ searched: { term: "lamp", resultCount: 1 } }');
            await visitor.addToCart(variantId);
            await expect.poll(counts).toEqual(
                ['added-to-cart', 'product-viewed', 'searched'].map(type => ({
                    type,
                    consented: 0,
                    withoutConsent: 1,
                })),
            );
            expect(await rows()).toEqual([]);
            expect(await shop.sql('SELECT * FROM efi_behaviour_consent')).toEqual([]);
        });

        it('reach listeners without session and person', async () => {
            const heard: BehaviourEvent[] = [];
            const stop = behaviourEvents(dataSource()).subscribe(event => heard.push(event));
            await newVisitor().view(2);
            await rows();
            stop();
            expect(heard).toMatchObject([{ act: { type: 'product-viewed', productId: 2 } }]);
            expect(heard[0]).not.toHaveProperty('session');
            expect(heard[0]).not.toHaveProperty('customerId');
        });
    });

    describe('with consent to analytics', () => {
        it('are kept under a pseudonym that leads to no visit, session or person', async () => {
            const visitor = newVisitor('analytics');
            await visitor.signIn(person(0).emailAddress);
            await visitor.view(1);
            await visitor.view(2);
            const [first, second] = await rows();
            expect(first).toMatchObject({ type: 'product-viewed', productId: 1, customerId: null });
            expect(first?.session).toMatch(/^[\w-]{22}$/);
            expect(second?.session).toBe(first?.session);

            const tables = await shop.sql<{ text: string }>(
                `SELECT e::text AS text FROM efi_behaviour_event e UNION ALL
                 SELECT c::text FROM efi_behaviour_count c UNION ALL
                 SELECT k::text FROM efi_behaviour_key k UNION ALL
                 SELECT c::text FROM efi_behaviour_consent c`,
            );
            const sessions = await shop.sql<{ token: string }>('SELECT token FROM session');
            const everywhere = tables.map(({ text }) => text).join('\n');
            for (const secret of [visitor.visit, ...sessions.map(({ token }) => token)]) {
                expect(everywhere).not.toContain(secret);
            }
        });

        it('of two visits have two pseudonyms', async () => {
            await newVisitor('analytics').view(1);
            await newVisitor('analytics').view(1);
            const [first, second] = await rows();
            expect(first?.session).not.toBe(second?.session);
        });

        it('have what the server sees of the cart', async () => {
            await newVisitor('analytics').addToCart(1, 3);
            await expect.poll(rows).toHaveLength(1);
            expect(await shop.sql('SELECT * FROM efi_behaviour_event')).toMatchObject([
                { type: 'added-to-cart', productId: 1, productVariantId: 1, quantity: 3 },
            ]);
        });

        it('are deleted for this visit when it is revoked', async () => {
            const [visitor, other] = [newVisitor('analytics'), newVisitor('analytics')];
            await visitor.view(1);
            await other.view(2);
            expect(await visitor.declare('')).toEqual({ purposes: [] });
            expect((await rows()).map(row => row.productId)).toEqual([2]);
        });
    });

    describe('with consent to personalisation', () => {
        it('join what the visit did before to the customer who signs in', async () => {
            const visitor = newVisitor(everything);
            await visitor.view(1);
            await visitor.signIn(person(0).emailAddress);
            await expect.poll(async () => (await rows()).map(row => row.customerId)).toEqual([person(0).id]);
            await visitor.view(2);
            expect((await rows()).map(row => row.customerId)).toEqual([person(0).id, person(0).id]);
        });

        it('never join the visit of somebody who agreed to analytics only', async () => {
            const visitor = newVisitor('analytics');
            await visitor.view(1);
            await visitor.signIn(person(0).emailAddress);
            await visitor.view(2);
            expect((await rows()).map(row => row.customerId)).toEqual([null, null]);
        });

        it('are deleted when it is revoked, and on other devices too nothing is linked again', async () => {
            const [laptop, phone] = [newVisitor(everything), newVisitor(everything)];
            for (const device of [laptop, phone]) {
                await device.signIn(person(1).emailAddress);
                await device.declare('ANALYTICS, PERSONALISATION');
                await device.view(1);
            }
            expect((await rows()).map(row => row.customerId)).toEqual([person(1).id, person(1).id]);

            expect(await laptop.declare('ANALYTICS')).toEqual({ purposes: ['ANALYTICS'] });
            expect(await rows()).toEqual([]);
            await phone.view(2);
            await newVisitor(everything).signIn(person(1).emailAddress);
            expect((await rows()).map(row => row.customerId)).toEqual([null]);
            expect(await consentCheck(dataSource()).consenting([person(1).id], 'personalisation')).toEqual(
                new Set(),
            );
        });

        it('are not linked any more when it is revoked before they are written', async () => {
            const visitor = newVisitor(everything);
            await visitor.signIn(person(1).emailAddress);
            await visitor.declare('ANALYTICS, PERSONALISATION');
            const waiting = new Promise<BehaviourEvent>(resolve => {
                const stop = behaviourEvents(dataSource()).subscribe(event => {
                    stop();
                    resolve(event);
                });
            });
            await visitor.view(1);
            expect((await waiting).customerId).toBe(person(1).id);
            await shop.sql('UPDATE efi_behaviour_consent SET personalisation = false');
            expect(await rows()).toEqual([]);
        });

        it('are on record for work without a request', async () => {
            const visitor = newVisitor(everything);
            await visitor.signIn(person(0).emailAddress);
            await visitor.declare('PERSONALISATION');
            const check = consentCheck(dataSource());
            const ids = people.map(({ id }) => id);
            expect(await check.consenting(ids, 'personalisation')).toEqual(new Set([person(0).id]));
            expect(await check.consenting(ids, 'marketing')).toEqual(new Set());
        });

        it('are given out and erased, and a customer who is deleted takes them along', async () => {
            const customers = shop.server.app.get(CustomerBehaviour);
            const visitor = newVisitor(everything);
            await visitor.signIn(person(0).emailAddress);
            await visitor.declare('ANALYTICS, PERSONALISATION');
            await visitor.view(1);
            await rows();
            expect(await customers.exportCustomer(person(0).id)).toMatchObject([{ productId: 1 }]);
            expect(await customers.eraseCustomer(person(0).id)).toBe(1);
            expect(await customers.exportCustomer(person(0).id)).toEqual([]);

            await visitor.declare('ANALYTICS, PERSONALISATION');
            await visitor.view(2);
            expect(await rows()).toHaveLength(1);
            await shop.adminClient.query(
                parse(`mutation { deleteCustomer(id: "T_${person(0).id}") { result } }`),
            );
            await expect.poll(rows).toEqual([]);
        });
    });

    describe('that nobody would do', () => {
        it('are not taken from machines', async () => {
            const bot = newVisitor(everything, { 'user-agent': 'Googlebot/2.1' });
            expect(await bot.view(1)).toBe(0);
            expect(await rows()).toEqual([]);
            expect(await counts()).toEqual([]);
        });

        it('are not taken beyond the rate', async () => {
            const visitor = newVisitor('analytics');
            const act = '{ productViewed: { productId: "T_1" } }';
            expect(await visitor.report(Array(20).fill(act).join())).toBe(20);
            expect(await visitor.report(Array(20).fill(act).join())).toBeLessThan(20);
            expect(await newVisitor('analytics').report(act)).toBe(1);
        });

        it.each([
            ['{}', 'exactly one'],
            ['{ productViewed: { productId: "nonsense" } }', 'form of an id'],
            ['{ productViewed: { productId: "T_99999999999" } }', 'form of an id'],
            [`{ searched: { term: "${'x'.repeat(5000)}", resultCount: 0 } }`, '100 characters'],
            [Array(21).fill('{ productViewed: { productId: "T_1" } }').join(), 'At most 20'],
        ])('are refused with what is wrong: %#', async (acts, message) => {
            expect(await newVisitor(everything).report(acts)).toContain(message);
            expect(await rows()).toEqual([]);
        });
    });

    it('and old keys are cleaned away when their time has passed', async () => {
        await newVisitor('analytics').view(1);
        await rows();
        await shop.sql(
            `INSERT INTO efi_behaviour_event (at, "channelId", type) SELECT now() - interval '400 days', 1, 'searched'
               FROM generate_series(1, 10001)`,
        );
        await shop.sql(`INSERT INTO efi_behaviour_key (period, secret) VALUES (1, 'old')`);
        const injector = new Injector(shop.server.app.get(ModuleRef));
        expect(
            await cleanBehaviourTask.options.execute({
                injector,
                scheduledContext: RequestContext.empty(),
                params: {},
            }),
        ).toEqual({
            deleted: 10_001,
            keysDestroyed: 1,
        });
        expect(await rows()).toHaveLength(1);
    });

    it('are counted for administrators who may see it, and nobody else', async () => {
        await newVisitor('analytics').view(1);
        await newVisitor().view(1);
        await rows();
        expect(await counts()).toEqual([{ type: 'product-viewed', consented: 1, withoutConsent: 1 }]);
        await expect(
            shop.adminClient.query(parse('{ efiBehaviourCounts(days: 0) { day } }')),
        ).rejects.toThrow('1 to 400');
    });
});
