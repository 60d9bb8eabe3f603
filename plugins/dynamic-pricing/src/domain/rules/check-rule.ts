import { isTimeZone } from '../schedule/zoned-time';
import type { PricingRule, RuleEffect, RuleScope } from './rule';

export type RuleDraft = Omit<PricingRule, 'id' | 'scope' | 'effect'> & {
    /** As a client sent them: anything. */
    readonly scope: unknown;
    readonly effect: unknown;
};

export type CheckedRule =
    | { readonly ok: true; readonly rule: Omit<PricingRule, 'id'> }
    | { readonly ok: false; readonly problem: RuleProblem };

/** Where a draft is wrong, and how: `effect.changePercent`, `must be a number from -95 to 400`. */
export interface RuleProblem {
    readonly field: string;
    readonly problem: string;
}

class Wrong extends Error {
    constructor(
        readonly field: string,
        readonly problem: string,
    ) {
        super(problem);
    }
}

/** Makes a rule of what somebody sent, or says what is wrong with it. */
export function checkRule(draft: RuleDraft): CheckedRule {
    try {
        const effect = checkEffect(record(draft.effect, 'effect'));
        const scope = checkScope(record(draft.scope ?? {}, 'scope'));
        return { ok: true, rule: { ...checkFrame(draft, effect), scope, effect } };
    } catch (error) {
        if (error instanceof Wrong) {
            return { ok: false, problem: { field: error.field, problem: error.problem } };
        }
        throw error;
    }
}

function checkFrame(draft: RuleDraft, effect: RuleEffect): Omit<PricingRule, 'id' | 'scope' | 'effect'> {
    const { priority, startsAt, endsAt, mayLower, mayRaise, combines } = draft;
    const name = draft.name.trim();
    if (name === '' || name.length > 200) {
        throw new Wrong('name', 'must have from 1 to 200 characters');
    }
    if (!Number.isInteger(priority) || Math.abs(priority) > 1_000_000) {
        throw new Wrong('priority', 'must be a whole number of at most a million');
    }
    if (startsAt && endsAt && endsAt <= startsAt) {
        throw new Wrong('endsAt', 'must come after the start');
    }
    if (!endsAt && (effect.kind === 'flash-sale' || effect.kind === 'end-of-season')) {
        throw new Wrong('endsAt', 'is needed by this kind of rule');
    }
    if (!startsAt && effect.kind === 'end-of-season') {
        throw new Wrong('startsAt', 'is needed by this kind of rule');
    }
    return { name, priority, startsAt, endsAt, mayLower, mayRaise, combines };
}

function checkScope(scope: Record<string, unknown>): RuleScope {
    onlyKnown(scope, ['variantIds', 'productIds', 'collectionIds', 'facetValueIds'], 'scope');
    return Object.fromEntries(
        Object.entries(scope)
            .filter(([, ids]) => ids !== undefined && ids !== null)
            .map(([name, ids]) => [
                name,
                list(ids, `scope.${name}`).map(id => whole(id, `scope.${name}`, 1)),
            ]),
    );
}

const optional = <T>(value: unknown, check: (value: unknown) => T) =>
    value === undefined || value === null ? undefined : check(value);

const percent = (value: unknown, field: string) => number(value, field, -95, 400);

function checkEffect(effect: Record<string, unknown>): RuleEffect {
    const kind = kindOf(effect.kind);
    onlyKnown(effect, ['kind', ...effectFields[kind]], 'effect');
    const changePercent = () => percent(effect.changePercent, 'effect.changePercent');
    const atLeastZero = (name: string) =>
        optional(effect[name], value => number(value, `effect.${name}`, 0, 1e9));
    switch (kind) {
        case 'stock': {
            const bounds = {
                stockAtMost: atLeastZero('stockAtMost'),
                stockAtLeast: atLeastZero('stockAtLeast'),
                ageDaysAtLeast: atLeastZero('ageDaysAtLeast'),
            };
            needOne(bounds);
            return { kind, ...defined(bounds), changePercent: changePercent() };
        }
        case 'demand': {
            const bounds = {
                ratioAtLeast: atLeastZero('ratioAtLeast'),
                ratioAtMost: atLeastZero('ratioAtMost'),
            };
            needOne(bounds);
            return { kind, ...defined(bounds), changePercent: changePercent() };
        }
        case 'flash-sale':
            return { kind, changePercent: changePercent() };
        case 'happy-hours':
            return {
                kind,
                weekdays: list(effect.weekdays, 'effect.weekdays').map(day =>
                    whole(day, 'effect.weekdays', 1, 7),
                ),
                from: time(effect.from, 'effect.from'),
                to: time(effect.to, 'effect.to'),
                timeZone: zone(effect.timeZone),
                changePercent: changePercent(),
            };
        case 'end-of-season':
            return {
                kind,
                fromPercent: percent(effect.fromPercent, 'effect.fromPercent'),
                toPercent: percent(effect.toPercent, 'effect.toPercent'),
            };
        case 'competitor':
            return {
                kind,
                target: target(effect.target),
                offsetPercent: percent(effect.offsetPercent, 'effect.offsetPercent'),
                maxAgeHours: number(effect.maxAgeHours, 'effect.maxAgeHours', 1, 24 * 90),
                minCompetitors: whole(effect.minCompetitors ?? 1, 'effect.minCompetitors', 1, 100),
                weights: weights(effect.weights ?? {}),
            };
        case 'cost-plus':
            return { kind, markupPercent: number(effect.markupPercent, 'effect.markupPercent', 0, 10_000) };
        case 'customer-group':
            return {
                kind,
                customerGroupId: whole(effect.customerGroupId, 'effect.customerGroupId', 1),
                changePercent: changePercent(),
                declaration: text(effect.declaration, 'effect.declaration'),
            };
        case 'bundle':
            return {
                kind,
                components: list(effect.components, 'effect.components').map(part => {
                    const { variantId, quantity } = record(part, 'effect.components');
                    return {
                        variantId: whole(variantId, 'effect.components.variantId', 1),
                        quantity: whole(quantity, 'effect.components.quantity', 1, 1000),
                    };
                }),
                changePercent: changePercent(),
            };
        case 'elasticity':
            return { kind };
    }
}

