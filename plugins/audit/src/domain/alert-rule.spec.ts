import { describe, expect, it } from 'vitest';
import { checkRules, defaultRules } from './alert-rule';

const rule = { by: 'all', threshold: 1, windowMinutes: 60 } as const;

describe('rules for alerts', () => {
    it('are sound by default', () => {
        expect(() => checkRules(defaultRules)).not.toThrow();
    });

    it.each([
        [{ 'Chain broken': rule }, /needs another name/],
        [{ 'chain-broken': rule }, /needs another name/],
        [{ many: { ...rule, threshold: 0 } }, /"many" needs a whole threshold/],
        [{ many: { ...rule, windowMinutes: 1441 } }, /window of 1 to 1440/],
        [{ many: { ...rule, hours: { from: 22, to: 25 } } }, /whole hours/],
    ])('are refused when they are %j', (rules, message) => {
        expect(() => checkRules(rules)).toThrow(message);
    });
});
