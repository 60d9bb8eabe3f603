import type { Verdict } from '../shared/decision.types';
import type { Rule, RuleInput } from './rules.graphql';

/** A rule as its form holds it: texts, as fields have them. */
export interface RuleForm {
    readonly code: string;
    readonly name: string;
    readonly expression: string;
    readonly points: string;
    readonly atLeast: string;
    readonly enabled: boolean;
}

export const emptyForm: RuleForm = {
    ...{ code: '', name: '', expression: '', points: '2', atLeast: '', enabled: true },
};

export function formOf({ code, name, expression, points, atLeast, enabled }: Rule): RuleForm {
    return { code, name, expression, points: String(points), atLeast: atLeast ?? '', enabled };
}

export function toInput({ points, atLeast, ...form }: RuleForm): RuleInput {
    return { ...form, points: Number(points), atLeast: atLeast === '' ? null : (atLeast as Verdict) };
}

/** Whether it can be sent: the server has the last word. */
export function isComplete({ code, name, expression, points }: RuleForm): boolean {
    return (
        /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code) &&
        name.trim() !== '' &&
        expression.trim() !== '' &&
        points.trim() !== '' &&
        Math.abs(Number(points)) <= 10
    );
}
