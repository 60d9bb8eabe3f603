import { beforeAll, describe, expect, it } from 'vitest';
import { anchor, asApplication, link, newTrail, run, verify, withHashes } from './trail';

const MAIL = 'xaverine@example.org';

/** Whom something is to be forgotten of. */
interface Person {
    readonly customers: readonly number[];
    readonly users: readonly string[];
    readonly strings: readonly string[];
}

/** What the conditions ask of the application's tables: customer 7 with an account and an order, and somebody else. */
const SHOP = `
    CREATE TABLE customer (id int, "userId" int);
    CREATE TABLE "order" (id int, "customerId" int);
    CREATE TABLE payment (id int, "orderId" int);
    CREATE TABLE refund (id int, "paymentId" int);
    CREATE TABLE order_line (id int, "orderId" int);
    CREATE TABLE stock_movement (id int, "orderLineId" int);
    INSERT INTO customer VALUES (7, 70), (8, 80);
    INSERT INTO "order" VALUES (700, 7), (800, 8);`;

const WRITE = `INSERT INTO efi_audit.entry (class, actor_kind, user_id, action, resource_type, resource_id, status,
        address, client, said)
    VALUES ('transaction', $1, $2, $3, $4, $5, 'success', '203.0.113.77', 'curl', $6)`;
const SAID = '{"salt": "s", "texts": ["called"]}';

/** By actor, account, action, and what it is about. Their numbers are those of the entries. */
const ACTS = [
    ['customer', '70', 'act-1', null, null, SAID],
    ['customer', '80', 'act-2', null, null, SAID],
    ['administrator', '1', 'act-3', 'Order', '700', SAID],
    ['anonymous', null, 'act-4', 'Order', '700', SAID],
    ['administrator', '70', 'act-5', null, null, SAID],
    ['administrator', '1', 'act-6', null, null, `{"salt": "s", "texts": ["wrote to ${MAIL}"]}`],
] as const;

