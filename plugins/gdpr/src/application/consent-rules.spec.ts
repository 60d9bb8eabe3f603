import { describe, expect, it } from 'vitest';
import { isOnRecordOnly, textProblem, textsIn, type WrittenText } from './consent-rules';

const text = (change: Partial<WrittenText> = {}): WrittenText => ({
    purpose: 'analytics',
    languageCode: 'en',
    title: 'Statistics',
    text: 'What is viewed.',
    ...change,
});

describe('texts about consent', () => {
    it('can be published when each purpose has English and nothing is said twice', () => {
        expect(textProblem([text(), text({ languageCode: 'de', title: 'Statistik' })])).toBeUndefined();
    });

    it.each([
        ['NO_TEXTS', []],
        ['TEXT_TWICE', [text(), text({ title: 'Other' })]],
        ['TEXT_EMPTY', [text({ title: ' ' })]],
        ['TEXT_TOO_LONG', [text({ text: 'x'.repeat(2001) })]],
        ['FALLBACK_MISSING', [text(), text({ purpose: 'marketing', languageCode: 'de' })]],
    ] as const)('are refused with %s', (problem, texts) => {
        expect(textProblem(texts)).toBe(problem);
    });

    it('are shown in the language that is read, or else in English', () => {
        const all = [text(), text({ languageCode: 'de' }), text({ purpose: 'marketing' })];
        expect(textsIn(all, 'de').map(({ purpose, languageCode }) => [purpose, languageCode])).toEqual([
            ['analytics', 'de'],
            ['marketing', 'en'],
        ]);
    });
});

describe('what a browser declares', () => {
    it('is enough for what is about a visit, and not for what is about a person', () => {
        expect(isOnRecordOnly('analytics')).toBe(false);
        expect(isOnRecordOnly('personalisation')).toBe(true);
    });
});
