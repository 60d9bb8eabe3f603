import type { KeyObject } from 'node:crypto';
import type { AuditClass } from '../../domain/audit-class';
import {
    type AnchorContent,
    type ChainHead,
    type DroppedMonth,
    hashOfPayload,
    readAnchor,
    type SignedAnchor,
} from './anchor';
import type { Fault } from './fault';
import { type AnchorRow, anchorsOf, type Query } from './trail-reader';

/** What the anchors say, as far as they can be believed. */
export interface AnchorsFound {
    readonly count: number;
    /** The first that is wrong. */
    readonly fault?: Fault;
    /** The furthest link of each class that was signed for, and when. */
    readonly latest: Partial<Record<AuditClass, ChainHead & { at: string }>>;
    readonly dropped: readonly DroppedMonth[];
}

/** Checks each anchor's signature, number and place, and that none of those published is gone. */
export async function verifyAnchors(
    query: Query,
    keys: ReadonlyMap<string, KeyObject>,
    pageSize: number,
    published: AsyncIterable<SignedAnchor> = none(),
): Promise<AnchorsFound> {
    const latest: AnchorsFound['latest'] = {};
    const dropped: DroppedMonth[] = [];
    const outside = published[Symbol.asyncIterator]();
    const learn = (content: AnchorContent) => {
        dropped.push(...content.dropped);
        for (const [name, head] of Object.entries(content.heads) as Array<[AuditClass, ChainHead]>) {
            if (head.seq > (latest[name]?.seq ?? 0)) {
                latest[name] = { ...head, at: content.at };
            }
        }
    };
    let fault: Fault | undefined;
    let previous: string | null = null;
    let count = 0;
    let copy = await outside.next();
    for await (const row of anchorsOf(query, pageSize)) {
        const content = readAnchor(row, keys);
        fault ??= faultOf(row, content, count + 1, previous);
        while (!copy.done && numberOf(copy.value) <= row.number) {
            fault ??= faultOfCopy(copy.value, row, keys);
            copy = await outside.next();
        }
        if (content) {
            learn(content);
        }
        previous = hashOfPayload(row.payload);
        count++;
    }
    for (; !copy.done; copy = await outside.next()) {
        const content = readAnchor(copy.value, keys);
        if (content) {
            fault ??= missing(content.number, content.at);
            learn(content);
        }
    }
    return { count, ...(fault ? { fault } : {}), latest, dropped };
}

function faultOf(
    { number, at }: AnchorRow,
    content: AnchorContent | undefined,
    expected: number,
    previous: string | null,
): Fault | undefined {
    if (number !== expected) {
        return missing(expected, at);
    }
    if (!content || content.number !== number || content.previous !== previous) {
        const message = `Anchor ${number} (${at}) was changed, or is signed by a key that is not believed.`;
        return { kind: 'anchor-changed', anchor: number, at, message };
    }
    return undefined;
}

function faultOfCopy(
    copy: SignedAnchor,
    row: AnchorRow,
    keys: ReadonlyMap<string, KeyObject>,
): Fault | undefined {
    const content = readAnchor(copy, keys);
    if (!content) {
        return undefined;
    }
    if (content.number < row.number) {
        return missing(content.number, content.at);
    }
    const message = `Anchor ${row.number} (${row.at}) is not the one that was published.`;
    return copy.payload === row.payload
        ? undefined
        : { kind: 'anchor-changed', anchor: row.number, at: row.at, message };
}

function missing(number: number, at: string): Fault {
    return { kind: 'anchor-missing', anchor: number, at, message: `Anchor ${number} is missing.` };
}

/** What can't be read sorts first, and is passed over: a published line may have been cut short by a full disk. */
function numberOf({ payload }: SignedAnchor): number {
    try {
        return (JSON.parse(payload) as AnchorContent).number;
    } catch {
        return 0;
    }
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* none(): AsyncGenerator<SignedAnchor> {
    yield* [];
}
