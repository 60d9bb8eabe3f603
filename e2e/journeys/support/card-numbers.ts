const UUID = /(?<![a-z\d])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![a-z\d])/gi;

/**
 * Card numbers in a text, however they are grouped: 14 to 19 digits that begin like a card of the big networks and
 * pass the check of ISO/IEC 7812. Digits inside of a longer word, such as a token or a UUID, or behind a decimal point
 * are none.
 */
export function cardNumbersIn(text: string): string[] {
    const words = decoded(text).replaceAll(UUID, 'a UUID');
    const candidates = words.match(/(?<![a-z\d.])[2-6](?:[ -]?\d){13,18}(?![a-z\d])/gi) ?? [];
    return candidates.map(candidate => candidate.replace(/\D/g, '')).filter(passesCheck);
}

/** Forms send spaces as plus signs, and much else percent-encoded. */
function decoded(text: string): string {
    return text
        .replaceAll('+', ' ')
        .replaceAll(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function passesCheck(number: string): boolean {
    const sum = [...number].reverse().reduce((total, digit, index) => {
        const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
        return total + (value > 9 ? value - 9 : value);
    }, 0);
    return sum % 10 === 0;
}
