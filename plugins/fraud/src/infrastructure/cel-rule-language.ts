import { type ASTNode, Environment, EvaluationError } from '@marcbachmann/cel-js';
import { type CompiledRule, RuleLanguage } from '../application/ports/rule-language.port';
import { featureNames, type FeatureVector } from '../domain/features';

const MAX_LENGTH = 1_000;

/** Comparing, calculating and combining. Nothing that repeats itself, calls anything or reaches into a value. */
const ALLOWED = new Set<ASTNode['op']>([
    'value',
    'id',
    'list',
    '?:',
    '||',
    '&&',
    '!_',
    '-_',
    '==',
    '!=',
    'in',
    '+',
    '-',
    '*',
    '/',
    '<',
    '<=',
    '>',
    '>=',
]);

/**
 * {@link RuleLanguage} in Google's Common Expression Language: typed, without loops and effects. A feature that is not
 * known makes what depends on it fail, so that a rule fires only on what is known: `a > 5 || b > 3` does when `b` is
 * 4 and `a` is not known.
 */
export class CelRuleLanguage extends RuleLanguage {
    private readonly environment = environment();
    private readonly compiled = new Map<string, CompiledRule>();

    compile(expression: string): CompiledRule {
        const known = this.compiled.get(expression);
        if (known) {
            return known;
        }
        const compiled = this.compileNew(expression);
        if (compiled.ok) {
            this.compiled.set(expression, compiled);
        }
        return compiled;
    }

    private compileNew(expression: string): CompiledRule {
        if (expression.length > MAX_LENGTH) {
            return { ok: false, problem: `An expression has at most ${MAX_LENGTH} characters.` };
        }
        try {
            const parsed = this.environment.parse(expression);
            const forbidden = firstForbidden(parsed.ast);
            if (forbidden !== undefined) {
                return {
                    ok: false,
                    problem: `An expression compares and calculates only, without "${forbidden}".`,
                };
            }
            const { valid, type, error } = parsed.check();
            if (!valid || type !== 'bool') {
                return { ok: false, problem: error?.message ?? `It is a ${type}, not true or false.` };
            }
            return { ok: true, condition: features => evaluate(parsed, features) };
        } catch (error) {
            return { ok: false, problem: error instanceof Error ? error.message : String(error) };
        }
    }
}

function environment(): Environment {
    const cel = new Environment({ limits: { maxAstNodes: 200, maxDepth: 20, maxListElements: 50 } });
    for (const name of featureNames) {
        cel.registerVariable(name, 'double');
    }
    return cel;
}

function evaluate(parsed: ReturnType<Environment['parse']>, features: FeatureVector): boolean | undefined {
    try {
        return parsed(features) === true;
    } catch (error) {
        if (error instanceof EvaluationError) {
            return undefined;
        }
        throw error;
    }
}

function firstForbidden(node: ASTNode): string | undefined {
    if (!ALLOWED.has(node.op)) {
        return node.op;
    }
    const args: unknown[] = [node.args].flat(2);
    for (const arg of args) {
        const forbidden = isNode(arg) ? firstForbidden(arg) : undefined;
        if (forbidden !== undefined) {
            return forbidden;
        }
    }
    return undefined;
}

function isNode(value: unknown): value is ASTNode {
    return typeof value === 'object' && value !== null && 'op' in value;
}
