import { I18nError, LogLevel } from '@vendure/core';

/** An address or account has tried too often, and should come back later. */
export class TooManyAttemptsError extends I18nError {
    constructor() {
        super('message.efi-too-many-attempts', {}, 'TOO_MANY_ATTEMPTS', LogLevel.Verbose);
    }
}
