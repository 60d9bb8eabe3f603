/** A person as the conditions of the registry name one; see `personalRows`. */
export interface Person {
    readonly customers: readonly string[];
    readonly users: readonly string[];
    /** What names the person in a text and nobody else: addresses of mail, at least six characters each. */
    readonly strings: readonly string[];
}

/** As a@b.co. */
const SHORTEST = 6;

/** Of what is known of a person, the addresses that can be looked for in texts. */
export function tellingStrings(values: readonly (string | null | undefined)[]): string[] {
    const texts = values
        .map(value => (value ?? '').trim())
        .filter(value => value.includes('@') && value.length >= SHORTEST);
    return [...new Set(texts)];
}

/**
 * Puts a person into a condition of the registry.
 *
 * @param first - The number of the first parameter.
 */
export function bindPerson(
    condition: string,
    person: Person,
    first = 1,
): { readonly sql: string; readonly parameters: readonly (readonly string[])[] } {
    const parameters: (readonly string[])[] = [];
    const numbers = new Map<string, string>();
    // The look-behind leaves casts such as `::text` alone.
    const sql = condition.replace(/(?<!:):(customers|users|strings)\b/g, (_, name: keyof Person) => {
        let number = numbers.get(name);
        if (!number) {
            parameters.push(person[name]);
            number = `$${first + parameters.length - 1}${name === 'strings' ? '::text[]' : ''}`;
            numbers.set(name, number);
        }
        return number;
    });
    return { sql, parameters };
}
