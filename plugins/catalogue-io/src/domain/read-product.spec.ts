import { describe, expect, it } from 'vitest';
import type { Cells } from './cells';
import { type Columns, readColumns } from './columns';
import { unguardFormula } from './formulas';
import { readProduct, type Row } from './read-product';

const market = { mainLanguage: 'en', languages: ['en', 'de'], currencies: ['USD', 'EUR'] };

function columnsOf(names: readonly string[]): Columns {
    const columns = readColumns(names, market);
    if ('wrong' in columns) {
        throw new Error(columns.wrong);
    }
    return columns;
}

function read(...cells: readonly Cells[]) {
    const [first = { line: 2, cells: {} }, ...others] = cells.map((row, index): Row => ({
        line: index + 2,
        cells: row,
    }));
    return readProduct([first, ...others], {
        columns: columnsOf(Object.keys(first.cells)),
        precision: 2,
        slugOf: name => name.toLowerCase().replace(/\s+/g, '-'),
    });
}

describe('the columns of a file', () => {
    it.each([
        [['name', 'sku', 'colour'], 'The column "colour" is not known.'],
        [['name:xx', 'sku'], 'The channel has no language "xx".'],
        [['name', 'sku', 'price:GBP'], 'The channel has no currency "GBP".'],
        [['name', 'sku', 'sku'], 'The column "sku" is there twice.'],
        [['name:de', 'sku'], 'The columns are in de, but not in en.'],
        [['name', 'sku', 'sku:de'], 'The column "sku:de" is not known.'],
    ])('%j are refused: %s', (names, wrong) => {
        expect(readColumns(names, market)).toEqual({ wrong });
    });
});

describe('a product of a file', () => {
    it('has what its rows say, and nothing that they do not say', () => {
        const { product, problems } = read({ name: 'Desk Lamp', sku: ' L-1 ', price: '12.345', enabled: '' });
        expect(problems).toEqual([]);
        expect(product).toMatchObject({
            slug: 'desk-lamp',
            enabled: undefined,
            facets: undefined,
            variants: [{ sku: 'L-1', price: 1235, stockOnHand: undefined, trackInventory: undefined }],
        });
    });

    it('is called in each language as its columns say', () => {
        const { product } = read({
            'name:en': 'Rug',
            'name:de': 'Teppich',
            'slug:en': 'rug',
            'slug:de': '',
            'optionGroups:en': 'size:sizes',
            'optionGroups:de': 'Größe',
            'optionValues:en': 'small',
            'optionValues:de': 'klein',
            facets: 'room:hall',
            sku: 'R',
        });
        expect(product).toMatchObject({
            translations: [
                { languageCode: 'en', name: 'Rug', slug: 'rug' },
                { languageCode: 'de', name: 'Teppich', slug: 'teppich' },
            ],
            optionGroups: [{ code: 'sizes', name: { en: 'size', de: 'Größe' } }],
            facets: [{ facet: { en: 'room', de: 'room' }, value: { en: 'hall', de: 'hall' } }],
            variants: [{ optionValues: { en: ['small'], de: ['klein'] } }],
        });
    });

    it('loses a variant whose row is wrong, and keeps the others', () => {
        const { product, problems } = read(
            { name: 'Pan', sku: 'P-1', price: '1e3' },
            { name: '', sku: 'P-2', price: '5' },
            { name: '', sku: 'P-2', price: '6' },
            { name: '', sku: 'P-3', price: '-1' },
            { name: '', sku: 'P-4', price: '99999999999' },
            { name: '', sku: 'P\u0000', price: '1' },
        );
        expect(product?.variants.map(({ sku, line }) => [sku, line])).toEqual([['P-2', 3]]);
        expect(problems.map(({ line }) => line)).toEqual([2, 4, 5, 6, 7]);
    });

    it('is refused where there are not as many values as option groups', () => {
        const { product, problems } = read({
            name: 'Pan',
            sku: 'P',
            optionGroups: 'size|metal',
            optionValues: 'small',
        });
        expect(product).toBeUndefined();
        expect(problems).toEqual([{ line: 2, reason: 'optionValues has 1 values for 2 option groups.' }]);
    });
});

describe('a text that looks like a formula', () => {
    it('loses the apostrophe of a spreadsheet, and no other text does', () => {
        expect(["'=A1", "''+1", "'tis", '=A1'].map(unguardFormula)).toEqual(['=A1', "'+1", "'tis", '=A1']);
    });
});
