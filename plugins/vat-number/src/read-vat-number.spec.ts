import { describe, expect, it } from 'vitest';
import { readVatNumber } from './read-vat-number';

/** One of each country, as VIES writes it. */
const numbers = [
    'ATU13585627',
    'BE0428759497',
    'BG175074752',
    'CY10259033P',
    'CZ25123891',
    'DE136695976',
    'DK13585628',
    'EE100931558',
    'EL094259216',
    'ESA13585625',
    'FI20774740',
    'FR40303265045',
    'HR33392005961',
    'HU12892312',
    'IE6433435F',
    'IT00743110157',
    'LT119511515',
    'LU15027442',
    'LV40003521600',
    'MT11679112',
    'NL004495445B01',
    'PL8567346215',
    'PT501964843',
    'RO18547290',
    'SE556188840401',
    'SI50223054',
    'SK2022749619',
    'XI980780684',
];

describe('a VAT number', () => {
    it.each(numbers)('is read: %s', vatNumber => {
        expect(readVatNumber(vatNumber)).toEqual({ ok: true, vatNumber });
    });

    // Swapped: the last two digits, which every scheme of check digits notices.
    it.each(['DE136695967', 'FR40303265054', 'IT00743110175', 'EL094259261', 'PL8567346251', 'XI980780648'])(
        'with digits that were mistyped is refused: %s',
        vatNumber => {
            expect(readVatNumber(vatNumber)).toEqual({ ok: false, problem: 'CHECK_DIGITS' });
        },
    );

    it.each([
        [' de 136.695-976 ', 'DE136695976'],
        ['GR 094259216', 'EL094259216'],
        ['nl 0044.95.445.b01', 'NL004495445B01'],
        ['be 428 759 497', 'BE0428759497'],
    ])('is read as people write it: %s', (text, vatNumber) => {
        expect(readVatNumber(text)).toEqual({ ok: true, vatNumber });
    });

    it.each(['', 'DE', 'DE1366959', 'DE136695976000', 'DE13669597X', 'DE136695976;--', 'D'.repeat(41)])(
        'is not made of: %s',
        text => {
            expect(readVatNumber(text).ok).toBe(false);
        },
    );

    it.each(['US123456789', 'GB980780684', 'CHE107787577', '136695976', '__proto__', 'constructor'])(
        'of no country of the EU is refused: %s',
        text => {
            expect(readVatNumber(text).ok).toBe(false);
        },
    );

    it('without letters is read as one of the country that is given', () => {
        expect(readVatNumber('00743110157', 'IT')).toEqual({ ok: true, vatNumber: 'IT00743110157' });
        expect(readVatNumber('A13585625', 'ES')).toEqual({ ok: true, vatNumber: 'ESA13585625' });
        expect(readVatNumber('094259216', 'GR')).toEqual({ ok: true, vatNumber: 'EL094259216' });
        expect(readVatNumber('136695976', 'US')).toEqual({ ok: false, problem: 'COUNTRY' });
        expect(readVatNumber('136695967', 'DE')).toEqual({ ok: false, problem: 'CHECK_DIGITS' });
    });

    it('keeps its own country where another is given', () => {
        expect(readVatNumber('DE136695976', 'FR')).toEqual({ ok: true, vatNumber: 'DE136695976' });
        expect(readVatNumber('DE136695967', 'FR')).toEqual({ ok: false, problem: 'CHECK_DIGITS' });
    });
});