const effectFields: Readonly<Record<RuleEffect['kind'], readonly string[]>> = {
    stock: ['stockAtMost', 'stockAtLeast', 'ageDaysAtLeast', 'changePercent'],
    demand: ['ratioAtLeast', 'ratioAtMost', 'changePercent'],
    'flash-sale': ['changePercent'],
    'happy-hours': ['weekdays', 'from', 'to', 'timeZone', 'changePercent'],
    'end-of-season': ['fromPercent', 'toPercent'],
    competitor: ['target', 'offsetPercent', 'maxAgeHours', 'minCompetitors', 'weights'],
    'cost-plus': ['markupPercent'],
    'customer-group': ['customerGroupId', 'changePercent', 'declaration'],
    bundle: ['components', 'changePercent'],
    elasticity: [],
};

function kindOf(kind: unknown): RuleEffect['kind'] {
    if (typeof kind !== 'string' || !Object.hasOwn(effectFields, kind)) {
        throw new Wrong('effect.kind', `must be one of ${Object.keys(effectFields).join(', ')}`);
    }
    return kind as RuleEffect['kind'];
}

function onlyKnown(value: Record<string, unknown>, known: readonly string[], field: string): void {
    const unknown = Object.keys(value).find(name => !known.includes(name));
    if (unknown !== undefined) {
        throw new Wrong(`${field}.${unknown}`, `is not known; known are ${known.join(', ')}`);
    }
}

function record(value: unknown, field: string): Record<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new Wrong(field, 'must be an object');
    }
    return value as Record<string, unknown>;
}

function list(value: unknown, field: string): readonly unknown[] {
    if (!Array.isArray(value) || value.length === 0 || value.length > 10_000) {
        throw new Wrong(field, 'must be a list of 1 to 10,000');
    }
    return value;
}

function number(value: unknown, field: string, low: number, high: number): number {
    if (typeof value !== 'number' || !(value >= low && value <= high)) {
        throw new Wrong(field, `must be a number from ${low} to ${high}`);
    }
    return value;
}

function whole(value: unknown, field: string, low: number, high = 2_147_483_647): number {
    if (!Number.isInteger(value)) {
        throw new Wrong(field, 'must be a whole number');
    }
    return number(value, field, low, high);
}

function text(value: unknown, field: string): string {
    if (typeof value !== 'string' || value.trim() === '' || value.length > 300) {
        throw new Wrong(field, 'must be a text of 1 to 300 characters');
    }
    return value.trim();
}

function time(value: unknown, field: string): string {
    if (typeof value !== 'string' || !/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) {
        throw new Wrong(field, 'must be a time such as 17:30');
    }
    return value;
}

function zone(value: unknown): string {
    if (typeof value !== 'string' || !isTimeZone(value)) {
        throw new Wrong('effect.timeZone', 'must be a time zone such as Europe/Vienna');
    }
    return value;
}

function target(value: unknown): 'lowest' | 'weighted-mean' {
    if (value !== 'lowest' && value !== 'weighted-mean') {
        throw new Wrong('effect.target', 'must be lowest or weighted-mean');
    }
    return value;
}

function weights(value: unknown): Record<string, number> {
    const entries = Object.entries(record(value, 'effect.weights'));
    return Object.fromEntries(
        entries.map(([name, weight]) => [name, number(weight, 'effect.weights', 0, 1000)]),
    );
}

function needOne(bounds: Record<string, unknown>): void {
    if (Object.values(bounds).every(value => value === undefined)) {
        throw new Wrong('effect', `needs one of ${Object.keys(bounds).join(', ')}`);
    }
}

/** Without what was left out, so that JSON and the rule are alike. */
function defined<T extends Record<string, number | undefined>>(values: T): T {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
