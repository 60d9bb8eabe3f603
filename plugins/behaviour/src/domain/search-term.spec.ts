import { describe, expect, it } from 'vitest';
import { keptTerm } from './search-term';

describe('a search term', () => {
    it.each([
        ['  Desk   LAMP ', 'desk lamp'],
        ['iphone 15', 'iphone 15'],
        ['a\u0000b', 'a b'],
        ['2024 calendar 12', '2024 calendar 12'],
    ])('%j is kept as %j', (term, kept) => {
        expect(keptTerm(term)).toBe(kept);
    });

    it.each(['', '   ', 'jo@example.org', 'write to jo@example.org', '+49 170 1234567', '0170/123-45-67'])(
        '%j is not kept',
        term => {
            expect(keptTerm(term)).toBeUndefined();
        },
    );
});
