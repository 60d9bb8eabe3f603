import { describe, expect, it } from 'vitest';
import { comparedRows } from './comparison';

const product = (options: Record<string, string[]>, facets: Record<string, string[]>) => ({
    optionGroups: Object.entries(options).map(([name, values]) => ({
        id: name,
        name,
        // As Vendure gives them: in no order of the merchandiser's.
        options: values.toReversed().map(value => ({ id: value, name: value })),
    })),
    facetValues: Object.entries(facets).flatMap(([facet, values]) =>
        values.map(name => ({ name, facet: { id: facet, name: facet } })),
    ),
    variants: Object.values(options).flatMap(values => values.map(id => ({ options: [{ id }] }))),
});

describe('rows of a comparison', () => {
    it('say what each product has, and where they differ', () => {
        const small = product({ RAM: ['8 GB', '16 GB'] }, { Brand: ['Acme'], Colour: ['red'] });
        const large = product({ RAM: ['16 GB'] }, { Brand: ['Acme'] });
        expect(comparedRows([small, large])).toEqual([
            { name: 'RAM', values: ['8 GB, 16 GB', '16 GB'], differs: true },
            { name: 'Brand', values: ['Acme', 'Acme'], differs: false },
            { name: 'Colour', values: ['red', ''], differs: true },
        ]);
    });

    it('are none without products', () => expect(comparedRows([])).toEqual([]));
});
