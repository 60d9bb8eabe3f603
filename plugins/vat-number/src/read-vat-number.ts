import { euVat, stdnum, type Validator } from 'stdnum';

/**
 * Why a text is no VAT number: it names no country of the EU, it is not built as that country's numbers are, or it is
 * and its check digits say that something was mistyped.
 */
export type VatNumberProblem = 'COUNTRY' | 'FORM' | 'CHECK_DIGITS';

export type VatNumberReading =
    | { readonly ok: true; readonly vatNumber: string }
    | { readonly ok: false; readonly problem: VatNumberProblem };

/** Whose VAT numbers begin with their code of ISO 3166-1. */
const countries: ReadonlySet<string> = new Set(
    'AT BE BG CY CZ DE DK EE ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/**
 * What checks a number, by the letters that it begins with (Council Directive 2006/112/EC, article 215): Greece writes
 * EL. XI is Northern Ireland, whose trade in goods counts as in the EU, with numbers as the United Kingdom makes them.
 */
function validatorOf(prefix: string): Validator | undefined {
    if (prefix === 'XI') {
        return stdnum['GB']?.['vat'];
    }
    if (prefix === 'EL') {
        return euVat['GR']?.[0];
    }
    return countries.has(prefix) ? euVat[prefix]?.[0] : undefined;
}

/** Longest text that is looked at: the longest number has 14 characters. */
const LONGEST = 40;

/**
 * Reads a VAT number of the EU as people write it: in small letters, with spaces, dots and dashes, with GR for Greece.
 * Nobody is asked whether the number was given out.
 *
 * @param country - ISO 3166-1: where a number comes from that begins with no country's letters.
 * @returns the number as VIES writes it, such as DE136695976.
 */
export function readVatNumber(text: string, country?: string): VatNumberReading {
    const compact = text.toUpperCase().replace(/[\s.\-/·]/g, '');
    if (text.length > LONGEST || !/^[A-Z0-9+*]*$/.test(compact)) {
        return { ok: false, problem: 'FORM' };
    }
    const own = readAs(compact.slice(0, 2), compact.slice(2));
    if (own.ok || country === undefined) {
        return own;
    }
    const ofCountry = readAs(country, compact);
    // The letters that somebody wrote say more about what is wrong.
    return ofCountry.ok || own.problem === 'COUNTRY' ? ofCountry : own;
}

function readAs(letters: string, digits: string): VatNumberReading {
    const prefix = letters === 'GR' ? 'EL' : letters;
    const validator = validatorOf(prefix);
    if (!validator) {
        return { ok: false, problem: 'COUNTRY' };
    }
    const result = validator.validate(digits);
    if (result.isValid) {
        return { ok: true, vatNumber: prefix + result.compact };
    }
    return { ok: false, problem: result.error.name === 'InvalidChecksum' ? 'CHECK_DIGITS' : 'FORM' };
}
