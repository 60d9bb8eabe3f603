import { execFileSync } from 'node:child_process';

type RValue = null | string | RVector | RPairs;

interface RVector {
    readonly values: ReadonlyArray<number | RValue>;
    readonly attributes: RPairs;
}

type RPairs = ReadonlyMap<string, RValue>;

/** Columns of numbers of a data frame inside of a list that was saved to an .rda file. Packed by xz, which unpacks it. */
export function readFrame(
    file: string,
    object: string,
    frame: string,
): ReadonlyMap<string, readonly number[]> {
    const bytes = execFileSync('xz', ['--decompress', '--stdout', file], { maxBuffer: 1 << 28 });
    if (bytes.toString('latin1', 0, 7) !== 'RDX3\nX\n' && bytes.toString('latin1', 0, 7) !== 'RDX2\nX\n') {
        throw new Error(`${file} is no R data in its binary big-endian form.`);
    }
    const saved = new RReader(bytes.subarray(5)).read() as RPairs;
    const columns = named(named(saved.get(object)).get(frame));
    return new Map([...columns].map(([name, column]) => [name, (column as RVector).values as number[]]));
}

function named(value: RValue | undefined): ReadonlyMap<string, RValue> {
    if (value === null || typeof value !== 'object' || !('attributes' in value)) {
        throw new Error('An R list was expected.');
    }
    const names = value.attributes.get('names') as RVector;
    return new Map(names.values.map((name, at) => [name as string, value.values[at] as RValue]));
}

const type = { symbol: 1, pairs: 2, chars: 9, int: 13, real: 14, strings: 16, list: 19 };
const [reference, nil] = [255, 254];
const [hasAttributes, hasTag] = [0x200, 0x400];

/** Reads R's serialisation as far as a data frame of numbers needs it (R Internals, 1.8). */
class RReader {
    private at = 2;
    private readonly symbols: string[] = [];

    constructor(private readonly bytes: Buffer) {
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
            case type.int:
                return this.vector(flags, () => this.int());
            case type.real:
                return this.vector(flags, () => this.real());
            case type.strings:
            case type.list:
                return this.vector(flags, () => this.read());
            default:
                throw new Error(`R objects of type ${kind} are not read (at byte ${this.at - 4}).`);
        }
    }

    private vector(flags: number, element: () => number | RValue): RVector {
        const values = Array.from({ length: this.int() }, element);
        return { values, attributes: flags & hasAttributes ? (this.read() as RPairs) : new Map() };
    }

    /** A pair list is read to its end here, since its tail follows each element with flags of its own. */
    private pairs(first: number): RPairs {
        const pairs = new Map<string, RValue>();
        for (let flags = first; (flags & 0xff) === type.pairs; flags = this.int()) {
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
