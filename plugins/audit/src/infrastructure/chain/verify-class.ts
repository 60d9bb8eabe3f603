import type { KeyObject } from 'node:crypto';
import type { AuditClass } from '../../domain/audit-class';
import { type ChainHead, readAnchor } from './anchor';
import type { Fault, FaultKind } from './fault';
import { genesisHash, linkHash } from './link-hash';
import { anchorsOf, type LinkRow, linksOf, type Query } from './trail-reader';
import type { AnchorsFound } from './verify-anchors';

interface SignedHead extends ChainHead {
    readonly anchor: number;
}

/** Follows the links of one class to their end, or to the first that is wrong. */
export async function verifyClass(
    query: Query,
    name: AuditClass,
    anchors: AnchorsFound,
    keys: ReadonlyMap<string, KeyObject>,
    pageSize: number,
): Promise<{ links: number; fault?: Fault }> {
    const heads = signedHeads(query, name, keys, pageSize);
    let signed = (await heads.next()).value;
    let last: { seq: number; hash: Buffer } | undefined;
    let links = 0;
    for await (const row of linksOf(query, name, pageSize)) {
        const previous: { seq: number; hash: Buffer } = last ?? startBefore(row, name, anchors);
        const fault = faultOf(row, previous, name, anchors);
        if (fault) {
            return { links, fault };
        }
        while (signed && signed.seq <= row.seq) {
            if (signed.seq === row.seq && signed.hash !== row.hash.toString('hex')) {
                const message = `Link ${row.seq} (${name}, entry ${row.entryId}) is not the one that anchor ${signed.anchor} was signed for: the trail up to it was rewritten.`;
                return {
                    links,
                    fault: { ...place(row, name), kind: 'anchor-disagrees', anchor: signed.anchor, message },
                };
            }
            signed = (await heads.next()).value;
        }
        last = { seq: row.seq, hash: row.hash };
        links++;
    }
    return { links, ...endFault(name, last?.seq ?? 0, anchors) };
}

/** What the first link that there is builds on: nothing, or what was dropped in its time and signed for. */
function startBefore(row: LinkRow, name: AuditClass, { dropped }: AnchorsFound) {
    const through = dropped
        .filter(month => month.class === name)
        .map(month => month.through)
        .find(head => head?.seq === row.seq - 1);
    return through
        ? { seq: through.seq, hash: Buffer.from(through.hash, 'hex') }
        : { seq: 0, hash: genesisHash(name) };
}

function faultOf(
    row: LinkRow,
    previous: { seq: number; hash: Buffer },
    name: AuditClass,
    anchors: AnchorsFound,
): Fault | undefined {
    const where = `(${name}, entry ${row.entryId}, ${row.at})`;
    const fault = (kind: FaultKind, message: string): Fault => ({ ...place(row, name), kind, message });
    if (row.seq !== previous.seq + 1) {
        const seq = previous.seq + 1;
        const message = `Link ${seq} of ${name} is missing: link ${row.seq} ${where} follows on ${previous.seq}.`;
        return { kind: 'link-missing', class: name, seq, at: row.at, message };
    }
    if (!linkHash(previous.hash, row).equals(row.hash)) {
        return fault('link-changed', `Link ${row.seq} ${where} was changed, or is in another's place.`);
    }
    if (row.actualHash === null) {
        const month = row.at.slice(0, 7);
        const isOver = anchors.dropped.some(drop => drop.class === name && drop.month === month);
        return isOver ? undefined : fault('entry-removed', `Entry ${row.entryId} ${where} was removed.`);
    }
    return row.actualHash.equals(row.entryHash)
        ? undefined
        : fault('entry-changed', `Entry ${row.entryId} ${where} was changed.`);
}

function place(row: LinkRow, name: AuditClass) {
    return { class: name, seq: row.seq, entryId: String(row.entryId), at: row.at };
}

function endFault(name: AuditClass, last: number, { latest }: AnchorsFound): { fault?: Fault } {
    const signed = latest[name];
    if (!signed || signed.seq <= last) {
        return {};
    }
    const message = `The end of ${name} is missing: link ${last + 1} and those after it, up to ${signed.seq} at least, which an anchor was signed for.`;
    return { fault: { kind: 'link-missing', class: name, seq: last + 1, at: signed.at, message } };
}

async function* signedHeads(
    query: Query,
    name: AuditClass,
    keys: ReadonlyMap<string, KeyObject>,
    pageSize: number,
): AsyncGenerator<SignedHead, undefined> {
    for await (const row of anchorsOf(query, pageSize)) {
        const head = readAnchor(row, keys)?.heads[name];
        if (head) {
            yield { ...head, anchor: row.number };
        }
    }
    return undefined;
}
