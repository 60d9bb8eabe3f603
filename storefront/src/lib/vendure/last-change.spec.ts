import { describe, expect, it } from 'vitest';
import { lastChange } from './last-change';

const [first, second] = ['2026-12-01T00:00:00.000Z', '2026-12-24T18:00:00.000Z'] as const;
const at = (moment: string, later = 0) => Date.parse(moment) + later;

describe('what the clock has changed', () => {
    it('is nothing before the first moment, and where nothing is planned', () => {
        expect(lastChange([first, second], at(first, -1))).toBe('');
        expect(lastChange([], at(first))).toBe('');
    });

    it('is another with each moment that passes', () => {
        expect(lastChange([first, second], at(first, 1_000))).toBe(first);
        expect(lastChange([first, second], at(second, -1))).toBe(first);
        expect(lastChange([first, second], at(second, 1_000))).toBe(second);
    });

    it('waits a second for a server whose clock is behind', () => {
        expect(lastChange([first], at(first, 999))).toBe('');
    });
});
