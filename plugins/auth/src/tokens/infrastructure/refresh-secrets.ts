import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const FAMILY_BYTES = 16;
const RANDOM_BYTES = 32;
const MAC_BYTES = 32;
const TOKEN = /^[\w-]{107}$/;

/**
 * A new refresh token: the family, 256 random bits, and a MAC over both. The MAC lets a server tell a token that it
 * once gave out from a guess without keeping them all: only the former is a replay.
 */
export function makeRefreshToken(familyId: string, key: Buffer): string {
    const body = Buffer.concat([Buffer.from(familyId.replaceAll('-', ''), 'hex'), randomBytes(RANDOM_BYTES)]);
    return Buffer.concat([body, mac(body, key)]).toString('base64url');
}

/** @returns the family that a refresh token of ours belongs to, whether it is still good or not. */
export function familyOfRefreshToken(token: string, key: Buffer): string | undefined {
    if (!TOKEN.test(token)) {
        return undefined;
    }
    const bytes = Buffer.from(token, 'base64url');
    const body = bytes.subarray(0, FAMILY_BYTES + RANDOM_BYTES);
    const given = bytes.subarray(FAMILY_BYTES + RANDOM_BYTES);
    if (given.length !== MAC_BYTES || !timingSafeEqual(given, mac(body, key))) {
        return undefined;
    }
    const hex = body.subarray(0, FAMILY_BYTES).toString('hex');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function mac(body: Buffer, key: Buffer): Buffer {
    return createHmac('sha256', key).update(body).digest();
}
