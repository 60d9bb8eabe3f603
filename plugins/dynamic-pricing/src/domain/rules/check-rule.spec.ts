import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRule, type RuleDraft } from './check-rule';

const draft: RuleDraft = {
    name: ' Clear out ',
    priority: 1,
    startsAt: null,
    endsAt: null,
    scope: { collectionIds: [3] },
    effect: { kind: 'stock', stockAtLeast: 50, changePercent: -10 },
    mayLower: true,
    mayRaise: false,
    combines: false,
};

const problemWith = (rest: Partial<RuleDraft>) => {
    const checked = checkRule({ ...draft, ...rest });
    return checked.ok ? null : checked.problem.field;
};

describe('checkRule', () => {
    it('takes a good draft', () => {
        expect(checkRule(draft)).toMatchObject({
            ok: true,
            rule: { name: 'Clear out', effect: draft.effect },
        });
    });

    it.each([
        ['name', { name: ' ' }],
        ['priority', { priority: 1.5 }],
        ['endsAt', { effect: { kind: 'flash-sale', changePercent: -10 } }],
        ['endsAt', { startsAt: new Date(2), endsAt: new Date(1) }],
        ['scope.variantIds', { scope: { variantIds: ['1; DROP'] } }],
        ['scope.customerIds', { scope: { customerIds: [1] } }],
        ['effect.kind', { effect: { kind: 'gender' } }],
        ['effect.kind', { effect: { kind: 'constructor' } }],
        ['effect.age', { effect: { kind: 'cost-plus', markupPercent: 10, age: 40 } }],
        ['effect.changePercent', { effect: { kind: 'stock', stockAtMost: 1, changePercent: -100 } }],
        ['effect', { effect: { kind: 'stock', changePercent: -10 } }],
        ['effect', { effect: null }],
    ] as [string, Partial<RuleDraft>][])('names %s', (field, rest) => {
        expect(problemWith(rest)).toBe(field);
    });

    it('never throws, whatever is sent', () => {
        fc.assert(
            fc.property(fc.jsonValue(), fc.jsonValue(), (scope, effect) => {
                expect(typeof checkRule({ ...draft, scope, effect }).ok).toBe('boolean');
            }),
        );
    });
});
