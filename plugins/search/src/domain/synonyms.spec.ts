import { describe, expect, it } from 'vitest';
import { checkSynonyms, isSameGroup } from './check-synonyms';
import { termQuery } from './search-term';
import { type SynonymGroup, Synonyms } from './synonyms';

const both = (...terms: string[]): SynonymGroup => ({ terms, meanings: [] });
const group = (terms: string[], meanings: string[]): SynonymGroup => ({ terms, meanings });

describe('synonyms', () => {
    const synonyms = new Synonyms(
        [
            both('sofa', 'couch', 'settee'),
            group(['tv', 'telly'], ['television', 'flat screen']),
            both('flat screen', 'monitor'),
            both('canapé', 'divan'),
        ],
        new Map([
            ['couch', 'couch'],
            ['settee', 'sette'],
            ['television', 'televis'],
        ]),
    );

    it('say nothing of words that they do not know', () => {
        expect(synonyms.expand(['red', 'lamp'])).toBeUndefined();
        expect(new Synonyms([]).expand(['sofa'])).toBeUndefined();
        expect(new Synonyms([]).isEmpty).toBe(true);
    });

    it('find each other, and stand beside the word that was typed', () => {
        expect(synonyms.expand(['Couch'])).toEqual([[['Couch'], ['sofa'], ['settee']]]);
        expect(synonyms.expand(['red', 'sofa'])).toEqual([[['red']], [['sofa'], ['couch'], ['settee']]]);
    });

    it('lead one way where they have a meaning', () => {
        expect(synonyms.expand(['tv'])).toEqual([[['tv'], ['television'], ['flat', 'screen']]]);
        expect(synonyms.expand(['television'])).toBeUndefined();
    });

    it('may be several words, of which the longest term counts', () => {
        expect(synonyms.expand(['flat', 'screen', 'black'])).toEqual([
            [['flat', 'screen'], ['monitor']],
            [['black']],
        ]);
        expect(synonyms.expand(['flat', 'shoes'])).toBeUndefined();
    });

    it('need no accents', () => {
        expect(synonyms.expand(['canape'])).toEqual([[['canape'], ['divan']]]);
    });

    it('are found by other forms of their words, once the stem is known', () => {
        expect(synonyms.undecided(['sofas', 'settees', 'lamp', 'sofa', 'soft'])).toEqual([
            'sofas',
            'settees',
        ]);
        expect(synonyms.expand(['settees'])).toBeUndefined();
        expect(synonyms.expand(['settees'], new Map([['settees', 'sette']]))).toEqual([
            [['settees'], ['sofa'], ['couch'], ['settee']],
        ]);
    });

    it('are found by their beginning, where it is the last word and has four letters', () => {
        expect(synonyms.expand(['tell'])).toEqual([[['tell'], ['television'], ['flat', 'screen']]]);
        expect(synonyms.expand(['tel'])).toBeUndefined();
        expect(synonyms.expand(['coucx', 'red'])).toBeUndefined();
    });

    it('are spelt right', () => {
        const noStems = new Map<string, string>();
        expect(['Settee', 'sett', 'television', 'divan'].map(word => synonyms.knows(word, noStems))).toEqual([
            true,
            true,
            true,
            true,
        ]);
        expect(synonyms.knows('setty', noStems)).toBe(false);
        expect(synonyms.knows('settees', new Map([['settees', 'sette']]))).toBe(true);
    });

    it('are beginnings of words in the query, all words of one in the same field', () => {
        expect(termQuery(['tv'], synonyms.expand(['tv']))).toMatchObject({
            words: ['tv'],
            anywhere: `(('tv':*) | ('television':*) | ('flat':* & 'screen':*))`,
            inOneField: expect.stringContaining(
                `((('tv':*B) | ('television':*B) | ('flat':*B & 'screen':*B)))`,
            ) as unknown,
        });
        const one = termQuery(['sofa'], synonyms.expand(['sofa']));
        expect(one.inOneField).toBe(one.anywhere);
    });
});

describe('a group of synonyms', () => {
    it.each([
        [both('sofa', 'couch')],
        [group(['tv'], ['television'])],
        [both(...Array.from({ length: 20 }, (_, index) => `word${index}`))],
    ])('is fine: %j', input => {
        expect(checkSynonyms(input)).toBeUndefined();
    });

    it.each([
        [both('sofa'), { field: 'terms', reason: 'TOO_FEW' }],
        [group([], ['sofa']), { field: 'terms', reason: 'TOO_FEW' }],
        [
            both(...Array.from({ length: 21 }, (_, index) => `word${index}`)),
            { field: 'terms', reason: 'TOO_MANY' },
        ],
        [both('sofa', ' !& '), { field: 'terms', reason: 'NO_WORD', value: ' !& ' }],
        [both('sofa', 'a b c d e'), { field: 'terms', reason: 'TOO_LONG', value: 'a b c d e' }],
        [both('sofa', 'x'.repeat(61)), { field: 'terms', reason: 'TOO_LONG', value: 'x'.repeat(61) }],
        [both('sofa', 'Sofá'), { field: 'terms', reason: 'REPEATED', value: 'Sofá' }],
        [group(['tv'], ['TV']), { field: 'meanings', reason: 'REPEATED', value: 'TV' }],
    ])('is refused: %j', (input, problem) => {
        expect(checkSynonyms(input)).toEqual(problem);
    });

    it('says the same as another one in any order', () => {
        expect(isSameGroup(both('sofa', 'Couch'), both('couch', 'sofa'))).toBe(true);
        expect(isSameGroup(both('tv', 'television'), group(['tv'], ['television']))).toBe(false);
    });
});
