import { describe, expect, it } from 'vitest';
import type { FeatureVector } from '../domain/features';
import { builtInRules } from './built-in-rules';
import { CelRuleLanguage } from './cel-rule-language';

const language = new CelRuleLanguage();

function fires(expression: string, features: Partial<FeatureVector>): boolean | undefined {
    const compiled = language.compile(expression);
    if (!compiled.ok) {
        throw new Error(compiled.problem);
    }
    return compiled.condition(features as FeatureVector);
}

describe('the language of rules', () => {
    it('compares, combines and calculates', () => {
        expect(fires('itemCount >= 3 && amountLog / 2.0 > 1', { itemCount: 3, amountLog: 4 })).toBe(true);
        expect(fires('!(itemCount > 3) || isGuest > 0', { itemCount: 4, isGuest: 0 })).toBe(false);
    });

    it('does not take what is not known for nothing', () => {
        expect(fires('itemCount < 3', {})).toBeUndefined();
        expect(fires('itemCount < 3', { itemCount: undefined })).toBeUndefined();
        expect(fires('itemCount < 3 || isGuest > 0', { isGuest: 1 })).toBe(true);
        expect(fires('itemCount < 3 && isGuest > 0', { isGuest: 0 })).toBe(false);
    });

    it.each([
        'nonsense > 1',
        'itemCount',
        'itemCount >',
        'process.exit()',
        '[1, 2, 3].map(x, x * 2).size() > 0',
        '"a".matches("(a+)+$")',
        'itemCount.constructor == 1.0',
        `${'itemCount > 1 && '.repeat(60)}itemCount > 1`,
        `${'('.repeat(50)}itemCount > 1${')'.repeat(50)} && ${'!'.repeat(50)}(itemCount > 1)`,
    ])('refuses %s and says why', expression => {
        const compiled = language.compile(expression);
        expect(compiled.ok ? 'accepted' : compiled.problem.length).toBeGreaterThan(5);
    });

    it.each(builtInRules.map(({ code, expression }) => [code, expression] as const))(
        'knows the rule %s that a shop begins with',
        (_code, expression) => {
            expect(language.compile(expression)).toMatchObject({ ok: true });
        },
    );
});
