/** A text whose apostrophe keeps a spreadsheet from taking it for a formula. */
const GUARDED = /^'+[=+\-@\t\r]/;

/** Takes away the apostrophe that stands before what looks like a formula. */
export function unguardFormula(text: string): string {
    return GUARDED.test(text) ? text.slice(1) : text;
}
