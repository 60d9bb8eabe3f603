import {
    getNamedType,
    getNullableType,
    type GraphQLArgument,
    type GraphQLField,
    type GraphQLInputField,
    type GraphQLInputType,
    type GraphQLOutputType,
    type GraphQLSchema,
    isCompositeType,
    isEnumType,
    isInputObjectType,
    isListType,
    isNonNullType,
    isUnionType,
    parse,
    specifiedRules,
    validate,
} from 'graphql';
import { queryLimitRules } from '../../src/config/hardening/query-limits';

/** A query or mutation of a schema with values for its arguments, ready to be sent. */
export interface Call {
    readonly name: string;
    /** Which text holds the value, such as `options.filter.name.eq`. */
    readonly place: string;
    readonly document: string;
    readonly variables: Readonly<Record<string, unknown>>;
}

/** Values to try in the places of one scalar type. */
export type Candidates = Readonly<Partial<Record<string, readonly string[]>>>;

const PLAIN: Readonly<Record<string, unknown>> = {
    Int: 1,
    Float: 1.5,
    Money: 100,
    Boolean: true,
    DateTime: '2030-01-01T00:00:00.000Z',
    JSON: {},
    Upload: null,
};

/** How deep an answer is looked into, as far as the limits of a query let it. */
const MOST_DEPTH = 3;

/**
 * For each place of each argument, however deep in its inputs, and for each candidate of its type: the call with the
 * candidate there. The other arguments are the least that the schema allows, filled with the first candidate. What
 * has no such place is called once. Answers are asked for as wide as the API allows.
 */
export function everyCall(schema: GraphQLSchema, candidates: Candidates): Call[] {
    const calls = (operation: string, field: GraphQLField<unknown, unknown>): Call[] => {
        const document = documentFor(schema, operation, field);
        const least = leastOf(field.args, candidates);
        const places = field.args.flatMap(({ name, type }) => placesIn(type, [name], candidates));
        if (places.length === 0) {
            return [{ name: field.name, place: '', document, variables: least }];
        }
        return places.flatMap(({ path, type }) =>
            (candidates[type] ?? []).map(value => ({
                name: field.name,
                place: path.join('.'),
                document,
                variables: put(field.args, path, value, candidates, least),
            })),
        );
    };
    return [
        ...Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(field => calls('query', field)),
        ...Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(field =>
            calls('mutation', field),
        ),
    ];
}

type Field = GraphQLArgument | GraphQLInputField;

/** The places in a type that take one of the candidates' types. An input within itself is gone into once. */
function placesIn(
    type: GraphQLInputType,
    path: readonly string[],
    candidates: Candidates,
    within: readonly string[] = [],
): Array<{ path: readonly string[]; type: string }> {
    const named = getNamedType(type);
    if (isInputObjectType(named)) {
        return within.includes(named.name)
            ? []
            : Object.values(named.getFields()).flatMap(field =>
                  placesIn(field.type, [...path, field.name], candidates, [...within, named.name]),
              );
    }
    return candidates[named.name] ? [{ path, type: named.name }] : [];
}

function leastOf(of: readonly Field[], candidates: Candidates): Record<string, unknown> {
    return Object.fromEntries(
        of
            .filter(({ type }) => isNonNullType(type))
            .map(({ name, type }) => [name, leastValue(type, candidates)]),
    );
}

function leastValue(type: GraphQLInputType, candidates: Candidates): unknown {
    const inner = getNullableType(type);
    if (isListType(inner)) {
        return [leastValue(inner.ofType, candidates)];
    }
    if (isEnumType(inner)) {
        return inner.getValues()[0]?.name;
    }
    if (isInputObjectType(inner)) {
        return leastOf(Object.values(inner.getFields()), candidates);
    }
    const { name } = getNamedType(type);
    return candidates[name]?.[0] ?? (name in PLAIN ? PLAIN[name] : '1');
}

/** The fields with a value at a path within them. */
function put(
    of: readonly Field[],
    [first, ...rest]: readonly string[],
    value: string,
    candidates: Candidates,
    least: Readonly<Record<string, unknown>> = leastOf(of, candidates),
): Record<string, unknown> {
    const field = of.find(({ name }) => name === first);
    if (!field) {
        return least;
    }
    const named = getNamedType(field.type);
    const inner = isInputObjectType(named)
        ? put(Object.values(named.getFields()), rest, value, candidates)
        : value;
    return { ...least, [field.name]: isListType(getNullableType(field.type)) ? [inner] : inner };
}

/** A call with all arguments as variables that asks for as much as the limits of a query let through. */
function documentFor(
    schema: GraphQLSchema,
    operation: string,
    { name, args, type }: GraphQLField<unknown, unknown>,
): string {
    const variables = args.map(arg => `$${arg.name}: ${String(arg.type)}`).join(', ');
    const given = args.map(arg => `${arg.name}: $${arg.name}`).join(', ');
    const rules = [...specifiedRules, ...queryLimitRules];
    for (let depth = MOST_DEPTH; depth > 0; depth--) {
        const document = `${operation} ${variables && `(${variables})`} { ${name}${given && `(${given})`} ${selection(schema, type, depth)} }`;
        if (validate(schema, parse(document), rules).length === 0) {
            return document;
        }
    }
    throw new Error(`No query for ${name} is valid and within the limits.`);
}

function selection(schema: GraphQLSchema, type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    if (!isCompositeType(named)) {
        return '';
    }
    if (!isUnionType(named)) {
        return `{ __typename ${fieldsOf(schema, named.getFields(), depth)} }`;
    }
    // What failed says so in the same words everywhere; more of it could be at odds with the fields of the others.
    const members = named.getTypes().map(member => {
        const fields = member.getFields();
        const asked = fields.errorCode ? 'errorCode message' : fieldsOf(schema, fields, depth);
        return `... on ${member.name} { ${asked} }`;
    });
    return `{ __typename ${members.join(' ')} }`;
}

function fieldsOf(
    schema: GraphQLSchema,
    fields: Readonly<Record<string, GraphQLField<unknown, unknown>>>,
    depth: number,
): string {
    return Object.values(fields)
        .filter(({ args }) => !args.some(({ type }) => isNonNullType(type)))
        .filter(({ type }) => depth > 1 || !isCompositeType(getNamedType(type)))
        .map(({ name, type }) => `${name} ${selection(schema, type, depth - 1)}`)
        .join(' ');
}
