import type { FeatureName, FeatureVector } from './features';
import { featureText } from './feature-text';
import { type Policy, verdictAt, verdictWithoutScore } from './policy';
import { firedRules, type ReadyRule, type Rule } from './rule';
import type { Text } from './text';
import { strictest, type Verdict } from './verdict';

/** Why a payment got its score or its verdict, in words. */
export interface Factor {
    /** `rule:<code>`, `feature:<name>`, `list:allow`, `list:block`, `unscored:late` … */
    readonly code: string;
    /** What it added to the logarithm of the odds of fraud. */
    readonly weight: number;
    readonly text: Text;
}

/** How a decision came about. */
export type Basis = 'scored' | 'listed' | 'late' | 'failed';

export interface Assessment {
    readonly basis: Basis;
    /** Calibrated, 0 to 1; `undefined` when it was not scored. */
    readonly probability: number | undefined;
    /** The probability in whole percent, 0 to 99. */
    readonly score: number | undefined;
    /** What the policy says. In shadow mode it is not done. */
    readonly verdict: Verdict;
    /** The strongest first; never empty. */
    readonly factors: readonly [Factor, ...Factor[]];
    readonly fired: ReadonlyArray<Pick<Rule, 'code' | 'version'>>;
}

/** A trained model, ready to score. */
export interface Scorer {
    /** @returns The calibrated probability of fraud, and what each feature added to the logarithm of its odds. */
    score(
        features: FeatureVector,
        ruleOdds: number,
    ): {
        readonly probability: number;
        readonly contributions: ReadonlyArray<{ readonly feature: FeatureName; readonly weight: number }>;
    };
}

/** Whether the order is on a list, and on which: being blocked beats being allowed. */
export type Listing = 'allow' | 'block' | undefined;

/** Logarithm of the odds of fraud before anything is known: 0.5 %. */
const PRIOR = Math.log(0.005 / 0.995);

const MAX_FACTORS = 5;

/** Whether and why a payment is to be let through. The same arguments always give the same answer. */
export function assess(
    features: FeatureVector,
    rules: readonly ReadyRule[],
    scorer: Scorer | undefined,
    policy: Policy,
    listing: Listing,
): Assessment {
    const fired = firedRules(rules, features);
    const ruleOdds = ruleOddsOf(fired);
    const modelled = scorer?.score(features, ruleOdds);
    const probability = modelled?.probability ?? sigmoid(ruleOdds);
    const score = toScore(probability);
    const scored = strictest(
        verdictAt(score, policy),
        ...fired.flatMap(({ atLeast }) => (atLeast === null ? [] : [atLeast])),
    );
    const listed = listing ? [LISTED[listing]] : [];
    const factors = [
        ...listed,
        ...strongest(MAX_FACTORS - listed.length, fired, modelled?.contributions ?? [], features),
    ];
    return {
        basis: listing === undefined ? 'scored' : 'listed',
        probability,
        score,
        verdict: listing ?? scored,
        factors: atLeastOne(factors),
        fired: fired.map(({ code, version }) => ({ code, version })),
    };
}

/** Only these are put into words: a model says something of nearly every feature. */
function strongest(
    count: number,
    fired: readonly Rule[],
    contributions: ReturnType<Scorer['score']>['contributions'],
    features: FeatureVector,
): Factor[] {
    return [
        ...fired.map(({ code, points, name }) => ({
            code: `rule:${code}`,
            weight: points,
            text: () => name,
        })),
        ...contributions.map(({ feature, weight }) => ({
            code: `feature:${feature}`,
            weight,
            text: () => featureText(feature, features[feature]),
        })),
    ]
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
        .slice(0, count)
        .map(({ text, ...factor }) => ({ ...factor, text: text() }));
}

/** Logarithm of the odds of fraud by the rules that fired. */
export function ruleOddsOf(fired: ReadonlyArray<Pick<Rule, 'points'>>): number {
    return PRIOR + fired.reduce((sum, { points }) => sum + points, 0);
}

/** The declared decision when nothing could be scored. */
export function assessWithoutScore(amount: number, policy: Policy, why: 'late' | 'failed'): Assessment {
    return {
        basis: why,
        probability: undefined,
        score: undefined,
        verdict: verdictWithoutScore(amount, policy),
        factors: [UNSCORED[why]],
        fired: [],
    };
}

/** Whole percent, and never 100: nobody is that sure. */
export function toScore(probability: number): number {
    return Math.min(99, Math.max(0, Math.floor(probability * 100)));
}

function sigmoid(odds: number): number {
    return 1 / (1 + Math.exp(-odds));
}

function atLeastOne(factors: readonly Factor[]): readonly [Factor, ...Factor[]] {
    const [first = NOTHING, ...more] = factors;
    return [first, ...more];
}

const NOTHING: Factor = {
    code: 'nothing',
    weight: 0,
    text: {
        en: 'Nothing unusual was found',
        de: 'Nichts Ungewöhnliches gefunden',
        fr: 'Rien d’inhabituel n’a été trouvé',
    },
};

const LISTED: Readonly<Record<NonNullable<Listing>, Factor>> = {
    allow: {
        code: 'list:allow',
        weight: 0,
        text: {
            en: 'On the list of those who are allowed',
            de: 'Auf der Liste der Zugelassenen',
            fr: 'Sur la liste des personnes autorisées',
        },
    },
    block: {
        code: 'list:block',
        weight: 0,
        text: {
            en: 'On the list of those who are blocked',
            de: 'Auf der Sperrliste',
            fr: 'Sur la liste des personnes bloquées',
        },
    },
};

const UNSCORED: Readonly<Record<'late' | 'failed', Factor>> = {
    late: {
        code: 'unscored:late',
        weight: 0,
        text: {
            en: 'Not scored in time: the policy for its amount decided',
            de: 'Nicht rechtzeitig bewertet: die Regel für den Betrag hat entschieden',
            fr: 'Non évalué à temps : la règle selon le montant a décidé',
        },
    },
    failed: {
        code: 'unscored:failed',
        weight: 0,
        text: {
            en: 'Could not be scored: the policy for its amount decided',
            de: 'Bewertung nicht möglich: die Regel für den Betrag hat entschieden',
            fr: 'Évaluation impossible : la règle selon le montant a décidé',
        },
    },
};
