import { I18nError, LogLevel } from '@vendure/core';

const keys = {
    SECOND_FACTOR_REQUIRED: 'message.efi-second-factor-required',
    SECOND_FACTOR_WRONG: 'message.efi-second-factor-wrong',
    SECOND_FACTOR_STALE: 'message.efi-second-factor-stale',
    SECOND_FACTOR_OFF: 'message.efi-second-factor-off',
} as const;

/** A code is missing, wrong or used up; or there is no second factor to speak of. */
export class SecondFactorError extends I18nError {
    constructor(readonly fault: keyof typeof keys) {
        super(keys[fault], {}, fault, LogLevel.Verbose);
    }
}
