/** A text whose apostrophe keeps a spreadsheet from taking it for a formula. */
const GUARDED = /^'+[=+\-@\t\r]/;

/** What a spreadsheet would take for a formula, or {@link unguardFormula} for a guarded one. */
const DANGEROUS = /^'*[=+\-@\t\r]/;

const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** Takes away the apostrophe that stands before what looks like a formula. */
export function unguardFormula(text: string): string {
    return GUARDED.test(text) ? text.slice(1) : text;
}

/** Puts an apostrophe before what looks like a formula and is no number. */
export function guardFormula(text: string): string {
    return DANGEROUS.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
