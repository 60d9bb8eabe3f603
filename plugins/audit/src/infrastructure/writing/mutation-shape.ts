import type { GraphQLField, GraphQLOutputType, GraphQLSchema } from 'graphql';
import type { IdArgument, MutationShape } from '../../domain/subject-plan';
import { isInputObject, isObject, isUnion, namedTypeOf } from './schema-types';

const HOLDS_IDS = /^ids?$|Ids?$/;

/** What the schema says of a mutation, as far as it tells what that is about. */
export function shapeOf(field: GraphQLField<unknown, unknown>): MutationShape {
    return { name: field.name, ids: field.args.flatMap(idsOf), answer: answerOf(field.type) };
}

/** Names of all types that things may have. */
export function typesOf(schema: GraphQLSchema): ReadonlySet<string> {
    return new Set(
        Object.entries(schema.getTypeMap())
            .filter(([, type]) => isObject(type) && 'id' in type.getFields())
            .map(([name]) => name),
    );
}

function idsOf({ name, type }: GraphQLField<unknown, unknown>['args'][number]): IdArgument[] {
    const input = namedTypeOf(type);
    if (isInputObject(input)) {
        return Object.keys(input.getFields())
            .filter(field => HOLDS_IDS.test(field))
            .map(field => ({ path: [name, field], inputType: input.name }));
    }
    return HOLDS_IDS.test(name) ? [{ path: [name] }] : [];
}

/** Of a union, the member that is no refusal. */
function answerOf(type: GraphQLOutputType): string | undefined {
    const named = namedTypeOf(type);
    const member = isUnion(named)
        ? named.getTypes().find(one => !one.getInterfaces().some(({ name }) => name === 'ErrorResult'))
        : named;
    return isObject(member) && 'id' in member.getFields() ? member.name : undefined;
}
