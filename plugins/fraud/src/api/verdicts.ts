import type { Policy } from '../domain/policy';
import type { Text } from '../domain/text';
import type { Verdict } from '../domain/verdict';

export type GraphQlVerdict = 'ALLOW' | 'STEP_UP' | 'REVIEW' | 'BLOCK';

const TO_GRAPHQL: Readonly<Record<Verdict, GraphQlVerdict>> = {
    allow: 'ALLOW',
    'step-up': 'STEP_UP',
    review: 'REVIEW',
    block: 'BLOCK',
};

const FROM_GRAPHQL: Readonly<Record<GraphQlVerdict, Verdict>> = {
    ALLOW: 'allow',
    STEP_UP: 'step-up',
    REVIEW: 'review',
    BLOCK: 'block',
};

export function toGraphQl(verdict: Verdict): GraphQlVerdict {
    return TO_GRAPHQL[verdict];
}

export function fromGraphQl(verdict: GraphQlVerdict): Verdict {
    return FROM_GRAPHQL[verdict];
}

/** In the language asked for, else in English. */
export function inLanguage(text: Text, languageCode: string): string {
    const [language] = languageCode.split('_');
    return language === 'de' || language === 'fr' ? text[language] : text.en;
}

/** A policy as the Admin API has it. */
export type PolicyView = Omit<Policy, 'unscoredAbove'> & { unscoredAbove: GraphQlVerdict };

export function policyView(policy: Policy): PolicyView {
    return { ...policy, unscoredAbove: toGraphQl(policy.unscoredAbove) };
}
