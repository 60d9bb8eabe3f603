/** As much of a JSON Schema as it takes to read a parameter from text. */
interface ParameterSchema {
    readonly type?: string | readonly string[];
    readonly items?: ParameterSchema;
}

/**
 * Turns what a query, a path or a header says into what its schema asks for. Text that is not written as a JSON
 * number or boolean stays text, and the schema refuses it.
 *
 * @param text - Several where the parameter was given several times.
 */
export function readParameter(text: string | readonly string[], schema: ParameterSchema): unknown {
    if (schema.type === 'array') {
        const items = typeof text === 'string' ? [text] : text;
        return items.map(item => readParameter(item, schema.items ?? {}));
    }
    if (typeof text !== 'string') {
        return text;
    }
    switch (schema.type ?? 'string') {
        case 'integer':
        case 'number':
            return /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/.test(text) ? Number(text) : text;
        case 'boolean':
            return text === 'true' ? true : text === 'false' ? false : text;
        default:
            return text;
    }
}

/** Whether any text in a value holds the character that PostgreSQL can't store. */
export function holdsNul(value: unknown): boolean {
    if (typeof value === 'string') {
        return value.includes('\0');
    }
    return (
        typeof value === 'object' &&
        value !== null &&
        Object.entries(value).some(([key, inner]) => key.includes('\0') || holdsNul(inner))
    );
}
