import {
    type GraphQLField,
    type GraphQLInputType,
    isEnumType,
    isInputObjectType,
    isLeafType,
    isListType,
    isNonNullType,
    isObjectType,
    isUnionType,
} from 'graphql';

/** An id that nothing has. */
export const nobody = 'T_987654';

/** A mutation with the least that its types demand, and the variables for it. */
export function leastCall(field: GraphQLField<unknown, unknown>) {
    const needed = field.args.filter(({ type }) => isNonNullType(type));
    const declared = needed.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
    const given = needed.map(({ name }) => `${name}: $${name}`).join(', ');
    const inner = isNonNullType(field.type) ? field.type.ofType : field.type;
    const item = isListType(inner)
        ? isNonNullType(inner.ofType)
            ? inner.ofType.ofType
            : inner.ofType
        : inner;
    const fields = isObjectType(item) || isUnionType(item) ? ' { __typename }' : '';
    return {
        document: `mutation${declared ? `(${declared})` : ''} { ${field.name}${given ? `(${given})` : ''}${fields} }`,
        variables: Object.fromEntries(needed.map(({ name, type }) => [name, leastValue(type, name)])),
    };
}

function leastValue(type: GraphQLInputType, name: string): unknown {
    if (isNonNullType(type)) {
        return leastValue(type.ofType, name);
    }
    if (isListType(type)) {
        return type.ofType && isNonNullType(type.ofType) && isLeafType(type.ofType.ofType)
            ? [leastValue(type.ofType, name)]
            : [];
    }
    if (isEnumType(type)) {
        return type.getValues()[0]?.name;
    }
    if (isInputObjectType(type)) {
        return Object.fromEntries(
            Object.values(type.getFields())
                .filter(field => isNonNullType(field.type))
                .map(field => [field.name, leastValue(field.type, field.name)]),
        );
    }
    const values: Record<string, unknown> = {
        ID: nobody,
        Int: 1,
        Float: 1,
        Money: 1,
        Boolean: false,
        DateTime: '2030-01-01T00:00:00Z',
        JSON: {},
    };
    return values[type.name] ?? `x-${name}`;
}
