import { paymentScreening } from '@efi/plugin-kit';
import { startTestPostgres, type TestPostgres } from '@efi/plugin-kit/testing';
import { RequestContextService, TransactionalConnection } from '@vendure/core';
import { randomUUID } from 'node:crypto';
import os from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tradeWithFrauds } from '../e2e/past-decisions';
import { screenedShop } from '../e2e/screened-shop';
import { TrainFraudModel } from '../src/infrastructure/training/train-fraud-model';
import { fillOrders, orderOf, requestOf } from './invented-checkouts';

const ATTEMPTS = 1_500;
const WARM_UP = 200;
const ORDERS = 20_000;

interface Figures {
    readonly name: string;
    readonly statements: number;
    readonly p50: number;
    readonly p95: number;
    readonly p99: number;
    readonly perSecond: number;
}

/** From the question to the stored decision, in the server's process. Asserts how many statements, and no time. The
 * throw-away PostgreSQL does not wait for its disk. */
describe('screening', async () => {
    const shop = await screenedShop({ budgetMs: 30_000 });
    const found: Figures[] = [];
    let postgres: TestPostgres;
    let orderIds: number[];
    let next = 0;

    beforeAll(async () => {
        postgres = await startTestPostgres();
        process.env.EFI_TEST_DATABASE_URL = postgres.url;
        await shop.start();
        orderIds = await fillOrders(shop, ORDERS);
        await tradeWithFrauds(shop, 3_000, 160);
        await shop.sql('ANALYZE');
    }, 300_000);
    afterAll(async () => {
        process.stdout.write(tableOf(found));
        await shop.stop();
        await postgres.stop();
    });

    async function measure(name: string, atOnce: number): Promise<void> {
        const { app } = shop.server;
        const screening = paymentScreening(app.get(TransactionalConnection).rawConnection);
        const ctx = await app.get(RequestContextService).create({ apiType: 'shop' });
        const attempt = async (): Promise<number> => {
            const index = next++;
            const [request, order] = [requestOf(ctx, index), orderOf(orderIds, index)];
            const began = performance.now();
            await screening.screen(request, {
                ...{
                    intentId: randomUUID(),
                    order,
                    gateway: 'cards',
                    canStepUp: true,
                    isCapturedAtOnce: true,
                },
                money: { amount: 6_000 + (index % 900), currency: 'USD' },
            });
            return performance.now() - began;
        };
        const attempts = async (count: number): Promise<number[]> => {
            const times: number[] = [];
            const lane = async () => {
                while (count-- > 0) {
                    times.push(await attempt());
                }
            };
            await Promise.all(Array.from({ length: atOnce }, lane));
            return times;
        };
        await attempts(WARM_UP);
        const before = await scored();
        shop.statements.seen.length = 0;
        const began = performance.now();
        const times = (await attempts(ATTEMPTS)).sort((a, b) => a - b);
        const seconds = (performance.now() - began) / 1_000;
        const statements = shop.statements.seen.filter(statement => statement.includes('efi_fraud_')).length;
        expect((await scored()) - before).toBe(ATTEMPTS);
        expect(statements).toBeLessThanOrEqual(3 * ATTEMPTS);
        const at = (share: number) => times[Math.floor(share * times.length)] ?? NaN;
        found.push({
            name: `${name}, ${atOnce} at a time`,
            statements: Math.round((100 * statements) / ATTEMPTS) / 100,
            ...{ p50: at(0.5), p95: at(0.95), p99: at(0.99) },
            perSecond: ATTEMPTS / seconds,
        });
    }

    async function scored(): Promise<number> {
        const [row] = await shop.sql<{ n: number }>(
            `SELECT count(*)::int AS n FROM efi_fraud_decision WHERE basis = 'scored'`,
        );
        return row?.n ?? 0;
    }

    it('by rules alone', async () => {
        await measure('rules alone', 1);
        await measure('rules alone', 10);
    }, 300_000);

    it('with a model in place', async () => {
        const training = shop.server.app.get(TrainFraudModel);
        const result = await training.run(() => undefined, new AbortController().signal);
        expect(result).toMatchObject({ trained: true, promoted: true });
        await measure('model in place', 1);
        await measure('model in place', 10);
    }, 300_000);
});

function tableOf(found: readonly Figures[]): string {
    const lines = found.map(({ name, statements, p50, p95, p99, perSecond }) => {
        const times = [p50, p95, p99].map(ms => ms.toFixed(1));
        return `| ${[name, statements, ...times, perSecond.toFixed(0)].join(' | ')} |`;
    });
    return [
        `${ATTEMPTS} attempts each, ${os.cpus().length} cores, load ${os.loadavg()[0]?.toFixed(1)}`,
        '',
        '| | statements | median ms | 95 % ms | 99 % ms | attempts/s |',
        '| --- | --- | --- | --- | --- | --- |',
        ...lines,
        '',
    ].join('\n');
}
