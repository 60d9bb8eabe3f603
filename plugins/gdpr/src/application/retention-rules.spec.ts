import { describe, expect, it } from 'vitest';
import { retentionDays, retentionRuleIds, retentionRules } from './retention-rules';

describe('retention', () => {
    it('has a rule for each class', () => {
        expect(retentionRules.map(({ id }) => id)).toEqual(retentionRuleIds);
    });

    it('keeps unused personal data for 30 days unless told otherwise', () => {
        expect(retentionDays({ tokens: 5, carts: false })).toEqual({
            sessions: 7,
            tokens: 5,
            carts: false,
            guests: 30,
            holds: 30,
        });
    });

    it.each([0, -1, 1.5, 3651, NaN])('refuses %s days', days => {
        expect(() => retentionDays({ guests: days })).toThrow('retention.guests');
    });
});
