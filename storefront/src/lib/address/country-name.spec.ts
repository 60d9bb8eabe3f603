import { expect, it } from 'vitest';
import { countryName } from './country-name';

it.each([
    ['US', 'de-DE', 'Vereinigte Staaten'],
    ['DE', 'fr-FR', 'Allemagne'],
    ['GB', 'en-US', 'United Kingdom'],
    ['QM', 'de-DE', 'Somewhere'],
    ['d', 'de-DE', 'Somewhere'],
    [null, 'de-DE', 'Somewhere'],
])('the country %s is called in %s %s', (countryCode, tag, name) => {
    expect(countryName({ country: 'Somewhere', countryCode }, tag)).toBe(name);
});
