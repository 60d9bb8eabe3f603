import type { PasswordValidationStrategy, RequestContext } from '@vendure/core';

const MIN_CHARACTERS = 10;
/** bcrypt ignores what comes after its 72nd byte, so a longer password would be weaker than it looks. */
const MAX_BYTES = 72;

/** Demands a length only, as NIST SP 800-63B advises, and says so; Vendure's own answers just "invalid". */
export class PasswordLengthStrategy implements PasswordValidationStrategy {
    validate(_ctx: RequestContext, password: string): true | string {
        if ([...password].length < MIN_CHARACTERS) {
            return `The password must have at least ${MIN_CHARACTERS} characters.`;
        }
        return (
            Buffer.byteLength(password) <= MAX_BYTES ||
            `The password must not be longer than ${MAX_BYTES} bytes.`
        );
    }
}
