/** Why a field was not accepted. */
export type CardProblem = 'number' | 'notATestCard' | 'expiry' | 'expired' | 'code';

/** By field. */
export type CardProblems = Readonly<Partial<Record<'number' | 'expiry' | 'code', CardProblem>>>;

/**
 * Checks what was typed.
 *
 * @param today - Against which the expiry is checked: a card is good to the end of its month.
 */
export function checkCard(
    form: URLSearchParams,
    today: Date,
): { readonly ok: true; readonly number: string } | { readonly ok: false; readonly problems: CardProblems } {
    const number = (form.get('number') ?? '').replaceAll(/[\s-]/g, '');
    const expiry = expiryProblem(form.get('expiry') ?? '', today);
    const problems: CardProblems = {
        ...(/^\d{12,19}$/.test(number) && passesLuhn(number) ? {} : { number: 'number' }),
        ...(expiry === undefined ? {} : { expiry }),
        ...(/^\d{3,4}$/.test((form.get('code') ?? '').trim()) ? {} : { code: 'code' }),
    };
    return Object.keys(problems).length === 0 ? { ok: true, number } : { ok: false, problems };
}

/** The check digit of ISO/IEC 7812: every second digit from the right counts twice. */
export function passesLuhn(number: string): boolean {
    const sum = [...number].reverse().reduce((total, digit, index) => {
        const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
        return total + (value > 9 ? value - 9 : value);
    }, 0);
    return sum % 10 === 0;
}

function expiryProblem(text: string, today: Date): CardProblem | undefined {
    const match = /^\s*(0?[1-9]|1[0-2])\s*(?:\/\s*)?(?:20)?(\d{2})\s*$/.exec(text);
    if (!match) {
        return 'expiry';
    }
    // Day 0 of the next month is the last day of this one.
    const lastDay = Date.UTC(2000 + Number(match[2]), Number(match[1]), 0, 23, 59, 59);
    return lastDay < today.getTime() ? 'expired' : undefined;
}