describe('the audit trail when somebody is erased', () => {
    let trail: string;
    /** As the application's role. */
    const forget = (
        ids: number[],
        what: string,
        { customers = [7], users = ['70'], strings = [MAIL] }: Partial<Person> = {},
    ) =>
        run(asApplication(trail), 'SELECT efi_audit.forget($1, $2, $3, $4, $5) AS count', [
            ...[customers, users, strings, ids, what],
        ]);
    const read = () =>
        run(
            trail,
            'SELECT action, address, client, said, salt FROM efi_audit.entry WHERE id < 7 ORDER BY id',
        );

    beforeAll(async () => {
        trail = await newTrail('audit_forget');
        await run(trail, SHOP);
        for (const act of ACTS.slice(0, 3)) {
            await run(asApplication(trail), WRITE, [...act]);
        }
        await run(
            trail,
            `INSERT INTO efi_audit.alert (pattern, address, last_at, last_entry, count)
             VALUES ('denials-address', '203.0.113.77', now(), 1, 1)`,
        );
        await link(trail);
        await anchor(trail);
        // Not linked when it is erased.
        for (const act of ACTS.slice(3)) {
            await run(asApplication(trail), WRITE, [...act]);
        }
    });

    it('has nothing erased of anybody whose erasure it does not tell of', async () => {
        await expect(forget([1], 'all')).rejects.toThrow('no erasure of customer 7');
        await expect(forget([1], 'all', { customers: [] })).rejects.toThrow('no erasure of customer nobody');
        await run(
            asApplication(trail),
            `INSERT INTO efi_audit.entry (class, actor_kind, action, resource_type, resource_id, status)
             VALUES ('security', 'system', 'begin-erasure', 'Customer', '7', 'success')`,
        );
        await expect(forget([2], 'all', { customers: [7, 8] })).rejects.toThrow('no erasure of customer 8');
    });

    it.each([
        ['of somebody else', [1, 2], 'all', {}, 'Entry 2 is about nobody'],
        ['where staff acted from', [3], 'all', {}, 'Entry 3 is about nobody'],
        ['where staff acted from, by their account', [5], 'all', {}, 'Entry 5 is about nobody'],
        ['that says nothing of the person', [2], 'said', {}, 'Entry 2 is about nobody'],
        ['by the account of another', [2], 'all', { users: ['70', '80'] }, 'Account 80 is of nobody'],
        ['by a word that anybody may have written', [6], 'said', { strings: ['wrote'] }, 'addresses of mail'],
    ] as const)('has nothing erased %s', async (_, ids, what, person, message) => {
        await expect(forget([...ids], what, person)).rejects.toThrow(message);
        expect(await run(trail, 'SELECT FROM efi_audit.entry WHERE said IS NULL AND id < 7')).toEqual([]);
    });

    it('does not take a table of the caller for one of the shop', async () => {
        const shadowed = `CREATE TEMP TABLE customer AS SELECT 7 AS id, 80 AS "userId";
            SELECT efi_audit.forget('{7}', '{80}', '{}', '{2}', 'all');`;
        await run(trail, `GRANT TEMPORARY ON DATABASE audit_forget TO audit_forget_app`);
        await expect(run(asApplication(trail), shadowed)).rejects.toThrow('Account 80 is of nobody');
    });

    it('has the personal part of its entries erased, the free text alone of others, once', async () => {
        expect(await forget([1, 4], 'all')).toEqual([{ count: 2 }]);
        expect(await forget([3, 6], 'said')).toEqual([{ count: 2 }]);
        expect(await forget([1, 4], 'all')).toEqual([{ count: 0 }]);
        const gone = { address: null, client: null, said: null, salt: null };
        const there = { address: '203.0.113.77', client: 'curl', salt: expect.any(String) as string };
        expect(await read()).toEqual([
            { action: 'act-1', ...gone },
            { action: 'act-2', ...there, said: { salt: 's', texts: ['called'] } },
            { action: 'act-3', ...there, said: null },
            { action: 'act-4', ...gone },
            { action: 'act-5', ...there, said: { salt: 's', texts: ['called'] } },
            { action: 'act-6', ...there, said: null },
        ]);
        expect(await run(trail, 'SELECT address FROM efi_audit.alert')).toEqual([{ address: null }]);
    });

    it('is whole afterwards, and tells of it', async () => {
        await link(trail);
        expect(await verify(trail)).toMatchObject({ ok: true, links: 9 });
        expect(
            await run(trail, `SELECT detail FROM efi_audit.entry WHERE action = 'forget-person' ORDER BY id`),
        ).toEqual([
            { detail: { what: 'all', entries: [1, 4], customers: [7] } },
            { detail: { what: 'said', entries: [3, 6], customers: [7] } },
        ]);
    });

    it.each([
        `UPDATE efi_audit.entry SET address = NULL`,
        `UPDATE efi_audit.entry e SET said = NULL, said_hash = '' WHERE id = 2`,
        `UPDATE efi_audit.entry e SET origin_hash = ORIGIN, address = NULL, client = NULL, salt = NULL, action = 'x' WHERE id = 2`,
        `UPDATE efi_audit.entry e SET salt = gen_random_uuid() WHERE id = 2`,
    ])('refuses its owner: %s', async statement => {
        await expect(run(trail, withHashes(statement))).rejects.toThrow('can only be added to');
    });

    it('lets nobody but the application forget, nor anything else be forgotten', async () => {
        await expect(forget([2], 'entry')).rejects.toThrow('all or said');
        await run(
            trail,
            `DO $$ BEGIN CREATE ROLE audit_stranger LOGIN PASSWORD 'p';
            EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
        );
        const stranger = Object.assign(new URL(trail), { username: 'audit_stranger', password: 'p' });
        await expect(
            run(stranger.href, `SELECT efi_audit.forget('{7}', '{}', '{}', '{2}', 'all')`),
        ).rejects.toThrow('permission denied');
    });
});
