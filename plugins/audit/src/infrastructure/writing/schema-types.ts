import type {
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLUnionType,
} from 'graphql';

/**
 * Types of a schema by their tags. The functions of `graphql` refuse types that another copy of the package made, and
 * an application that loads it as CommonJS and as an ES module has two.
 */
const hasTag =
    <Type>(tag: string) =>
    (type: unknown): type is Type =>
        Object.prototype.toString.call(type) === `[object ${tag}]`;

export const isObject = hasTag<GraphQLObjectType<unknown, unknown>>('GraphQLObjectType');
export const isUnion = hasTag<GraphQLUnionType>('GraphQLUnionType');
export const isInputObject = hasTag<GraphQLInputObjectType>('GraphQLInputObjectType');

type AnyType = GraphQLInputType | GraphQLOutputType;

/** Without lists and non-nulls around it. */
export function namedTypeOf(type: AnyType): unknown {
    return 'ofType' in type ? namedTypeOf(type.ofType as AnyType) : type;
}

/** Whether it is a list of objects. */
export function isObjectList(type: GraphQLOutputType): boolean {
    return String(type).startsWith('[') && isObject(namedTypeOf(type));
}
