import type { Verdict } from './verdict';

/** A decision, as far as groups of people are compared by it. */
export interface GroupedDecision {
    readonly group: string;
    readonly verdict: Verdict;
    readonly label: 'good' | 'fraud' | undefined;
}

/** How a group fares. */
export interface GroupRates {
    readonly group: string;
    readonly orders: number;
    /** Shares of its orders, 0 to 1. */
    readonly blockRate: number;
    readonly reviewRate: number;
    /** Of its good orders, the share that was reviewed or blocked; `undefined` when none is known to be good. */
    readonly falsePositiveRate: number | undefined;
}

/** Whether some are stopped more often than others, also among those who turned out good. The largest group first. */
export function compareGroups(decisions: readonly GroupedDecision[]): GroupRates[] {
    const groups = new Map<string, GroupedDecision[]>();
    for (const decision of decisions) {
        groups.set(decision.group, [...(groups.get(decision.group) ?? []), decision]);
    }
    return [...groups]
        .map(([group, members]) => ratesOf(group, members))
        .sort((a, b) => b.orders - a.orders || a.group.localeCompare(b.group));
}

function ratesOf(group: string, members: readonly GroupedDecision[]): GroupRates {
    const share = (of: readonly GroupedDecision[], is: (decision: GroupedDecision) => boolean) =>
        of.length === 0 ? undefined : of.filter(is).length / of.length;
    const good = members.filter(({ label }) => label === 'good');
    return {
        group,
        orders: members.length,
        blockRate: share(members, ({ verdict }) => verdict === 'block') ?? 0,
        reviewRate: share(members, ({ verdict }) => verdict === 'review') ?? 0,
        falsePositiveRate: share(good, ({ verdict }) => verdict === 'review' || verdict === 'block'),
    };
}

/** Groups of account age, in days. */
export function ageGroup(accountAgeDays: number | undefined): string {
    if (accountAgeDays === undefined) {
        return 'guest';
    }
    if (accountAgeDays < 7) {
        return 'under 7 days';
    }
    return accountAgeDays < 90 ? '7 to 90 days' : 'over 90 days';
}
