/** In lists, `\|` and `\:` are the characters themselves, and `\\` a backslash before one of them. */
const ESCAPED = /\\([|:\\])/g;

/** Splits at each separator that has no backslash before it. The parts stay as they are written. */
export function splitUnescaped(text: string, separator: '|' | ':'): string[] {
    const parts = [''];
    for (const [piece] of text.matchAll(/\\[|:\\]|[\s\S]/g)) {
        if (piece === separator) {
            parts.push('');
        } else {
            parts[parts.length - 1] += piece;
        }
    }
    return parts;
}

/** What a part of a list says. */
export function unescape(text: string): string {
    return text.replace(ESCAPED, '$1');
}

/** A text as it stands in a list. */
export function escape(text: string): string {
    return text.replace(/[|:]|\\(?=[|:\\]|$)/g, String.raw`\$&`);
}
