import type { NoticeProblem } from '../domain/notice';

/**
 * What the Admin API answers to a notice that can't be published. It does not extend Vendure's `ErrorResult`, whose
 * message is a key that is looked up in the translations given to `I18nService`: do that to speak more languages.
 */
export class EfiDynamicPricingNoticeInvalidError {
    readonly __typename = 'EfiDynamicPricingNoticeInvalidError';
    readonly errorCode = 'EFI_DYNAMIC_PRICING_NOTICE_INVALID_ERROR';
    readonly message: string;

    constructor(problem: NoticeProblem) {
        this.message = describe(problem);
    }
}

function describe(problem: NoticeProblem): string {
    switch (problem.kind) {
        case 'text-is-empty':
            return 'The notice needs a text.';
        case 'text-is-too-long':
            return `The text may have at most ${problem.maxLength} characters.`;
        case 'ends-before-it-starts':
            return 'The notice must end after it starts.';
    }
}
