import { describe, expect, it } from 'vitest';
import { draftOf, readIn, textsOf, withPurpose, withText } from './draft';

const texts = [
    { purpose: 'ANALYTICS', languageCode: 'en', title: 'Statistics', text: 'What is viewed.' },
    { purpose: 'ANALYTICS', languageCode: 'de', title: 'Statistik', text: 'Was angesehen wird.' },
    { purpose: 'MARKETING', languageCode: 'en', title: 'News', text: 'By mail.' },
];

describe('a draft of consent texts', () => {
    it('says what the version says, and is published as it is', () => {
        expect(textsOf(draftOf(texts))).toEqual(texts);
    });

    it('is changed a text at a time, without a change to what it was made from', () => {
        const draft = draftOf(texts);
        const changed = withText(draft, 'MARKETING', 'fr', { title: 'Nouvelles' });
        expect(textsOf(changed)).toContainEqual({
            purpose: 'MARKETING',
            languageCode: 'fr',
            title: 'Nouvelles',
            text: '',
        });
        expect(textsOf(draft)).toEqual(texts);
    });

    it('asks for a purpose no more, and leaves out what has no words', () => {
        const draft = withPurpose(draftOf(texts), 'ANALYTICS', false);
        expect(textsOf(draft).map(({ purpose }) => purpose)).toEqual(['MARKETING']);
        expect(textsOf(withPurpose(draft, 'PROFILING', true))).toHaveLength(1);
    });

    it('is read in English where a language has no text', () => {
        expect(readIn(draftOf(texts), 'de').map(({ title }) => title)).toEqual(['Statistik', 'News']);
    });
});
