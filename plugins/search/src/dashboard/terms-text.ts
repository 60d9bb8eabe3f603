/** Terms as they are typed into a field: one a line, or with commas between them. */
export function termsIn(text: string): string[] {
    return text
        .split(/[\n,;]/)
        .map(term => term.trim())
        .filter(term => term !== '');
}

export function textOf(terms: readonly string[]): string {
    return terms.join(', ');
}

/** The list with one of its things a place further up (-1) or down (1). */
export function moved<Thing>(list: readonly Thing[], from: number, by: -1 | 1): Thing[] {
    const to = from + by;
    const changed = [...list];
    const thing = changed[from];
    if (thing === undefined || to < 0 || to >= changed.length) {
        return changed;
    }
    changed.splice(from, 1);
    changed.splice(to, 0, thing);
    return changed;
}
