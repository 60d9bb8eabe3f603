/** As much of JSON Schema as the description of the REST API uses. */
export interface JsonSchema {
    readonly $ref?: string;
    readonly type?: string | readonly string[];
    readonly const?: unknown;
    readonly enum?: readonly unknown[];
    readonly anyOf?: readonly JsonSchema[];
    readonly oneOf?: readonly JsonSchema[];
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
    readonly additionalProperties?: boolean | JsonSchema;
    readonly items?: JsonSchema;
    readonly pattern?: string;
    readonly format?: string;
    readonly [keyword: string]: unknown;
}

/** A schema with the document that its references are looked up in. */
export interface Placed {
    readonly schema: JsonSchema;
    readonly components: Readonly<Record<string, JsonSchema>>;
}

/** What one side sends the other: callers what is `asked`, the server what is `answered`. */
export type Flow = 'asked' | 'answered';

const LEAST = ['minLength', 'minItems', 'minimum', 'exclusiveMinimum'];
const MOST = ['maxLength', 'maxItems', 'maximum', 'exclusiveMaximum'];

/**
 * Why what fits `sent` may not be what `expected` says; nothing when it always is.
 *
 * @param flow - Of what is asked, nothing may be sent that nobody reads; of what is answered, nothing may be missing
 * that was there before, whether it was required or not.
 */
export function misfits(
    sent: Placed,
    expected: Placed,
    flow: Flow,
    at = '',
    seen = new Set<string>(),
): string[] {
    const pair = `${sent.schema.$ref}→${expected.schema.$ref}`;
    if (sent.schema.$ref && expected.schema.$ref) {
        if (seen.has(pair)) {
            return [];
        }
        seen = new Set([...seen, pair]);
    }
    const choices = variants(expected);
    return variants(sent).flatMap(one => {
        const faults = choices.map(choice => misfitsOf(one, choice, flow, at, seen));
        return faults.some(found => found.length === 0) ? [] : (faults[0] ?? []);
    });
}

/** Without references and unions: a value fits a schema when it fits one of these. */
function variants({ schema, components }: Placed): Placed[] {
    if (schema.$ref) {
        const target = components[schema.$ref.replace('#/components/schemas/', '')];
        return variants({ schema: target ?? {}, components });
    }
    const union = schema.anyOf ?? schema.oneOf;
    if (union) {
        return union.flatMap(one => variants({ schema: one, components }));
    }
    return Array.isArray(schema.type)
        ? (schema.type as string[]).map(type => ({ schema: { ...schema, type }, components }))
        : [{ schema, components }];
}

function misfitsOf(sent: Placed, expected: Placed, flow: Flow, at: string, seen: Set<string>): string[] {
    const [a, b] = [sent.schema, expected.schema];
    const place = at || 'the value';
    if (b.type !== undefined && a.type !== b.type && !(a.type === 'integer' && b.type === 'number')) {
        return [`${place} is of type ${String(a.type)}, not ${String(b.type)}`];
    }
    const faults: string[] = [];
    const [some, all] = [valuesOf(a), valuesOf(b)];
    if (all && !some?.every(value => all.includes(value))) {
        faults.push(`${place} may have other values than ${JSON.stringify(all)}`);
    }
    faults.push(...misfitsOfText(a, b, place), ...misfitsOfSize(a, b, place));
    if (b.items) {
        const inner = { ...sent, schema: a.items ?? {} };
        faults.push(...misfits(inner, { ...expected, schema: b.items }, flow, `${at}[]`, seen));
    }
    return [...faults, ...misfitsOfProperties(sent, expected, flow, at, seen)];
}

function misfitsOfText(a: JsonSchema, b: JsonSchema, place: string): string[] {
    return (['pattern', 'format'] as const)
        .filter(keyword => b[keyword] !== undefined && a[keyword] !== b[keyword])
        .map(keyword => `${place} need not have the ${keyword} ${b[keyword]}`);
}

function misfitsOfSize(a: JsonSchema, b: JsonSchema, place: string): string[] {
    return [...LEAST, ...MOST]
        .filter(keyword => goesBeyond(a[keyword], b[keyword], MOST.includes(keyword)))
        .map(keyword => `${place} may go beyond the ${keyword} of ${String(b[keyword])}`);
}

function misfitsOfProperties(
    sent: Placed,
    expected: Placed,
    flow: Flow,
    at: string,
    seen: Set<string>,
): string[] {
    const [a, b] = [sent.schema, expected.schema];
    const [mine, theirs] = [a.properties ?? {}, b.properties ?? {}];
    const missing = Object.keys(theirs).filter(name =>
        flow === 'answered'
            ? !(name in mine) || (b.required?.includes(name) && !a.required?.includes(name))
            : b.required?.includes(name) && !a.required?.includes(name),
    );
    const unread =
        flow === 'asked' && b.properties && !b.additionalProperties
            ? Object.keys(mine).filter(name => !(name in theirs))
            : [];
    return [
        ...missing.map(name => `${at}/${name} may be missing`),
        ...unread.map(name => `${at}/${name} is not read`),
        ...Object.entries(theirs).flatMap(([name, schema]) => {
            const own = mine[name];
            return own
                ? misfits({ ...sent, schema: own }, { ...expected, schema }, flow, `${at}/${name}`, seen)
                : [];
        }),
    ];
}

function valuesOf(schema: JsonSchema): readonly unknown[] | undefined {
    return 'const' in schema ? [schema.const] : schema.enum;
}

function goesBeyond(mine: unknown, theirs: unknown, isMost: boolean): boolean {
    if (typeof theirs !== 'number') {
        return false;
    }
    return typeof mine !== 'number' || (isMost ? mine > theirs : mine < theirs);
}
