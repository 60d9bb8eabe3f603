import { describe, expect, it } from 'vitest';
import { plotOf } from './plot';

const widthsIn = (svg: string) =>
    [
        ...svg.matchAll(
            /<rect class="[ab]" x="[\d.]+" y="\d+" width="([\d.]+)" height="12" rx="2"\/><text x="[\d.]+" y="\d+" font-size/g,
        ),
    ].map(([, width]) => Number(width));

describe('the plot of ratios', () => {
    it('draws a hundred times twice as far as ten times', () => {
        const svg = plotOf(
            'Times',
            ['ours'],
            [
                { row: 'list', of: 'ours', times: 10 },
                { row: 'menu', of: 'ours', times: 100 },
            ],
        );
        const [ten = NaN, hundred = NaN] = widthsIn(svg);
        expect(hundred / ten).toBeCloseTo(2, 1);
        expect(svg).toContain('10 ×</text>');
    });

    it('draws who is slower to the other side of one', () => {
        const svg = plotOf(
            'Times',
            ['ours'],
            [
                { row: 'list', of: 'ours', times: 0.1 },
                { row: 'menu', of: 'ours', times: 10 },
            ],
        );
        const [slower = NaN, faster = NaN] = widthsIn(svg);
        expect(slower).toBeCloseTo(faster, 0);
        expect(svg).toContain('0.1 ×</text>');
    });

    it('does not let a name out of its place', () => {
        expect(plotOf('a < b & "c"', ['x'], [{ row: '<b>', of: 'x', times: 2 }])).not.toContain('<b>');
    });
});
