import { SPECIAL_MUTATIONS } from './special-mutations';
import type { SubjectPlan } from './subject';

/** An argument of a mutation, or a field of its input, that holds ids. */
export interface IdArgument {
    /** Where it is in the arguments; lists on the way are gone through. */
    readonly path: readonly string[];
    /** Name of the input object that it is a field of. */
    readonly inputType?: string;
}

/** What the schema says of a mutation. */
export interface MutationShape {
    readonly name: string;
    readonly ids: readonly IdArgument[];
    /** Name of the object that it answers with when nothing is refused; of a list, that of its items. */
    readonly answer: string | undefined;
}

/** The id that a thing has. */
const OWN = /^ids?$/;

/**
 * Reads from the schema what a mutation is about. Its own name decides only where it is the name of a type as a whole:
 * `deleteCustomerNote` is not about a customer of this number.
 *
 * @param types - Names of the schema's object types.
 * @returns nothing where the schema does not tell, so that it has to be said among {@link SPECIAL_MUTATIONS}.
 */
export function planOf(shape: MutationShape, types: ReadonlySet<string>): SubjectPlan | undefined {
    const special = SPECIAL_MUTATIONS[shape.name];
    if (special) {
        return special;
    }
    const own = shape.ids.find(({ path }) => OWN.test(path.at(-1) ?? ''));
    if (own) {
        const type = typeOfOwn(shape, own, types);
        return type === undefined ? undefined : { type, ids: { from: 'arguments', path: own.path } };
    }
    if (shape.name.startsWith('create') || shape.ids.length === 0) {
        return shape.answer === undefined
            ? undefined
            : { type: shape.answer, ids: { from: 'answer', path: ['id'] } };
    }
    return byName(shape, types);
}

/** By the whole name of the mutation, that of its input (`UpdateAddressInput`), or what it answers with. */
function typeOfOwn(
    { name, answer }: MutationShape,
    { inputType }: IdArgument,
    types: ReadonlySet<string>,
): string | undefined {
    const ofInput = inputType?.replace(/^[A-Z][a-z]+(?=[A-Z])/, '').replace(/Input$/, '');
    const named = [...singularsOf(name.replace(/^[a-z]+/, '')), ...(ofInput ? [ofInput] : [])];
    return named.find(type => types.has(type)) ?? answer;
}

/** By the names of arguments, such as `administratorId`: that of what is answered with, or the only one of a type. */
function byName({ ids, answer }: MutationShape, types: ReadonlySet<string>): SubjectPlan | undefined {
    const named = ids
        .map(({ path }) => ({ path, type: typeNamedBy(path.at(-1) ?? '') }))
        .filter(({ type }) => types.has(type));
    const found = named.find(({ type }) => type === answer) ?? (named.length === 1 ? named[0] : undefined);
    return found && { type: found.type, ids: { from: 'arguments', path: found.path } };
}

function typeNamedBy(argument: string): string {
    return argument.replace(/Ids?$/, '').replace(/^./, first => first.toUpperCase());
}

function singularsOf(name: string): string[] {
    return [name, name.replace(/ies$/, 'y'), name.replace(/es$/, ''), name.replace(/s$/, '')];
}

/** What a mutation of which nothing is known is about: as much of its name as is left without the verb. */
export function unplanned(mutation: string): SubjectPlan {
    const rest = mutation.replace(/^[a-z]+/, '');
    return { type: rest || mutation.replace(/^./, first => first.toUpperCase()), ids: { from: 'nowhere' } };
}

/** What stands at a path of JSON, lists on the way gone through, as far as it may be an id. */
export function idsAt(value: unknown, path: readonly string[]): (string | number)[] {
    if (Array.isArray(value)) {
        return value.flatMap(item => idsAt(item, path));
    }
    const [next, ...rest] = path;
    if (next === undefined) {
        return typeof value === 'string' || typeof value === 'number' ? [value] : [];
    }
    return typeof value === 'object' && value !== null
        ? idsAt((value as Readonly<Record<string, unknown>>)[next], rest)
        : [];
}
