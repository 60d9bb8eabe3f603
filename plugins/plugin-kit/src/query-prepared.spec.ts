import type { EntityManager, QueryRunner } from 'typeorm';
import { afterEach, describe, expect, it, vi } from 'vitest';

/** pg takes a statement with a name, or a text and values. */
type Sent = [{ name: string; text: string }] | [text: string, values: unknown[]];

const MORE_THAN_ENOUGH = 1_000;

async function freshProcess() {
    vi.resetModules();
    const { amongFirst, preparing, queryPrepared } = await import('./query-prepared.js');
    const { setMetrics } = await import('./metrics.js');
    const counted: string[] = [];
    const nothing = { set: () => undefined, observe: () => undefined };
    setMetrics({
        counter: name => ({ increment: () => void counted.push(name) }),
        gauge: () => nothing,
        histogram: () => nothing,
    });
    const sent: Sent[] = [];
    const query = (...statement: Sent) => {
        sent.push(statement);
        return Promise.resolve({ rows: [] });
    };
    const runner = { connect: () => Promise.resolve({ query }) } as unknown as QueryRunner;
    const manager = {
        queryRunner: runner,
        connection: { logger: { logQuery: () => undefined } },
    } as unknown as EntityManager;
    const names = () => sent.flatMap(([statement]) => (typeof statement === 'string' ? [] : statement.name));
    return { amongFirst, preparing, queryPrepared, manager, runner, sent, names, counted };
}

describe('statements that are prepared', () => {
    afterEach(() => vi.resetModules());

    it('are few, however many are sent, and the first ones stay so', async () => {
        const { queryPrepared, manager, sent, names, counted } = await freshProcess();
        for (let index = 0; index < MORE_THAN_ENOUGH; index++) {
            await queryPrepared(manager, `SELECT ${index} WHERE $1`, [true]);
        }
        expect(new Set(names()).size).toBe(256);
        expect(sent.at(-1)).toEqual([`SELECT ${MORE_THAN_ENOUGH - 1} WHERE $1`, [true]]);
        expect(counted).toEqual(
            Array.from({ length: MORE_THAN_ENOUGH - 256 }, () => 'efi_unprepared_statements_total'),
        );
        await queryPrepared(manager, 'SELECT 0 WHERE $1', [true]);
        expect(names()).toHaveLength(257);
        expect(names().at(-1)).toBe(names()[0]);
    });

    it('are few of query builders, too', async () => {
        const { preparing, runner, names } = await freshProcess();
        const client = (await preparing(runner).connect()) as {
            query(text: string, values?: unknown[]): Promise<unknown>;
        };
        for (let index = 0; index < MORE_THAN_ENOUGH; index++) {
            await client.query(`SELECT ${index}`);
        }
        expect(names()).toHaveLength(256);
    });

    it('are so many of a kind as it has a share, the first ones', async () => {
        const { amongFirst } = await freshProcess();
        const isPrepared = amongFirst(2);
        expect(['a', 'b', 'c', 'a', 'c', 'b'].map(isPrepared)).toEqual([
            true,
            true,
            false,
            true,
            false,
            true,
        ]);
    });
});
