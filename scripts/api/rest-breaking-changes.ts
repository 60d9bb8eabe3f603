import { type Flow, type JsonSchema, misfits } from './schema-fit';

interface Content {
    readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}

interface Parameter {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: JsonSchema;
}

interface Operation {
    readonly operationId: string;
    readonly parameters?: readonly Parameter[];
    readonly requestBody?: Content & { readonly required?: boolean };
    readonly responses: Readonly<Record<string, Content>>;
    readonly security?: readonly object[];
}

export interface OpenApi {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    readonly components?: { readonly schemas?: Readonly<Record<string, JsonSchema>> };
}

type Compare = (before: JsonSchema, after: JsonSchema, flow: Flow) => string[];

/** What callers of an API as it was before can't rely on any more, each in a sentence. */
export function restBreakingChanges(before: OpenApi, after: OpenApi): string[] {
    const [old, now] = [before.components?.schemas ?? {}, after.components?.schemas ?? {}];
    // What was asked for has still to be good; what is answered has to be what was promised.
    const compare: Compare = (was, is, flow) =>
        flow === 'asked'
            ? misfits({ schema: was, components: old }, { schema: is, components: now }, flow)
            : misfits({ schema: is, components: now }, { schema: was, components: old }, flow);
    return Object.entries(before.paths).flatMap(([path, methods]) =>
        Object.entries(methods).flatMap(([method, operation]) => {
            const present = after.paths[path]?.[method];
            const faults = present ? changesOf(operation, present, compare) : ['is gone'];
            return faults.map(fault => `${method.toUpperCase()} ${path}: ${fault}`);
        }),
    );
}

function changesOf(before: Operation, after: Operation, compare: Compare): string[] {
    const isOpen = ({ security = [] }: Operation) =>
        security.length === 0 || security.some(one => Object.keys(one).length === 0);
    return [
        ...(before.operationId === after.operationId
            ? []
            : [`is called ${after.operationId}, not ${before.operationId}`]),
        ...(isOpen(before) && !isOpen(after) ? ['needs somebody to be signed in'] : []),
        ...parameterChanges(before.parameters ?? [], after.parameters ?? [], compare),
        ...bodyChanges(before, after, compare),
        ...answerChanges(before, after, compare),
    ];
}

function parameterChanges(
    before: readonly Parameter[],
    after: readonly Parameter[],
    compare: Compare,
): string[] {
    const same = (one: Parameter) => (other: Parameter) => one.name === other.name && one.in === other.in;
    const gone = before.flatMap(parameter => {
        const present = after.find(same(parameter));
        return present
            ? compare(parameter.schema, present.schema, 'asked').map(fault => `${parameter.name}: ${fault}`)
            : [`${parameter.name} is not read`];
    });
    const demanded = after
        .filter(({ required }) => required)
        .filter(one => !before.find(same(one))?.required);
    return [...gone, ...demanded.map(({ name }) => `${name} is required`)];
}

function bodyChanges(before: Operation, after: Operation, compare: Compare): string[] {
    const isDemanded = after.requestBody?.required && !before.requestBody?.required;
    const types = Object.entries(before.requestBody?.content ?? {});
    return [
        ...(isDemanded ? ['a body is required'] : []),
        ...types.flatMap(([type, { schema }]) => {
            const present = after.requestBody?.content?.[type];
            return present
                ? compare(schema, present.schema, 'asked').map(fault => `body: ${fault}`)
                : [`no body of the type ${type} is read`];
        }),
    ];
}

/** Problems may come and go, says the description; what succeeds may not. */
function answerChanges(before: Operation, after: Operation, compare: Compare): string[] {
    const successes = Object.entries(before.responses).filter(([status]) => status.startsWith('2'));
    return successes.flatMap(([status, { content = {} }]) => {
        const present = after.responses[status];
        if (!present) {
            return [`${status} is not answered`];
        }
        return Object.entries(content).flatMap(([type, { schema }]) => {
            const now = present.content?.[type];
            return now
                ? compare(schema, now.schema, 'answered').map(fault => `${status}: ${fault}`)
                : [`${status} is not answered as ${type}`];
        });
    });
}
