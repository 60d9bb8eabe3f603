import { describe, expect, it } from 'vitest';
import { wordPatterns } from './search-words';

describe('what somebody looks for', () => {
    it('is each of its words, anywhere', () => {
        expect(wordPatterns('  red  lamp ')).toEqual(['%red%', '%lamp%']);
        expect(wordPatterns(' ')).toEqual([]);
    });

    it('means signs of LIKE as they stand', () => {
        expect(wordPatterns(String.raw`50% a_b c\d`)).toEqual([
            String.raw`%50\%%`,
            String.raw`%a\_b%`,
            String.raw`%c\\d%`,
        ]);
    });

    it('is not read on for ever', () => {
        expect(wordPatterns('a '.repeat(100))).toHaveLength(8);
    });
});
