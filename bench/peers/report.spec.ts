import { describe, expect, it } from 'vitest';
import type { Sample } from './measure';
import { pageOf } from './page';
import { onceOf, rowOf } from './report';

const sample = (contender: Sample['contender'], round: number, perSecond: number): Sample => ({
    ...{ contender, round, perSecond, connections: 10, milliseconds: [1, 2, 3, 100] },
    ...{ statements: NaN, sqlMs: NaN, planningMs: NaN, processorMs: 2.3456, memoryMb: 200, hitShare: 0.5 },
});
const samples = [
    sample('stock', 1, 10),
    sample('stock', 2, 20),
    sample('ours', 1, 100),
    sample('ours', 2, 300),
    sample('ours', 3, 1),
];

describe('what is reported of a row', () => {
    it('compares within a round only', () => {
        const { ratios } = rowOf('list', samples);
        expect(ratios).toEqual([
            { of: 'ours', to: 'stock', connections: 10, times: { median: 10, min: 10, max: 15 } },
        ]);
    });

    it('looks at the times of all rounds, and says nothing of what nobody counted', () => {
        const line = rowOf('list', samples).lines.find(({ contender }) => contender === 'stock');
        expect(line).toMatchObject({ answers: 8, p50Ms: 2, p95Ms: 100, processorMs: 2.35, statements: null });
    });

    it('says how many times as long others took', () => {
        const { timesFaster, taken } = onceOf(
            'reindex',
            { ours: [2], stock: [30, 40, 50], 'ours, cached': [2] },
            { products: 10, imported: 5 },
        );
        expect(timesFaster).toEqual({ stock: 20 });
        expect(taken.stock).toEqual({ median: 40, min: 30, max: 50 });
    });

    it('is a page that says "none" where there is nobody to compare with', () => {
        const around = { seconds: 5, rounds: 2, machine: { cpus: 2, node: '20', loadBefore: 0.5 } };
        const { markdown, plots } = pageOf([
            { ...around, products: 54, ...rowOf('list', samples) },
            {
                ...around,
                products: 2_000,
                ...onceOf('import', { ours: [1] }, { products: 2_000, imported: 5 }),
            },
        ]);
        expect(markdown).toContain('| list | 10 | 10 (10 to 15) | none | none | none |');
        expect(markdown).toContain('| import, 5 products | ours | 1 |  |');
        expect(markdown.indexOf('## 2,000 products')).toBeLessThan(markdown.indexOf('## 54 products'));
        expect(plots['peers-54.svg']).toContain('10 ×');
    });
});
