import { createTestDatabase, testPostgresUrl } from '@efi/plugin-kit/testing';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { preparing } from '../src/preparing-client';
import { Statements } from '../src/statements';

describe('connections that prepare their statements', () => {
    const warn = vi.fn();
    const clients: Client[] = [];
    let url: string;
    let plain: Client;
    let prepared: Client;

    beforeAll(async () => {
        url = await createTestDatabase(testPostgresUrl(), 'preparing_client');
        plain = await connect(Client);
        await plain.query(`
            CREATE TABLE thing (id int PRIMARY KEY, name text, at timestamptz, tags text[], data jsonb, price numeric);
            INSERT INTO thing SELECT i, 'thing ' || i, '2026-01-01'::timestamptz + i * interval '1 day',
                ARRAY['a', i::text], jsonb_build_object('i', i), i / 3.0 FROM generate_series(1, 50) i`);
    });
    beforeEach(async () => {
        warn.mockClear();
        prepared = await connectPreparing();
    });
    afterAll(() => Promise.all(clients.map(one => one.end())));

    async function connect(Kind: typeof Client): Promise<Client> {
        const client = new Kind({ connectionString: url });
        await client.connect();
        clients.push(client);
        return client;
    }

    function connectPreparing(maxPerConnection = 10): Promise<Client> {
        return connect(preparing(Client, new Statements(maxPerConnection, warn)));
    }

    async function preparedTexts(on: Client): Promise<string[]> {
        const { rows } = await on.query<{ statement: string }>(
            'SELECT statement FROM pg_prepared_statements',
        );
        return rows.map(({ statement }) => statement);
    }

    it('prepares what comes a second time, and gives the same answers as without', async () => {
        const text = 'SELECT * FROM thing WHERE id = ANY($1) AND name LIKE $2 ORDER BY id';
        const values = [[1, 2, 40], 'thing%'];
        const { rows } = await plain.query(text, values);
        for (let time = 0; time < 8; time++) {
            expect((await prepared.query(text, values)).rows).toEqual(rows);
            expect(await preparedTexts(prepared)).toEqual(time === 0 ? [] : [text]);
        }
    });

    it('writes, and says how many rows it wrote', async () => {
        for (let time = 0; time < 3; time++) {
            const { rowCount, rows } = await prepared.query(
                'UPDATE thing SET data = $1 WHERE id <= $2 RETURNING id',
                [{ time }, 3],
            );
            expect([rowCount, rows]).toEqual([3, [{ id: 1 }, { id: 2 }, { id: 3 }]]);
        }
    });

    it('hands on what PostgreSQL refuses, and goes on', async () => {
        const refused = () => prepared.query('SELECT 1 / $1::int AS one', [0]);
        await expect(refused()).rejects.toMatchObject({ code: '22012' });
        await expect(refused()).rejects.toMatchObject({ code: '22012' });
        const unknown = () => prepared.query('SELECT nothing FROM thing WHERE id = $1', [1]);
        await expect(unknown()).rejects.toMatchObject({ code: '42703' });
        await expect(unknown()).rejects.toMatchObject({ code: '42703' });
        expect((await prepared.query('SELECT 4 / $1::int AS one', [2])).rows).toEqual([{ one: 2 }]);
    });

    it('keeps no more than it may, also when it forgets in a transaction that has failed', async () => {
        const few = await connectPreparing(3);
        const ask = async (number: number) => {
            await few.query(`SELECT ${number} + $1::int AS sum`, [1]);
            return (await few.query<{ sum: number }>(`SELECT ${number} + $1::int AS sum`, [1])).rows[0]?.sum;
        };
        for (let number = 0; number < 20; number++) {
            expect(await ask(number)).toBe(number + 1);
        }
        expect(await preparedTexts(few)).toHaveLength(3);
        await few.query('BEGIN');
        await expect(few.query('SELECT 1 / 0')).rejects.toThrow();
        await expect(ask(30)).rejects.toMatchObject({ code: '25P02' });
        await few.query('ROLLBACK');
        expect(await ask(19)).toBe(20);
        expect(await ask(31)).toBe(32);
        expect((await preparedTexts(few)).length).toBeLessThanOrEqual(3);
    });

    describe('when a migration changes what a statement returns', () => {
        const text = 'SELECT * FROM changing WHERE id = $1';
        beforeEach(async () => {
            await plain.query('DROP TABLE IF EXISTS changing; CREATE TABLE changing AS SELECT 1 AS id');
            await prepared.query(text, [1]);
            await prepared.query(text, [1]);
        });

        it('answers all the same', async () => {
            await plain.query('ALTER TABLE changing ADD COLUMN more text DEFAULT $$new$$');
            for (let time = 0; time < 3; time++) {
                expect((await prepared.query(text, [1])).rows).toEqual([{ id: 1, more: 'new' }]);
            }
            expect(await preparedTexts(prepared)).toEqual([text]);
        });

        it('answers all the same when a parameter has another type by now', async () => {
            await plain.query('ALTER TABLE changing ALTER COLUMN id TYPE text');
            for (let time = 0; time < 3; time++) {
                expect((await prepared.query(text, ['1'])).rows).toEqual([{ id: '1' }]);
            }
        });

        it('fails a transaction once, since PostgreSQL has ended it', async () => {
            await plain.query('ALTER TABLE changing ADD COLUMN more text');
            await prepared.query('BEGIN');
            await expect(prepared.query(text, [1])).rejects.toMatchObject({ code: '0A000' });
            await prepared.query('ROLLBACK');
            await prepared.query('BEGIN');
            expect((await prepared.query(text, [1])).rows).toEqual([{ id: 1, more: null }]);
            await prepared.query('COMMIT');
        });
    });

    it('goes on without, and says so, where what it prepared is not kept', async () => {
        const text = 'SELECT $1::int AS one';
        await prepared.query(text, [1]);
        await prepared.query(text, [1]);
        await prepared.query('DEALLOCATE ALL');
        expect((await prepared.query(text, [1])).rows).toEqual([{ one: 1 }]);
        expect((await prepared.query(text, [2])).rows).toEqual([{ one: 2 }]);
        expect(await preparedTexts(prepared)).toEqual([]);
        expect(warn).toHaveBeenCalledTimes(1);
    });

    it('leaves alone who prepares for himself, and who calls back', async () => {
        const named = () => prepared.query({ name: 'mine', text: 'SELECT $1::int AS one', values: [1] });
        await named();
        expect((await named()).rows).toEqual([{ one: 1 }]);
        const rows = await new Promise(resolve =>
            prepared.query('SELECT $1::int AS one', [7], (_, result) => resolve(result.rows)),
        );
        expect(rows).toEqual([{ one: 7 }]);
    });
});
