import type { ConsentMethod, ConsentPurpose } from '@efi/plugin-kit';
import type { RequestContext } from '@vendure/core';
import { UserInputError } from '@vendure/core';
import type { TextProblem } from '../application/consent-rules';
import type { ConsentRefusal } from '../infrastructure/consent/consents';

/** A purpose as GraphQL names it. */
export type PurposeName = Uppercase<ConsentPurpose>;

export const purposeOf = (name: PurposeName) => name.toLowerCase() as ConsentPurpose;
export const purposeName = (purpose: ConsentPurpose) => purpose.toUpperCase() as PurposeName;
export const methodName = (method: ConsentMethod) => method.toUpperCase().replace('-', '_');

/** @throws UserInputError in the language of the request, when a word says why something was not done. */
export function orThrow<T extends object>(ctx: RequestContext, done: T | ConsentRefusal | TextProblem): T {
    if (typeof done === 'string') {
        throw new UserInputError(ctx.translate(`message.efi-privacy-${done}`));
    }
    return done;
}
