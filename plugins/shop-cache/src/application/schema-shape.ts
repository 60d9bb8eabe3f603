/** The part of a GraphQL schema that is read, so that a schema of another copy of `graphql` is as good as our own. */
export interface SchemaLike {
    getQueryType(): { readonly name: string } | null | undefined;
    getTypeMap(): Readonly<Record<string, object>>;
}

interface TypeLike {
    readonly name?: string;
    readonly ofType?: TypeLike;
}

/** An object, an interface or an input. */
interface ObjectLike {
    getFields(): Readonly<Record<string, { readonly type: TypeLike }>>;
}

/** Which type each field of each type has, without lists and non-null. */
export class SchemaShape {
    readonly queryType: string;
    private readonly types = new Map<string, ReadonlyMap<string, string>>();

    constructor(schema: SchemaLike) {
        this.queryType = schema.getQueryType()?.name ?? '';
        for (const [name, type] of Object.entries(schema.getTypeMap())) {
            const fields = Object.entries((type as Partial<ObjectLike>).getFields?.() ?? {});
            this.types.set(name, new Map(fields.map(([field, { type: of }]) => [field, nameOf(of)])));
        }
    }

    /** `undefined` when there is no such field. */
    typeOf(type: string, field: string): string | undefined {
        return field === '__typename' ? 'String' : this.types.get(type)?.get(field);
    }
}

function nameOf(type: TypeLike): string {
    return type.ofType ? nameOf(type.ofType) : (type.name ?? '');
}
