import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import type { AuditClass } from '../../domain/audit-class';

/** The last link of a class when the anchor was made. */
export interface ChainHead {
    readonly seq: number;
    /** Hex. */
    readonly hash: string;
}

/** A month of a class that was dropped when its time was over. */
export interface DroppedMonth {
    readonly class: AuditClass;
    /** Such as `2025-11`, of the entries; UTC. */
    readonly month: string;
    /** The last link that was dropped with it, which the next one builds on; nothing when links were kept. */
    readonly through: ChainHead | null;
}

/** What an anchor says; JSON in this order of keys. */
export interface AnchorContent {
    /** From 1, without gaps. */
    readonly number: number;
    /** ISO 8601. */
    readonly at: string;
    /** Name of the key that signs it. */
    readonly key: string;
    /** SHA-256 of the content of the anchor before, as hex. */
    readonly previous: string | null;
    readonly heads: Readonly<Partial<Record<AuditClass, ChainHead>>>;
    readonly dropped: readonly DroppedMonth[];
}

/** As it is kept: the signature is of these very bytes. */
export interface SignedAnchor {
    readonly payload: string;
    /** Ed25519, base64. */
    readonly signature: string;
}

export function signAnchor(content: AnchorContent, key: KeyObject): SignedAnchor {
    const payload = JSON.stringify(content);
    return { payload, signature: sign(null, Buffer.from(payload), key).toString('base64') };
}

/** @returns nothing when the signature is not one of a key that is believed, or there is no sense in it. */
export function readAnchor(
    { payload, signature }: SignedAnchor,
    keys: ReadonlyMap<string, KeyObject>,
): AnchorContent | undefined {
    try {
        const content = JSON.parse(payload) as AnchorContent;
        const key = keys.get(content.key);
        const isSigned = key && verify(null, Buffer.from(payload), key, Buffer.from(signature, 'base64'));
        return isSigned ? content : undefined;
    } catch {
        return undefined;
    }
}

export function hashOfPayload(payload: string): string {
    return createHash('sha256').update(payload).digest('hex');
}
