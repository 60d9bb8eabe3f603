import { randomBytes } from 'node:crypto';

/** Lets scanners for leaked secrets find one in code and logs. */
const PREFIX = 'efi_mk_';
const KEY = new RegExp(`^${PREFIX}([0-9a-f]{32})_[\\w-]{43}$`);

/** A new key: what finds it, and 256 random bits. */
export function makeKey(id: string): string {
    return `${PREFIX}${id.replaceAll('-', '')}_${randomBytes(32).toString('base64url')}`;
}

/** Whether something means to be a machine key, good or not. */
export function looksLikeKey(text: string): boolean {
    return text.startsWith(PREFIX);
}

/** The part of a key that finds it, as a UUID. */
export function idOfKey(key: string): string | undefined {
    return KEY.exec(key)?.[1]?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
