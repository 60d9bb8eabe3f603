/** What a new password has to be. */
export interface PasswordRules {
    /** Characters, as a person counts them. */
    readonly minCharacters: number;
    /** Of the password in UTF-8. */
    readonly maxBytes: number;
    /** Whether guessers try this one early. Asked in lower case. */
    readonly isKnown: (password: string) => boolean;
}

export type PasswordFault = 'too-short' | 'too-long' | 'known';

/** So many digits and signs behind a known password make no new one of it. */
const MOST_BEHIND = 4;
/** What only repeats fewer characters than this is known to everybody. */
const SHORTEST_UNIT = 5;

/**
 * What is wrong with a new password, by NIST SP 800-63B: its length, and whether it is among those that guessers try
 * first. No rules of composition; a known password with a year or an exclamation mark behind it, or written twice,
 * counts as known.
 */
export function passwordFault(password: string, rules: PasswordRules): PasswordFault | undefined {
    if ([...password].length < rules.minCharacters) {
        return 'too-short';
    }
    if (Buffer.byteLength(password) > rules.maxBytes) {
        return 'too-long';
    }
    return isKnown(password.normalize('NFKC').toLowerCase().trim(), rules) ? 'known' : undefined;
}

function isKnown(password: string, rules: PasswordRules): boolean {
    const unit = repeatedUnit(password);
    if (unit !== password) {
        return unit.length < SHORTEST_UNIT || isKnown(unit, rules);
    }
    for (let end = password.length; end >= password.length - MOST_BEHIND; end--) {
        if (rules.isKnown(password.slice(0, end))) {
            return true;
        }
        if (/\p{L}/u.test(password.slice(end - 1, end))) {
            return false;
        }
    }
    return false;
}

/** `abc` for `abcabc`; the whole for what repeats nothing. */
function repeatedUnit(text: string): string {
    return text.slice(0, (text + text).indexOf(text, 1));
}
