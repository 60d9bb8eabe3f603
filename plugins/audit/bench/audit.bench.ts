import { startTestPostgres, type TestPostgres } from '@efi/plugin-kit/testing';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asApplication, newTrail, verify } from '../e2e/trail';

const SECONDS = Number(process.env.AUDIT_BENCH_SECONDS ?? 20);
const WRITERS = 4;
/** Entries of one transaction: as a setting writes them, a checkout, and a bulk change. */
const BATCHES = [1, 5, 50];

const ROW = `('transaction', '1', 'administrator', $1, '1', 'updateProductVariants', 'ProductVariant', $1, 'success',
              '{"productVariantPrices": {"1": {"price": 1000}}}', '{"productVariantPrices": {"1": {"price": 1234}}}',
              '{"args": {"input": [{"id": 1, "price": 1234}]}}', '203.0.113.7', 'bench')`;

const insert = (rows: number) => `INSERT INTO efi_audit.entry
    (class, user_id, actor_kind, request_id, channel_id, action, resource_type, resource_id, status, before, after, detail, address, client)
    VALUES ${Array<string>(rows).fill(ROW).join(', ')}`;

/** What the driver, the round trip and a commit take by themselves: no trail on this machine can be faster. */
const PLAIN_TABLE = `CREATE TABLE bench_plain (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text, detail jsonb);
    GRANT INSERT ON bench_plain TO PUBLIC`;
const PLAIN_ROW = `INSERT INTO bench_plain (name, detail) VALUES ($1, '{"price": 1234}')`;

interface Figures {
    readonly name: string;
    readonly perSecond: number;
    readonly p95: number;
    /** Entries that waited to be linked at the end, and how long it took to link them, in milliseconds. */
    readonly waiting: number;
    readonly catchUpMs: number;
}

/**
 * Entries that writers bring in while the chain is linked beside them, and how fast the whole is verified. The
 * throw-away PostgreSQL does not wait for its disk.
 */
describe('the audit trail', () => {
    const found: Figures[] = [];
    let postgres: TestPostgres;
    let url: string;

    beforeAll(async () => {
        postgres = await startTestPostgres();
        process.env.EFI_TEST_DATABASE_URL = postgres.url;
        url = await newTrail('audit_bench');
    }, 120_000);
    afterAll(async () => {
        for (const { name, perSecond, p95, waiting, catchUpMs } of found) {
            process.stdout.write(
                `${name}: ${perSecond} entries/s, p95 ${p95.toFixed(1)} ms, ${waiting} waited at the end and were linked in ${catchUpMs} ms\n`,
            );
        }
        await postgres.stop();
    });

    it.each(BATCHES)(
        'takes entries, %i in a transaction',
        { timeout: SECONDS * 4000 + 60_000 },
        async rows => {
            const end = performance.now() + SECONDS * 1000;
            const linker = await connect();
            const link = async () => {
                while (performance.now() < end) {
                    await linker.query('SELECT efi_audit.link_pending(5000)');
                    await new Promise(resolve => setTimeout(resolve, 200));
                }
            };
            const [times] = await Promise.all([timesOf(insert(rows), end), link()]);
            const { rows: left } = await linker.query<{ n: number }>(
                'SELECT count(*)::int AS n FROM efi_audit.pending',
            );
            const begin = performance.now();
            for (;;) {
                const { rows: done } = await linker.query<{ n: number }>(
                    'SELECT efi_audit.link_pending(5000) AS n',
                );
                if (!done[0]?.n) {
                    break;
                }
            }
            const catchUpMs = Math.round(performance.now() - begin);
            await linker.end();
            found.push({
                name: `${rows} in a transaction`,
                ...ratesOf(times, rows),
                ...{ waiting: left[0]?.n ?? 0, catchUpMs },
            });
            expect(times.length).toBeGreaterThan(0);
        },
    );

    it('is compared with a plain table', { timeout: SECONDS * 4000 }, async () => {
        const owner = new Client({ connectionString: url });
        await owner.connect();
        await owner.query(PLAIN_TABLE);
        await owner.end();
        const times = await timesOf(PLAIN_ROW, performance.now() + SECONDS * 1000);
        found.push({
            name: 'a plain table, 1 in a transaction',
            ...ratesOf(times, 1),
            waiting: 0,
            catchUpMs: 0,
        });
        expect(times.length).toBeGreaterThan(0);
    });

    it('verifies them', { timeout: SECONDS * 20_000 + 60_000 }, async () => {
        const report = await verify(url, undefined, 2000);
        expect(report).toMatchObject({ ok: true, waiting: 0 });
        const perSecond = Math.round((report.links / report.milliseconds) * 1000);
        process.stdout.write(
            `verified ${report.links} entries in ${report.milliseconds} ms: ${perSecond}/s\n`,
        );
    });

    /** How long each of the statements took that the writers did until then, in milliseconds. */
    async function timesOf(text: string, end: number): Promise<number[]> {
        const times: number[] = [];
        const write = async () => {
            const client = await connect();
            while (performance.now() < end) {
                const begin = performance.now();
                await client.query({ name: 'insert', text, values: [String(times.length)] });
                times.push(performance.now() - begin);
            }
            await client.end();
        };
        await Promise.all(Array.from({ length: WRITERS }, write));
        return times;
    }

    async function connect(): Promise<Client> {
        const client = new Client({ connectionString: asApplication(url) });
        await client.connect();
        return client;
    }
});

function ratesOf(times: readonly number[], rows: number): Pick<Figures, 'perSecond' | 'p95'> {
    return {
        perSecond: Math.round((times.length * rows) / SECONDS),
        p95: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN,
    };
}
