import { z } from 'zod';
import type { JsonSchema } from '../shell/served-route';

/** Turns zod schemas into JSON Schemas, and gathers those with a name of their own, each to be described once. */
export class Components {
    readonly schemas: Record<string, JsonSchema> = {};

    /**
     * @param io - What callers send (`input`) or are answered (`output`).
     * @throws Error when two different schemas have one name.
     */
    describe(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
        const { $defs = {}, ...described } = z.toJSONSchema(schema, {
            io,
            override: ({ jsonSchema }) => {
                // The format says it, and its pattern is a line of its own.
                if (jsonSchema.format) {
                    delete jsonSchema.pattern;
                }
                // An answer may have more tomorrow.
                if (io === 'output' && jsonSchema.additionalProperties === false) {
                    delete jsonSchema.additionalProperties;
                }
            },
        });
        for (const [name, definition] of Object.entries($defs)) {
            this.keep(name, refersToComponents(definition));
        }
        delete described.$schema;
        return refersToComponents(described);
    }

    private keep(name: string, definition: JsonSchema): void {
        const known = this.schemas[name];
        if (known && JSON.stringify(known) !== JSON.stringify(definition)) {
            throw new Error(`Two schemas of the REST API have the id "${name}"`);
        }
        this.schemas[name] = definition;
    }
}

function refersToComponents(schema: object): JsonSchema {
    return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
}
