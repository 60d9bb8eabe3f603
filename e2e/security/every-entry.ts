import {
    getNamedType,
    type GraphQLInputType,
    type GraphQLOutputType,
    type GraphQLSchema,
    isEnumType,
    isInputObjectType,
    isLeafType,
    isListType,
    isNonNullType,
} from 'graphql';

/** A query or mutation that a schema names, ready to be sent. */
export interface Entry {
    readonly name: string;
    readonly document: string;
}

const PLAIN: Readonly<Record<string, string>> = {
    Int: '1',
    Float: '1.5',
    Money: '100',
    Boolean: 'true',
    ID: '"1"',
    String: '"x"',
    DateTime: '"2030-01-01T00:00:00.000Z"',
    JSON: '{}',
    Upload: 'null',
};

/** One document for each query and mutation of a schema, with the least that its arguments allow. */
export function everyEntry(schema: GraphQLSchema): Entry[] {
    return [schema.getQueryType(), schema.getMutationType()].flatMap(type =>
        Object.values(type?.getFields() ?? {}).map(({ name, args, type: result }) => {
            const given = fields(args);
            const operation = type === schema.getMutationType() ? 'mutation' : 'query';
            const call = given ? `${name}(${given})` : name;
            return { name, document: `${operation} { ${call} ${selection(result)} }` };
        }),
    );
}

function selection(type: GraphQLOutputType): string {
    return isLeafType(getNamedType(type)) ? '' : '{ __typename }';
}

function fields(of: ReadonlyArray<{ readonly name: string; readonly type: GraphQLInputType }>): string {
    return of
        .filter(({ type }) => isNonNullType(type))
        .map(({ name, type }) => `${name}: ${leastOf(type)}`)
        .join(', ');
}

function leastOf(type: GraphQLInputType): string {
    const inner = isNonNullType(type) ? type.ofType : type;
    if (isListType(inner)) {
        return '[]';
    }
    if (isEnumType(inner)) {
        return inner.getValues()[0]?.name ?? '';
    }
    if (isInputObjectType(inner)) {
        return `{ ${fields(Object.values(inner.getFields()))} }`;
    }
    return PLAIN[getNamedType(inner).name] ?? '"x"';
}
