import { describe, expect, it } from 'vitest';
import { writtenHours } from './opening-hours';

const week = { fromDay: 1, toDay: 5, opens: '09:30', closes: '18:00' };

describe('opening hours', () => {
    it.each([
        ['en-US', 'Mon – Fri, 9:30 AM – 6:00 PM'],
        ['de-DE', 'Mo – Fr, 9:30 – 18:00'],
        ['fr-FR', 'lun. – ven., 9:30 – 18:00'],
    ])('are written as %s does', (language, text) => {
        // Some versions of ICU put a narrow space before AM.
        expect(writtenHours(week, language).replaceAll('\u202f', ' ')).toBe(text);
    });

    it('name a single day once, and midnight', () => {
        expect(writtenHours({ fromDay: 7, toDay: 7, opens: '00:00', closes: '24:00' }, 'de-DE')).toBe(
            'So, 0:00 – 0:00',
        );
    });
});
