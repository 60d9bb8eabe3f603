import { describe, expect, it } from 'vitest';
import { featureLabel, featureText } from './feature-text';
import { featureNames } from './features';

describe('the words of features', () => {
    it('are there for each, and tell them apart in every language', () => {
        for (const language of ['en', 'de', 'fr'] as const) {
            const labels = featureNames.map(name => featureLabel(name)[language]);
            expect(new Set(labels).size).toBe(featureNames.length);
        }
    });

    it('say the value in the way of the language, and when it is not known', () => {
        expect(featureText('attemptsByDevice10m', 7).en).toBe(
            'Attempts to pay from this device in 10 minutes: 7',
        );
        expect(featureText('accountAgeDays', 1.5).de).toBe('Alter des Kontos in Tagen: 1,5');
        expect(featureText('accountAgeDays', undefined).fr).toBe('Âge du compte en jours : inconnu');
    });
});
