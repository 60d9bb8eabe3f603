import type { Rule, RuleInput } from './rules.graphql';

/** A rule as its form holds it: numbers and moments as texts, as fields have them. */
export interface RuleForm {
    readonly name: string;
    readonly enabled: boolean;
    readonly priority: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly scope: Readonly<Record<ScopeName, readonly string[]>>;
    readonly kind: string;
    /** Of the effect, by name; fields that the kind does not have are kept and not sent. */
    readonly values: Readonly<Record<string, string>>;
    readonly weekdays: readonly number[];
    readonly components: readonly Component[];
    readonly weights: readonly Weight[];
    readonly mayLower: boolean;
    readonly mayRaise: boolean;
    readonly combines: boolean;
}

export interface Component {
    readonly variantId: string;
    readonly quantity: string;
}

export interface Weight {
    readonly competitor: string;
    readonly weight: string;
}

const scopeNames = ['variantIds', 'productIds', 'collectionIds', 'facetValueIds'] as const;
export type ScopeName = (typeof scopeNames)[number];

/** The numbers that each kind has. Those in `optional` may be left empty. */
export const numbersOf: Readonly<Record<string, readonly string[]>> = {
    'flash-sale': ['changePercent'],
    'happy-hours': ['changePercent'],
    'end-of-season': ['fromPercent', 'toPercent'],
    stock: ['stockAtMost', 'stockAtLeast', 'ageDaysAtLeast', 'changePercent'],
    demand: ['ratioAtLeast', 'ratioAtMost', 'changePercent'],
    competitor: ['offsetPercent', 'maxAgeHours', 'minCompetitors'],
    'cost-plus': ['markupPercent'],
    'customer-group': ['changePercent'],
    bundle: ['changePercent'],
    elasticity: [],
};

const firstValues: Readonly<Record<string, string>> = {
    changePercent: '-10',
    fromPercent: '-10',
    toPercent: '-40',
    offsetPercent: '0',
    maxAgeHours: '72',
    minCompetitors: '1',
    markupPercent: '50',
    from: '17:00',
    to: '19:00',
    target: 'lowest',
};

export function emptyForm(): RuleForm {
    return {
        ...{ name: '', enabled: true, priority: '0', startsAt: '', endsAt: '', kind: 'flash-sale' },
        scope: { variantIds: [], productIds: [], collectionIds: [], facetValueIds: [] },
        values: { ...firstValues, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
        ...{ weekdays: [5], components: [{ variantId: '', quantity: '1' }], weights: [] },
        ...{ mayLower: true, mayRaise: false, combines: false },
    };
}

export function formOf(rule: Rule): RuleForm {
    const empty = emptyForm();
    const { kind, weekdays, components, weights, ...effect } = rule.effect;
    const written = Object.entries(effect).map(([name, value]): [string, string] => [name, String(value)]);
    return {
        ...{ name: rule.name, enabled: rule.enabled, priority: String(rule.priority), kind },
        ...{ startsAt: toField(rule.startsAt), endsAt: toField(rule.endsAt) },
        scope: {
            variantIds: idsOf(rule, 'variantIds'),
            productIds: idsOf(rule, 'productIds'),
            collectionIds: idsOf(rule, 'collectionIds'),
            facetValueIds: idsOf(rule, 'facetValueIds'),
        },
        values: { ...empty.values, ...Object.fromEntries(written) },
        weekdays: (weekdays as number[] | undefined) ?? empty.weekdays,
        components:
            (components as { variantId: number; quantity: number }[] | undefined)?.map(part => ({
                variantId: String(part.variantId),
                quantity: String(part.quantity),
            })) ?? empty.components,
        weights: Object.entries((weights as Record<string, number> | undefined) ?? {}).map(
            ([competitor, weight]) => ({ competitor, weight: String(weight) }),
        ),
        ...{ mayLower: rule.mayLower, mayRaise: rule.mayRaise, combines: rule.combines },
    };
}

function idsOf(rule: Rule, name: ScopeName): string[] {
    return (rule.scope[name] ?? []).map(String);
}

/** What is sent. The server says what is wrong with it. */
export function toInput(form: RuleForm): RuleInput {
    const { name, enabled, mayLower, mayRaise, combines } = form;
    return {
        ...{ name, enabled, mayLower, mayRaise, combines },
        priority: Math.round(Number(form.priority)) || 0,
        startsAt: fromField(form.startsAt),
        endsAt: fromField(form.endsAt),
        scope: Object.fromEntries(
            scopeNames
                .filter(scope => form.scope[scope].length > 0)
                .map(scope => [scope, form.scope[scope].map(Number)]),
        ),
        effect: {
            kind: form.kind,
            ...Object.fromEntries(
                (numbersOf[form.kind] ?? [])
                    .filter(field => (form.values[field] ?? '').trim() !== '')
                    .map(field => [field, Number(form.values[field])]),
            ),
            ...ofKind(form),
        },
    };
}

/** What a kind has besides numbers. */
function ofKind({ kind, values, weekdays, components, weights }: RuleForm): Record<string, unknown> {
    switch (kind) {
        case 'happy-hours':
            return { weekdays, from: values.from, to: values.to, timeZone: values.timeZone };
        case 'competitor':
            return {
                target: values.target,
                weights: Object.fromEntries(
                    weights
                        .filter(({ competitor }) => competitor.trim() !== '')
                        .map(({ competitor, weight }) => [competitor.trim(), Number(weight)]),
                ),
            };
        case 'customer-group':
            return {
                customerGroupId: Number(values.customerGroupId ?? 0),
                declaration: values.declaration ?? '',
            };
        case 'bundle':
            return {
                components: components
                    .filter(({ variantId }) => variantId !== '')
                    .map(({ variantId, quantity }) => ({
                        variantId: Number(variantId),
                        quantity: Number(quantity),
                    })),
            };
        default:
            return {};
    }
}

/** As `datetime-local` writes it, on the reader's clock. */
function toField(at: string | null): string {
    if (at === null) {
        return '';
    }
    const date = new Date(at);
    return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

function fromField(text: string): string | null {
    return text === '' ? null : new Date(text).toISOString();
}
