import { describe, expect, it } from 'vitest';
import { readTerm } from './search-term';
import { textConfiguration } from './text-configuration';

describe('a term', () => {
    it('of two characters or less does not restrict the search', () => {
        expect([undefined, null, '', 'ab'].map(readTerm)).toEqual([
            undefined,
            undefined,
            undefined,
            undefined,
        ]);
    });

    it('is taken as beginnings of words', () => {
        expect(readTerm('lamp')).toEqual({ words: ['lamp'], anywhere: `'lamp':*`, inOneField: `'lamp':*` });
    });

    it('with several words asks one field for all of them', () => {
        expect(readTerm(' desk  lamp ')).toEqual({
            words: ['desk', 'lamp'],
            anywhere: `'desk':* & 'lamp':*`,
            inOneField:
                `('desk':*A & 'lamp':*A) | ('desk':*B & 'lamp':*B) | ` +
                `('desk':*C & 'lamp':*C) | ('desk':*D & 'lamp':*D)`,
        });
    });

    it('can say nothing in the language of PostgreSQL', () => {
        expect(readTerm(`a' | !"b":*A&(c)\\\0d`)?.words).toEqual(['a', 'b', '*A', 'c', 'd']);
        expect(readTerm('!&|()')).toEqual({ words: [], anywhere: '', inOneField: '' });
    });

    it('is cut when it is no search any more', () => {
        const { words } = readTerm(`${'x'.repeat(5_000)} ${'word '.repeat(500)}`)!;
        expect(words).toHaveLength(16);
        expect(words[0]).toHaveLength(100);
    });
});

describe('the rules for stems', () => {
    it('follow the language, whatever its region', () => {
        expect(['en', 'de', 'pt_BR', 'zh_Hans'].map(textConfiguration)).toEqual([
            'english',
            'german',
            'portuguese',
            'simple',
        ]);
    });
});
