import type { Condition } from '../../domain/rule';

export type CompiledRule =
    | { readonly ok: true; readonly condition: Condition }
    /** In the words of the language's library, for the person who wrote the expression. */
    | { readonly ok: false; readonly problem: string };

/** The language that rules are written in. */
export abstract class RuleLanguage {
    abstract compile(expression: string): CompiledRule;
}
