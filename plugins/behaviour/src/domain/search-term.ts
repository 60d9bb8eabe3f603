const mailAddress = /\S@\S/;
const longNumber = /(?:\d[\s()/.+-]*){7,}/;
// What PostgreSQL refuses (NUL), and nobody searches for.
const controls = /[\u0000-\u001f\u007f]+/g;

/**
 * A search as it is kept: lower case, single spaces. People type all sorts of things into a search field; what looks
 * like a mail address or a telephone number is not kept.
 */
export function keptTerm(term: string): string | undefined {
    const tidy = term.replace(controls, ' ').replace(/\s+/g, ' ').trim().toLowerCase();
    return tidy === '' || mailAddress.test(tidy) || longNumber.test(tidy) ? undefined : tidy;
}
