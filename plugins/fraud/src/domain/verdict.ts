/** What is to become of a payment, from the mildest to the strictest. */
export const verdicts = ['allow', 'step-up', 'review', 'block'] as const;

export type Verdict = (typeof verdicts)[number];

export function strictest(first: Verdict, ...more: readonly Verdict[]): Verdict {
    return more.reduce((most, verdict) => (rank(verdict) > rank(most) ? verdict : most), first);
}

function rank(verdict: Verdict): number {
    return verdicts.indexOf(verdict);
}
