import type { ContentProblem } from '../domain/problem';
import type { EfiContentPage } from '../infrastructure/entities';

/** What the Admin API answers to a page that can't be kept or published as it is. */
export class EfiContentInvalidError {
    readonly __typename = 'EfiContentInvalidError';
    readonly errorCode = 'EFI_CONTENT_INVALID_ERROR';
    readonly message: string;

    constructor(readonly problems: readonly ContentProblem[]) {
        this.message = problems.map(({ message }) => message).join(' ');
    }
}

/** What it answers to somebody who would overwrite what they have not seen. */
export class EfiContentChangedError {
    readonly __typename = 'EfiContentChangedError';
    readonly errorCode = 'EFI_CONTENT_CHANGED_ERROR';
    readonly message = 'Somebody else has changed this meanwhile. Look at their version before you go on.';

    constructor(readonly current: EfiContentPage) {}
}
