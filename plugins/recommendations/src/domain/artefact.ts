import { Artefact, NumberArray } from './model';

/** Says what the bytes are, and in which layout. */
const magic = 'EFIREC01';

const arrayTypes = { i32: Int32Array, f32: Float32Array, f64: Float64Array } as const;
type ArrayType = keyof typeof arrayTypes;

interface Header {
    readonly kind: string;
    readonly numbers: Readonly<Record<string, number>>;
    readonly arrays: ReadonlyArray<{ name: string; type: ArrayType; length: number; offset: number }>;
}

/** Magic, length of the header, header in JSON, then the arrays as they lie in memory (little-endian), aligned to 8. */
export function encodeArtefact(artefact: Artefact): Uint8Array {
    let size = 0;
    const arrays = Object.entries(artefact.arrays).map(([name, array]) => {
        const offset = size;
        size += align(array.byteLength);
        return { name, type: typeOf(array), length: array.length, offset };
    });
    const { kind, numbers } = artefact;
    const header = new TextEncoder().encode(JSON.stringify({ kind, numbers, arrays } satisfies Header));
    const body = align(magic.length + 4 + header.length);
    const bytes = new Uint8Array(body + size);
    bytes.set(new TextEncoder().encode(magic));
    new DataView(bytes.buffer).setUint32(magic.length, header.length, true);
    bytes.set(header, magic.length + 4);
    for (const { name, offset } of arrays) {
        const array = artefact.arrays[name]!;
        bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), body + offset);
    }
    return bytes;
}

/** Throws an Error when the bytes are no artefact, or cut off. */
export function decodeArtefact(bytes: Uint8Array): Artefact {
    if (
        bytes.length < magic.length + 4 ||
        new TextDecoder().decode(bytes.subarray(0, magic.length)) !== magic
    ) {
        throw new Error(`These ${bytes.length} bytes are no artefact of a recommendation model (${magic}).`);
    }
    // A copy of its own, since a typed array needs an aligned buffer and the caller may reuse theirs.
    const own = bytes.slice();
    const headerLength = new DataView(own.buffer).getUint32(magic.length, true);
    const body = align(magic.length + 4 + headerLength);
    const text = new TextDecoder().decode(own.subarray(magic.length + 4, magic.length + 4 + headerLength));
    const header = JSON.parse(text) as Header;
    const end = header.arrays.reduce((most, { type, length, offset }) => {
        return Math.max(most, offset + length * arrayTypes[type].BYTES_PER_ELEMENT);
    }, 0);
    if (body + end > own.length) {
        throw new Error(`The artefact "${header.kind}" is cut off: ${own.length} of ${body + end} bytes.`);
    }
    const arrays = header.arrays.map(({ name, type, length, offset }): [string, NumberArray] => [
        name,
        new arrayTypes[type](own.buffer, body + offset, length),
    ]);
    return { kind: header.kind, numbers: header.numbers, arrays: Object.fromEntries(arrays) };
}

/** The numbers and arrays of an artefact by name, for `load`. Throws when it is of another kind or lacks one. */
export function open(artefact: Artefact, kind: string) {
    if (artefact.kind !== kind) {
        throw new Error(`An artefact of "${artefact.kind}" can't be loaded as "${kind}".`);
    }
    return {
        number: (name: string): number => present(artefact.numbers[name], kind, name),
        ints: (name: string): Int32Array => typed(artefact, name, Int32Array),
        floats: (name: string): Float32Array => typed(artefact, name, Float32Array),
        doubles: (name: string): Float64Array => typed(artefact, name, Float64Array),
    };
}

function typed<T extends NumberArray>(artefact: Artefact, name: string, type: new (length: number) => T): T {
    const array = present(artefact.arrays[name], artefact.kind, name);
    if (!(array instanceof type)) {
        throw new Error(`"${name}" of an artefact of "${artefact.kind}" should be a ${type.name}.`);
    }
    return array;
}

function present<T>(value: T | undefined, kind: string, name: string): T {
    if (value === undefined) {
        throw new Error(`An artefact of "${kind}" lacks "${name}".`);
    }
    return value;
}

function typeOf(array: NumberArray): ArrayType {
    if (array instanceof Int32Array) {
        return 'i32';
    }
    return array instanceof Float32Array ? 'f32' : 'f64';
}

function align(bytes: number): number {
    return Math.ceil(bytes / 8) * 8;
}

/** One artefact of several, each under a name of its own. */
export function joinArtefacts(kind: string, parts: Readonly<Record<string, Artefact>>): Artefact {
    const numbers: Record<string, number> = {};
    const arrays: Record<string, NumberArray> = {};
    for (const [part, artefact] of Object.entries(parts)) {
        Object.entries(artefact.numbers).forEach(([name, value]) => (numbers[`${part}/${name}`] = value));
        Object.entries(artefact.arrays).forEach(([name, value]) => (arrays[`${part}/${name}`] = value));
    }
    return { kind, numbers, arrays };
}

/** The artefact of `kind` that was joined under the name `part`. */
export function partOf(artefact: Artefact, part: string, kind: string): Artefact {
    const own = <T>(named: Readonly<Record<string, T>>): Record<string, T> => {
        const found = Object.entries(named).filter(([name]) => name.startsWith(`${part}/`));
        return Object.fromEntries(found.map(([name, value]) => [name.slice(part.length + 1), value]));
    };
    return { kind, numbers: own(artefact.numbers), arrays: own(artefact.arrays) };
}
