import { readFileSync } from 'node:fs';
import { gunzipSync, inflateSync } from 'node:zlib';

/** What an R object becomes here: vectors as arrays (NA as NaN or null), pair lists and symbols as what they hold. */
export type RValue = null | string | RVector | RPairs;

export interface RVector {
    readonly values: ReadonlyArray<number | string | null | RValue>;
    readonly attributes: RPairs;
}

type RPairs = ReadonlyMap<string, RValue>;

/**
 * One object out of a package's lazy-load database: `base`.rdx is the index, `base`.rdb holds the objects, each with
 * its length before it and compressed by zlib.
 */
export function readLazyObject(base: string, name: string): RValue {
    const index = named(new RReader(gunzipSync(readFileSync(`${base}.rdx`))).read());
    const entry = named(index.get('variables')).get(name);
    if (!isVector(entry)) {
        throw new Error(`${base}.rdx lists no "${name}".`);
    }
    const [offset, length] = entry.values as [number, number];
    const chunk = readFileSync(`${base}.rdb`).subarray(offset, offset + length);
    return new RReader(inflateSync(chunk.subarray(4))).read();
}

/** The elements of a list, or the columns of a data frame, by name. */
export function named(value: RValue | undefined): ReadonlyMap<string, RValue> {
    const names = isVector(value) ? value.attributes.get('names') : undefined;
    if (!isVector(value) || !isVector(names)) {
        throw new Error('Not an R list with names.');
    }
    return new Map(value.values.map((element, at) => [text(names.values[at]), element as RValue]));
}

/** Throws when it is anything but a string. */
export function text(value: RVector['values'][number] | undefined): string {
    if (typeof value !== 'string') {
        throw new Error(`An R string was expected, not ${JSON.stringify(value)}.`);
    }
    return value;
}

export function isVector(value: RValue | undefined): value is RVector {
    return typeof value === 'object' && value !== null && 'values' in value && 'attributes' in value;
}

const type = { symbol: 1, pairs: 2, chars: 9, logical: 10, int: 13, real: 14, strings: 16, list: 19 };
const [reference, nil] = [255, 254];
const [hasAttributes, hasTag] = [0x200, 0x400];

/** Reads R's binary serialisation, big-endian ("X"), as far as data frames need it. */
class RReader {
    private at = 2;
    private readonly symbols: string[] = [];

    constructor(private readonly bytes: Buffer) {
        if (bytes.toString('latin1', 0, 2) !== 'X\n') {
            throw new Error('Not an R serialisation in its binary big-endian form.');
        }
        const version = this.int();
        this.at += 8;
        if (version >= 3) {
            const encoding = this.int();
            this.at += encoding;
        }
    }

    read(): RValue {
        const flags = this.int();
        const kind = flags & 0xff;
        switch (kind) {
            case nil:
                return null;
            case reference:
                return this.symbols[(flags >> 8 || this.int()) - 1]!;
            case type.symbol:
                return this.symbols[this.symbols.push(this.read() as string) - 1]!;
            case type.chars:
                return this.chars(this.int());
            case type.pairs:
                return this.pairs(flags);
            case type.logical:
            case type.int:
                return this.vector(flags, () => naAsNaN(this.int()));
            case type.real:
                return this.vector(flags, () => this.real());
            case type.strings:
            case type.list:
                return this.vector(flags, () => this.read());
            default:
                throw new Error(`R objects of type ${kind} are not read (at byte ${this.at - 4}).`);
        }
    }

    private vector(flags: number, element: () => RVector['values'][number]): RVector {
        const values = Array.from({ length: this.int() }, element);
        return { values, attributes: flags & hasAttributes ? (this.read() as RPairs) : new Map() };
    }

    /** A pair list is read to its end here, since its tail follows each element with flags of its own. */
    private pairs(first: number): RPairs {
        const pairs = new Map<string, RValue>();
        for (let flags = first; (flags & 0xff) === type.pairs; flags = this.int()) {
            if (flags & hasAttributes) {
                this.read();
            }
            const tag = flags & hasTag ? (this.read() as string) : String(pairs.size);
            pairs.set(tag, this.read());
        }
        return pairs;
    }

    private chars(length: number): string | null {
        if (length < 0) {
            return null;
        }
        this.at += length;
        return this.bytes.toString('utf8', this.at - length, this.at);
    }

    private int(): number {
        this.at += 4;
        return this.bytes.readInt32BE(this.at - 4);
    }

    private real(): number {
        this.at += 8;
        return this.bytes.readDoubleBE(this.at - 8);
    }
}

function naAsNaN(value: number): number {
    return value === -(2 ** 31) ? NaN : value;
}
