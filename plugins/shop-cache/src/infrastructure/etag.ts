import { createHash } from 'node:crypto';

/** A strong validator for the bytes of an answer, as the header has it. */
export function etagOf(body: Buffer): string {
    return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}
