import { describe, expect, it } from 'vitest';
import { settingsOf } from './settings';

describe('settings of a run', () => {
    it('measures everything by default', () => {
        const { rows, contenders, connections, products } = settingsOf({});
        expect(rows).toHaveLength(12);
        expect(contenders).toContain('ours, cached');
        expect({ connections, products }).toEqual({ connections: [1, 10, 50], products: 10_000 });
    });

    it('measures a part', () => {
        const part = settingsOf({ BENCH_ROWS: 'list; cold start', BENCH_PEERS: 'stock;ours, cached' });
        expect(part.rows).toEqual(['list', 'cold start']);
        expect(part.contenders).toEqual(['stock', 'ours, cached']);
    });

    it.each([
        [{ BENCH_ROWS: 'lists' }, 'BENCH_ROWS has "lists"'],
        [{ BENCH_SECONDS: '0' }, 'BENCH_SECONDS has "0"'],
        [{ BENCH_CONNECTIONS: '1,ten' }, 'BENCH_CONNECTIONS has "ten"'],
    ])('refuses %o', (env, message) => {
        expect(() => settingsOf(env)).toThrow(message);
    });
});
