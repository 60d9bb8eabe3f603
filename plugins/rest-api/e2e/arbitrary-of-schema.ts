import fc from 'fast-check';

/** As much of JSON Schema as the description of the API uses. */
export interface Schema {
    readonly $ref?: string;
    readonly type?: string;
    readonly enum?: readonly unknown[];
    readonly format?: string;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly minLength?: number;
    readonly maxLength?: number;
    readonly items?: Schema;
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly required?: readonly string[];
}

/** Values that fit a schema, apart from patterns. */
export function fitting(schema: Schema): fc.Arbitrary<unknown> {
    if (schema.enum) {
        return fc.constantFrom(...schema.enum);
    }
    switch (schema.type ?? 'string') {
        case 'integer':
            return fc.integer({
                min: schema.minimum ?? -1000,
                max: Math.min(schema.maximum ?? 1000, 100_000),
            });
        case 'boolean':
            return fc.boolean();
        case 'array':
            return fc.array(fitting(schema.items ?? {}), { maxLength: 3 });
        case 'object':
            return fc.record(
                Object.fromEntries(
                    Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, fitting(inner)]),
                ),
                { requiredKeys: [...(schema.required ?? [])] },
            );
        default:
            return schema.format === 'date-time'
                ? fc.date({ noInvalidDate: true, min: new Date(0) }).map(date => date.toISOString())
                : fc.oneof(
                      fc.constantFrom('1', 'lamp', 'en', 'EUR', 'T_1'),
                      fc.string({
                          minLength: schema.minLength ?? 1,
                          maxLength: Math.min(schema.maxLength ?? 20, 40),
                      }),
                  );
    }
}

/** Text of the kind that breaks servers. */
export const hostileText = fc.oneof(
    fc.constantFrom(
        "' OR 1=1 --",
        '../../etc/passwd',
        '9'.repeat(30),
        '-1',
        '1e999',
        'NaN',
        'null',
        '\0',
        '\ud800',
        '%00',
        '{}',
        '[object Object]',
        '__proto__',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
);

/** Any JSON, with what breaks servers in it. */
export const hostileJson = fc.oneof(hostileText, fc.jsonValue(), fc.dictionary(hostileText, fc.jsonValue()));
