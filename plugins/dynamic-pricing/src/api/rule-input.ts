import type { RuleDraft } from '../domain/rules/check-rule';

/** A rule as the Admin API takes it. */
export interface RuleInput {
    readonly name: string;
    readonly enabled: boolean;
    readonly priority: number;
    readonly startsAt?: Date | null;
    readonly endsAt?: Date | null;
    readonly scope?: unknown;
    readonly effect: unknown;
    readonly mayLower: boolean;
    readonly mayRaise: boolean;
    readonly combines: boolean;
}

export function draftOf({ startsAt, endsAt, ...input }: RuleInput): RuleDraft {
    const { name, priority, scope, effect, mayLower, mayRaise, combines } = input;
    return {
        name,
        priority,
        scope,
        effect,
        mayLower,
        mayRaise,
        combines,
        startsAt: startsAt ? new Date(startsAt) : null,
        endsAt: endsAt ? new Date(endsAt) : null,
    };
}
