import type { KeyObject } from 'node:crypto';
import { auditClasses } from '../../domain/audit-class';
import type { SignedAnchor } from './anchor';
import { verifyAnchors } from './verify-anchors';
import { verifyClass } from './verify-class';
import { type Fault, firstOf, type TrailReport } from './fault';
import { type BlankedEntry, blankedEntries, looseEntries, type LooseEntry, type Query } from './trail-reader';

export interface VerifyOptions {
    /** Whose anchors are believed, by the names of the keys. */
    readonly keys: ReadonlyMap<string, KeyObject>;
    /** Anchors as they were published outside of the database, in their order. @default none */
    readonly published?: AsyncIterable<SignedAnchor>;
    /** So many rows are read at a time. @default 2000 */
    readonly pageSize?: number;
}

/**
 * Reads the whole trail, as it is at one moment, and compares each entry with its link, each link with the one before
 * it, and the chain with the signed anchors. What it needs of memory does not grow with the trail.
 *
 * @param query - On one connection, which is in no transaction; may only read.
 */
export async function verifyTrail(query: Query, options: VerifyOptions): Promise<TrailReport> {
    const begin = performance.now();
    const pageSize = options.pageSize ?? 2000;
    // PostgreSQL's own functions, whatever else goes by their names.
    await query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    try {
        await query('SET LOCAL search_path = pg_catalog');
        const anchors = await verifyAnchors(query, options.keys, pageSize, options.published);
        const faults: Fault[] = anchors.fault ? [anchors.fault] : [];
        let links = 0;
        // A page and its entries are matched by the key, not by reading all of them.
        await query('SET LOCAL enable_hashjoin = off');
        await query('SET LOCAL enable_mergejoin = off');
        for (const name of auditClasses) {
            const found = await verifyClass(query, name, anchors, options.keys, pageSize);
            links += found.links;
            faults.push(...(found.fault ? [found.fault] : []));
        }
        await query('SET LOCAL enable_hashjoin = on');
        const loose = await looseEntries(query);
        const bad = loose.find(({ state }) => state !== 'waiting');
        faults.push(
            ...(bad ? [faultOfLoose(bad)] : []),
            ...(await blankedEntries(query)).map(faultOfBlanked),
        );
        return {
            ok: faults.length === 0,
            ...(faults.length > 0 ? { first: firstOf(faults) } : {}),
            faults,
            links,
            anchors: anchors.count,
            waiting: loose.filter(({ state, isLate }) => state === 'waiting' && isLate).length,
            milliseconds: Math.round(performance.now() - begin),
        };
    } finally {
        await query('ROLLBACK');
    }
}

function faultOfBlanked({ class: name, id, at }: BlankedEntry): Fault {
    const message = `Entry ${id} (${name}, ${at}) says no more where it came from or why, and no erasure tells that it did that.`;
    return { kind: 'person-removed', class: name, entryId: id, at, message };
}

function faultOfLoose({ class: name, id, at, state }: LooseEntry): Fault {
    const where = { class: name, entryId: id, at };
    switch (state) {
        case 'changed':
            return {
                ...where,
                kind: 'entry-changed',
                message: `Entry ${id} (${name}, ${at}) was changed before it was linked.`,
            };
        case 'removed':
            return {
                ...where,
                kind: 'entry-removed',
                message: `Entry ${id} (${name}, ${at}) was removed before it was linked.`,
            };
        case 'unknown':
        case 'waiting':
            return {
                ...where,
                kind: 'entry-not-linked',
                message: `Entry ${id} (${name}, ${at}) was put into the trail past the application: nothing links it.`,
            };
    }
}
