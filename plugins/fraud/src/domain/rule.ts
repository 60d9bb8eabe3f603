import type { FeatureVector } from './features';
import type { Text } from './text';
import type { Verdict } from './verdict';

/** A merchant's rule. A version never changes: whoever edits a rule makes the next one. */
export interface Rule {
    readonly code: string;
    readonly version: number;
    readonly name: Text;
    /** In CEL, over the features; a rule whose features are not known does not fire. */
    readonly expression: string;
    /** Added to the logarithm of the odds of fraud when it fires: 0.7 doubles them, −0.7 halves them. */
    readonly points: number;
    /** The mildest verdict once it fires, whatever the score is. */
    readonly atLeast: Verdict | null;
}

/** Whether a rule fires, or `undefined` when what it looks at is not known. */
export type Condition = (features: FeatureVector) => boolean | undefined;

export interface ReadyRule {
    readonly rule: Rule;
    readonly condition: Condition;
}

/** Those that fire, in the order given. */
export function firedRules(rules: readonly ReadyRule[], features: FeatureVector): Rule[] {
    return rules.filter(({ condition }) => condition(features) === true).map(({ rule }) => rule);
}
