import type { Policy, Verdict } from '../shared/decision.types';
import type { Thresholds } from './policy.graphql';

/** A policy as its form holds it: texts, as fields have them, with amounts in the currency's major unit. */
export interface PolicyForm {
    readonly shadow: boolean;
    readonly stepUpFrom: string;
    readonly reviewFrom: string;
    readonly blockFrom: string;
    readonly unscoredAllowUpTo: string;
    readonly unscoredAbove: string;
    /** Empty: never. */
    readonly fourEyesAbove: string;
    readonly reviewHours: string;
}

export function formOf(policy: Policy, minorUnit: number): PolicyForm {
    const { shadow, unscoredAbove, fourEyesAbove } = policy;
    return {
        shadow,
        unscoredAbove,
        stepUpFrom: String(policy.stepUpFrom),
        reviewFrom: String(policy.reviewFrom),
        blockFrom: String(policy.blockFrom),
        unscoredAllowUpTo: String(policy.unscoredAllowUpTo / minorUnit),
        fourEyesAbove: fourEyesAbove === null ? '' : String(fourEyesAbove / minorUnit),
        reviewHours: String(policy.reviewHours),
    };
}

/** @returns `undefined` as long as a field has no number. The server says what else is wrong. */
export function toPolicy(form: PolicyForm, minorUnit: number): Policy | undefined {
    const thresholds = thresholdsOf(form);
    const allowUpTo = number(form.unscoredAllowUpTo);
    const fourEyes = form.fourEyesAbove.trim() === '' ? null : number(form.fourEyesAbove);
    const reviewHours = number(form.reviewHours);
    if (!thresholds || allowUpTo === undefined || fourEyes === undefined || reviewHours === undefined) {
        return undefined;
    }
    return {
        ...thresholds,
        shadow: form.shadow,
        unscoredAllowUpTo: Math.round(allowUpTo * minorUnit),
        unscoredAbove: form.unscoredAbove as Verdict,
        fourEyesAbove: fourEyes === null ? null : Math.round(fourEyes * minorUnit),
        reviewHours: Math.round(reviewHours),
    };
}

/** @returns `undefined` unless they are whole scores from 1 to 100, in order. */
export function thresholdsOf(form: PolicyForm): Thresholds | undefined {
    const [stepUpFrom, reviewFrom, blockFrom] = [form.stepUpFrom, form.reviewFrom, form.blockFrom].map(
        Number,
    );
    if (stepUpFrom === undefined || reviewFrom === undefined || blockFrom === undefined) {
        return undefined;
    }
    const areScores = [stepUpFrom, reviewFrom, blockFrom].every(
        score => Number.isInteger(score) && score >= 1 && score <= 100,
    );
    return areScores && stepUpFrom <= reviewFrom && reviewFrom <= blockFrom
        ? { stepUpFrom, reviewFrom, blockFrom }
        : undefined;
}

function number(text: string): number | undefined {
    const value = Number(text);
    return text.trim() === '' || !Number.isFinite(value) || value < 0 ? undefined : value;
}
