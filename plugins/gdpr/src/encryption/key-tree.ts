import { hash, randomBytes } from 'node:crypto';

/** Of a key's id, in bytes. */
export const KEY_ID_BYTES = 8;

const DEPTH = KEY_ID_BYTES * 8;
const SEED_BYTES = 32;
const NODE_BYTES = 1 + KEY_ID_BYTES + SEED_BYTES;

/** How deep the ids that one process makes are the same; see {@link newKeyIds}. */
const BLOCK_DEPTH = 48;
const CACHED_BLOCKS = 4096;

/** A place in the tree: as many bits of `path` as `depth` says, the others are zero. */
interface Node {
    readonly depth: number;
    readonly path: Buffer;
    readonly seed: Buffer;
}

/** The way down to a key: the seeds of all nodes from one to the leaf. */
interface Way {
    readonly from: Node;
    readonly id: Buffer;
    readonly seeds: readonly Buffer[];
}

/**
 * Keys by their ids, each of which can be destroyed: the puncturable function of Goldreich, Goldwasser and Micali
 * (“How to construct random functions”, 1986; punctured as by Boneh and Waters, 2013).
 *
 * A binary tree whose leaves are the keys. Each node's seed gives the seeds of its two children by SHA-256, and no child
 * leads back. Kept is the root's seed alone. To destroy a key, the seeds on the way to it are replaced by those beside
 * the way: all other keys stay, and what is left says nothing of that one.
 */
export class KeyTree {
    private readonly blocks = new Map<string, Node>();
    private last: Way | undefined;

    private constructor(private nodes: Map<string, Node>) {}

    /** With a root nobody else has. */
    static grow(): KeyTree {
        return KeyTree.of([{ depth: 0, path: Buffer.alloc(KEY_ID_BYTES), seed: randomBytes(SEED_BYTES) }]);
    }

    /** @throws when it is not what {@link toBytes} gave. */
    static fromBytes(bytes: Uint8Array): KeyTree {
        if (bytes.length % NODE_BYTES) {
            throw new Error('A tree of keys is cut off.');
        }
        const nodes: Node[] = [];
        for (let start = 0; start < bytes.length; start += NODE_BYTES) {
            const node = Buffer.from(bytes.subarray(start, start + NODE_BYTES));
            nodes.push({
                depth: node.readUInt8(0),
                path: node.subarray(1, 1 + KEY_ID_BYTES),
                seed: node.subarray(1 + KEY_ID_BYTES),
            });
        }
        return KeyTree.of(nodes);
    }

    private static of(nodes: readonly Node[]): KeyTree {
        return new KeyTree(new Map(nodes.map(node => [placeOf(node.path, node.depth), node])));
    }

    toBytes(): Buffer {
        const nodes = [...this.nodes.values()];
        return Buffer.concat(nodes.flatMap(({ depth, path, seed }) => [Buffer.of(depth), path, seed]));
    }

    /** @returns 32 bytes, or undefined when the key was destroyed. */
    key(id: Buffer): Buffer | undefined {
        const block = this.block(id);
        if (!block) {
            return undefined;
        }
        this.last = wayTo(id, block, this.last);
        return this.last.seeds.at(-1);
    }

    /** Safe to do again. @returns whether the key was there. */
    destroy(id: Buffer): boolean {
        const above = this.nearest(id);
        if (!above) {
            return false;
        }
        this.nodes.delete(placeOf(above.path, above.depth));
        this.blocks.clear();
        this.last = undefined;
        for (let node = above; node.depth < DEPTH; node = child(node, bitAt(id, node.depth))) {
            const beside = child(node, bitAt(id, node.depth) ? 0 : 1);
            this.nodes.set(placeOf(beside.path, beside.depth), beside);
        }
        return true;
    }

    /** Most keys that are asked for share their first bits with one that was just asked for. */
    private block(id: Buffer): Node | undefined {
        const place = placeOf(id, BLOCK_DEPTH);
        const known = this.blocks.get(place);
        if (known) {
            return known;
        }
        const above = this.nearest(id);
        if (!above || above.depth > BLOCK_DEPTH) {
            return above;
        }
        const block = descend(above, id, BLOCK_DEPTH);
        if (this.blocks.size >= CACHED_BLOCKS) {
            this.blocks.clear();
        }
        this.blocks.set(place, block);
        return block;
    }

    private nearest(id: Buffer): Node | undefined {
        for (let depth = 0; depth <= DEPTH; depth++) {
            const node = this.nodes.get(placeOf(id, depth));
            if (node) {
                return node;
            }
        }
        return undefined;
    }
}

/**
 * Ids that nobody had before: 48 random bits for each run of 65,536, which are counted. What is written together lies
 * together in the tree, so that destroying it costs little more than destroying one.
 */
export function newKeyIds(): () => Buffer {
    let block = Buffer.alloc(0);
    let next = 0;
    return () => {
        if (next % 0x1_0000 === 0) {
            block = randomBytes(KEY_ID_BYTES - 2);
            next = 0;
        }
        const id = Buffer.concat([block, Buffer.alloc(2)]);
        id.writeUInt16BE(next++, KEY_ID_BYTES - 2);
        return id;
    };
}

/** @param last - What a row has was sealed together, so that the ways to its keys are nearly one. */
function wayTo(id: Buffer, from: Node, last: Way | undefined): Way {
    const shared = last?.from === from ? sharedBits(last.id, id) - from.depth : 0;
    const seeds = last && shared > 0 ? last.seeds.slice(0, shared + 1) : [from.seed];
    for (let depth = from.depth + seeds.length - 1; depth < DEPTH; depth++) {
        seeds.push(seedBelow(seeds.at(-1) ?? from.seed, bitAt(id, depth)));
    }
    return { from, id, seeds };
}

function descend(from: Node, id: Buffer, depth: number): Node {
    let node = from;
    while (node.depth < depth) {
        node = child(node, bitAt(id, node.depth));
    }
    return node;
}

function child({ depth, path, seed }: Node, bit: number): Node {
    const to = Buffer.from(path);
    if (bit) {
        const byte = depth >> 3;
        to.writeUInt8(to.readUInt8(byte) | (0x80 >> (depth & 7)), byte);
    }
    return { depth: depth + 1, path: to, seed: seedBelow(seed, bit) };
}

function seedBelow(seed: Buffer, bit: number): Buffer {
    return hash('sha256', Buffer.concat([Buffer.of(bit), seed]), 'buffer');
}

function sharedBits(one: Buffer, other: Buffer): number {
    const differing = one.findIndex((byte, index) => byte !== other[index]);
    return differing < 0
        ? DEPTH
        : differing * 8 + Math.clz32((one[differing] ?? 0) ^ (other[differing] ?? 0)) - 24;
}

function bitAt(id: Buffer, index: number): number {
    return (id.readUInt8(index >> 3) >> (7 - (index & 7))) & 1;
}

/** Names a node: its depth and the bits up to there. */
function placeOf(path: Buffer, depth: number): string {
    const bytes = Buffer.from(path);
    for (let index = 0; index < bytes.length; index++) {
        const bits = Math.min(8, Math.max(0, depth - index * 8));
        bytes.writeUInt8(bytes.readUInt8(index) & (0xff << (8 - bits)) & 0xff, index);
    }
    return `${depth}:${bytes.toString('latin1')}`;
}
