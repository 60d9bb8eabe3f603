import { createHash } from 'node:crypto';
import { genesis } from '../schema/functions';

/** What a link is made of besides the one before. */
export interface LinkFacts {
    readonly seq: number;
    /** Microseconds since 1970. */
    readonly linkedAt: bigint;
    readonly entryId: bigint;
    readonly entryHash: Buffer;
}

/** In place of the link before the first. */
export function genesisHash(name: string): Buffer {
    return createHash('sha256').update(genesis(name)).digest();
}

/** SHA-256 of the previous hash, number, time and entry: what `efi_audit.link_pending` writes. */
export function linkHash(previous: Buffer, { seq, linkedAt, entryId, entryHash }: LinkFacts): Buffer {
    const numbers = Buffer.alloc(24);
    numbers.writeBigInt64BE(BigInt(seq), 0);
    numbers.writeBigInt64BE(linkedAt, 8);
    numbers.writeBigInt64BE(entryId, 16);
    return createHash('sha256').update(previous).update(numbers).update(entryHash).digest();
}
