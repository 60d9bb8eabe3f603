import type { Rule, RuleInput } from './rules.graphql';

/** A rule as its form holds it: texts, as fields have them. */
export interface RuleForm {
    readonly action: string;
    readonly target: string;
    readonly targetId: string | null;
    readonly placement: string;
    readonly amount: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly enabled: boolean;
}

/** What an amount may be, by action; an action without one has none. */
export const amounts: Readonly<Record<string, { min: number; max: number; step: number; first: number }>> = {
    PIN: { min: 1, max: 24, step: 1, first: 1 },
    BOOST: { min: 1.1, max: 10, step: 0.1, first: 2 },
    MARGIN: { min: 1.1, max: 10, step: 0.1, first: 2 },
    DIVERSIFY: { min: 1, max: 24, step: 1, first: 2 },
};

/** What each action can be about, the usual first. */
export const targetsOf: Readonly<Record<string, readonly string[]>> = {
    PIN: ['PRODUCT'],
    BOOST: ['PRODUCT', 'COLLECTION', 'FACET_VALUE'],
    BURY: ['PRODUCT', 'COLLECTION', 'FACET_VALUE'],
    EXCLUDE: ['PRODUCT', 'COLLECTION', 'FACET_VALUE'],
    MARGIN: ['EVERYTHING', 'COLLECTION', 'FACET_VALUE', 'PRODUCT'],
    DIVERSIFY: ['EVERYTHING'],
};

export const emptyForm: RuleForm = {
    ...{ action: 'PIN', target: 'PRODUCT', targetId: null, placement: '' },
    ...{ amount: '1', startsAt: '', endsAt: '', enabled: true },
};

export function formOf({
    action,
    target,
    targetId,
    placement,
    amount,
    startsAt,
    endsAt,
    enabled,
}: Rule): RuleForm {
    return {
        ...{ action, target, targetId, placement: placement ?? '', amount: String(amount), enabled },
        startsAt: toField(startsAt),
        endsAt: toField(endsAt),
    };
}

/** The form after another action was chosen: what no longer fits begins anew. */
export function withAction(form: RuleForm, action: string): RuleForm {
    const possible = targetsOf[action] ?? [];
    const target = possible.includes(form.target) ? form.target : (possible[0] ?? '');
    return {
        ...form,
        action,
        target,
        targetId: target === form.target ? form.targetId : null,
        amount: String(amounts[action]?.first ?? 1),
    };
}

export function toInput(form: RuleForm): RuleInput {
    return {
        action: form.action,
        target: form.target,
        targetId: form.target === 'EVERYTHING' ? null : form.targetId,
        placement: form.placement || null,
        amount: amounts[form.action] ? Number(form.amount) : 1,
        startsAt: fromField(form.startsAt),
        endsAt: fromField(form.endsAt),
        enabled: form.enabled,
    };
}

export function isComplete({ action, target, targetId, amount, startsAt, endsAt }: RuleForm): boolean {
    const bounds = amounts[action];
    const value = Number(amount);
    return (
        (target === 'EVERYTHING' || targetId !== null) &&
        (!bounds || (value >= bounds.min && value <= bounds.max && amount.trim() !== '')) &&
        !isBackwards({ startsAt, endsAt })
    );
}

export function isBackwards({ startsAt, endsAt }: Pick<RuleForm, 'startsAt' | 'endsAt'>): boolean {
    return startsAt !== '' && endsAt !== '' && startsAt >= endsAt;
}

/** As `datetime-local` writes it, on the reader's clock. */
function toField(at: string | null): string {
    if (at === null) {
        return '';
    }
    const date = new Date(at);
    return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function fromField(text: string): string | null {
    return text === '' ? null : new Date(text).toISOString();
}
