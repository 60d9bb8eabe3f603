import { shopCacheMigrations } from '@efi/shop-cache-plugin';
import { createTestDatabase } from '@efi/plugin-kit/testing';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectTo, type OwnPostgres, startOwnPostgres } from '../../e2e/support/own-postgres';
import { VendureCore1764547200000 } from '../../migrations/vendure-core.migration';
import { percentile, type Spread, spread } from '../measuring/statistics';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 9);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
const CONNECTIONS = [1, 10, 50];
/** One for each connection, so that none waits for another's row. */
const VARIANTS = Math.max(...CONNECTIONS);

const GOODS = `
    INSERT INTO stock_location (id, name, description) VALUES (1, 'Here', '');
    INSERT INTO product (id, enabled) SELECT n, true FROM generate_series(1, ${VARIANTS}) n;
    INSERT INTO product_variant (id, sku, "productId", "trackInventory")
        SELECT n, n::text, n, 'TRUE' FROM generate_series(1, ${VARIANTS}) n;
    INSERT INTO stock_level (id, "productVariantId", "stockLocationId", "stockOnHand", "stockAllocated")
        SELECT n, n, 1, 0, 0 FROM generate_series(1, ${VARIANTS}) n;`;

interface Contender {
    readonly name: 'without' | 'with';
    readonly clients: readonly Client[];
}

interface Sample {
    readonly contender: Contender['name'];
    readonly round: number;
    readonly connections: number;
    readonly commitsPerSecond: number;
    readonly p50Ms: number;
    readonly p95Ms: number;
}

let postgres: OwnPostgres;
let contenders: readonly Contender[];
let listener: Client;

beforeAll(async () => {
    postgres = await startOwnPostgres();
    contenders = [await open('without'), await open('with')];
}, 300_000);

afterAll(async () => {
    await listener?.end();
    await Promise.all((contenders ?? []).flatMap(({ clients }) => clients.map(client => client.end())));
    await postgres?.destroy();
});

it('measures what telling of a change adds to a commit', async () => {
    const samples: Sample[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
        const inTurn = round % 2 ? contenders : [...contenders].reverse();
        for (const connections of CONNECTIONS) {
            for (const contender of inTurn) {
                samples.push(await write(contender, round, connections));
            }
        }
    }
    const report = CONNECTIONS.map(connections => lineOf(samples, connections));
    const results = path.join(path.dirname(__dirname), 'results');
    await mkdir(results, { recursive: true });
    await writeFile(
        path.join(results, 'change-triggers.json'),
        `${JSON.stringify({ rounds: ROUNDS, secondsEach: SECONDS, lines: report }, undefined, 4)}\n`,
    );
    process.stdout.write(`${JSON.stringify(report, undefined, 1)}\n`);
    expect(report.every(({ ratio }) => ratio.median > 0)).toBe(true);
}, 1_800_000);

async function open(name: Contender['name']): Promise<Contender> {
    const url = await createTestDatabase(postgres.url, `triggers_${name}`);
    const migrations = [VendureCore1764547200000, ...(name === 'with' ? shopCacheMigrations : [])];
    const dataSource = await new DataSource({ type: 'postgres', url, migrations }).initialize();
    await dataSource.runMigrations({ transaction: 'each' });
    await dataSource.query(GOODS);
    await dataSource.destroy();
    if (name === 'with') {
        // As a server hears it: what is told to nobody costs less.
        listener = await connectTo(url);
        await listener.query('LISTEN efi_shop_changes');
    }
    return { name, clients: await Promise.all(Array.from({ length: VARIANTS }, () => connectTo(url))) };
}

/** The smallest write that a shopper causes: a variant's stock, in a transaction of its own. */
async function write({ name, clients }: Contender, round: number, connections: number): Promise<Sample> {
    const times: number[] = [];
    const began = performance.now();
    await Promise.all(
        clients.slice(0, connections).map(async (client, n) => {
            while (performance.now() - began < SECONDS * 1000) {
                const started = performance.now();
                await client.query({
                    name: 'sell',
                    text: 'UPDATE stock_level SET "stockOnHand" = "stockOnHand" + 1 WHERE id = $1',
                    values: [n + 1],
                });
                times.push(performance.now() - started);
            }
        }),
    );
    return {
        contender: name,
        round,
        connections,
        commitsPerSecond: times.length / ((performance.now() - began) / 1000),
        p50Ms: percentile(times, 0.5),
        p95Ms: percentile(times, 0.95),
    };
}

function lineOf(samples: readonly Sample[], connections: number) {
    const of = (name: Contender['name']) =>
        samples.filter(sample => sample.contender === name && sample.connections === connections);
    const over = (name: Contender['name']): Record<string, Spread> => ({
        commitsPerSecond: spread(of(name).map(sample => sample.commitsPerSecond)),
        p50Ms: spread(of(name).map(sample => sample.p50Ms)),
        p95Ms: spread(of(name).map(sample => sample.p95Ms)),
    });
    const ratio = spread(
        of('with').map(
            sample =>
                sample.commitsPerSecond /
                (of('without').find(({ round }) => round === sample.round)?.commitsPerSecond ?? NaN),
        ),
    );
    return { connections, without: over('without'), with: over('with'), ratio };
}
