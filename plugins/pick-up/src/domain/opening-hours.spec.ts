import { describe, expect, it } from 'vitest';
import { readOpeningHours } from './opening-hours';

describe('opening hours', () => {
    it('are read as schema.org writes them', () => {
        expect(readOpeningHours('Mo-Fr 09:30-18:00;  Sa 10:00-16:00;Su 00:00-24:00')).toEqual({
            ok: true,
            hours: [
                { fromDay: 1, toDay: 5, opens: '09:30', closes: '18:00' },
                { fromDay: 6, toDay: 6, opens: '10:00', closes: '16:00' },
                { fromDay: 7, toDay: 7, opens: '00:00', closes: '24:00' },
            ],
        });
    });

    it('may be none', () => {
        expect(readOpeningHours('  ')).toEqual({ ok: true, hours: [] });
    });

    it.each([
        'daily',
        'Xx 09:00-18:00',
        'Fr-Mo 09:00-18:00',
        'Mo 9:00-18:00',
        'Mo 09:00-24:30',
        'Mo 18:00-09:00',
        'Mo 09:00-09:00',
    ])('are not “%s”, which is named', part => {
        expect(readOpeningHours(`Mo-Fr 09:00-17:00; ${part}`)).toEqual({ ok: false, part });
    });
});
