import type { RequestContext } from '@vendure/core';
import type { PolicyProblem } from '../domain/policy';
import type { RuleProblem } from '../infrastructure/settings/rule-book';

/** See the schema. Its message is translated here, not looked up by Vendure. */
export class EfiFraudPolicyInvalidError {
    readonly __typename = 'EfiFraudPolicyInvalidError';
    readonly errorCode = 'EFI_FRAUD_POLICY_INVALID_ERROR';
    readonly message: string;

    constructor(ctx: RequestContext, problem: PolicyProblem) {
        this.message = ctx.translate(`message.efi-fraud-policy-${problem}`);
    }
}

/** See the schema. What is wrong with an expression is in the words of its language's library. */
export class EfiFraudRuleInvalidError {
    readonly __typename = 'EfiFraudRuleInvalidError';
    readonly errorCode = 'EFI_FRAUD_RULE_INVALID_ERROR';
    readonly message: string;

    constructor(ctx: RequestContext, problem: RuleProblem) {
        const message = ctx.translate(`message.efi-fraud-rule-${problem.kind}`);
        this.message = problem.kind === 'expression' ? `${message}: ${problem.detail}` : message;
    }
}
