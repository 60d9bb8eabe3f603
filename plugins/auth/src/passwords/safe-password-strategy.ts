import { dictionary } from '@zxcvbn-ts/language-common';
import type { PasswordValidationStrategy, RequestContext } from '@vendure/core';
import { passwordFault } from './domain/password-fault';
import { inEnglish } from './password-messages';

export interface SafePasswordOptions {
    /**
     * Characters that a password has at least. OWASP's ASVS 4.0.3 asks for 12; NIST SP 800-63B for 8, and for 15 since
     * its fourth revision where there is no second factor.
     *
     * @default 12
     */
    readonly minCharacters?: number;
    /**
     * Words that guessers of this shop's passwords think of, such as its name: refused like passwords from the list.
     *
     * @default none
     */
    readonly words?: readonly string[];
}

/** bcrypt ignores what comes after its 72nd byte: a longer password would be weaker than it looks. */
const MAX_BYTES = 72;

/** Some 49,000 passwords, most of them from breaches, in lower case. They come with the package: nothing is asked. */
const commonPasswords = new Set(dictionary['passwords-common']);

/**
 * Refuses new passwords that are short, or that guessers know. Those that accounts have already are never looked at.
 *
 * @example
 * ```ts
 * authOptions: { passwordValidationStrategy: new SafePasswordStrategy({ words: ['daylark'] }) }
 * ```
 */
export class SafePasswordStrategy implements PasswordValidationStrategy {
    private readonly minCharacters: number;
    private readonly words: ReadonlySet<string>;

    /** @throws Error for a length that makes no sense. */
    constructor({ minCharacters = 12, words = [] }: SafePasswordOptions = {}) {
        if (!Number.isInteger(minCharacters) || minCharacters < 8 || minCharacters > 64) {
            throw new Error(
                `SafePasswordStrategy: minCharacters is ${minCharacters}, and has to be a whole number from 8 to 64`,
            );
        }
        this.minCharacters = minCharacters;
        this.words = new Set(words.map(word => word.toLowerCase()));
    }

    /** @returns what is wrong, in the language of the request. */
    validate(ctx: RequestContext, password: string): true | string {
        const fault = passwordFault(password, {
            minCharacters: this.minCharacters,
            maxBytes: MAX_BYTES,
            isKnown: candidate => commonPasswords.has(candidate) || this.words.has(candidate),
        });
        if (!fault) {
            return true;
        }
        const key = `efi-password-${fault}` as const;
        const number = fault === 'too-long' ? MAX_BYTES : this.minCharacters;
        const text = ctx.translate(`message.${key}`, { number });
        return text === `message.${key}` ? inEnglish(key, number) : text;
    }
}
