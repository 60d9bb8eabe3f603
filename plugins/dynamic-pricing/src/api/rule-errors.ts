import type { RuleProblem } from '../domain/rules/check-rule';

/** What the Admin API answers to a rule that can't be saved. */
export class EfiPricingRuleInvalidError {
    readonly __typename = 'EfiPricingRuleInvalidError';
    readonly errorCode = 'EFI_PRICING_RULE_INVALID_ERROR';
    readonly message: string;
    readonly field: string;

    constructor({ field, problem }: RuleProblem) {
        this.field = field;
        this.message = `${field} ${problem}.`;
    }
}

/** What the Admin API answers when no run can start. */
export class EfiPricingNotStartedError {
    readonly __typename = 'EfiPricingNotStartedError';
    readonly errorCode = 'EFI_PRICING_NOT_STARTED_ERROR';
    readonly message: string;

    constructor(problem: 'stopped' | 'another-run') {
        this.message =
            problem === 'stopped'
                ? 'Pricing is stopped. Resume it first.'
                : 'Another run over these prices is waiting or going on.';
    }
}
