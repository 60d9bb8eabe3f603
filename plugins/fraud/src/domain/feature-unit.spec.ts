import { describe, expect, it } from 'vitest';
import { unitOf } from './feature-unit';
import { featureNames } from './features';

describe('the units of features', () => {
    it('are days, flags and shares where the name says so, and counts by default', () => {
        for (const name of featureNames) {
            const unit = unitOf(name);
            expect([name, unit === 'days']).toEqual([name, /Days$|^daysSince/.test(name)]);
            expect([name, unit === 'share']).toEqual([name, /Share/.test(name)]);
            expect([name, unit === 'flag']).toEqual([
                name,
                /^is[A-Z]|^has[A-Z]|^new[A-Z]|Differs$|^disposable/.test(name),
            ]);
        }
        expect(unitOf('attemptsByDevice10m')).toBe('count');
    });
});
