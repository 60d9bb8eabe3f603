import type { PostalAddress } from './signals';

/** The same for the same mailbox, as most providers deliver: without case and what follows a `+`. */
export function sameMailbox(emailAddress: string): string {
    const [local = '', domain = ''] = splitAt(emailAddress.trim().toLowerCase());
    return `${local.replace(/\+.*$/, '')}@${domain}`;
}

/** The same for the same place, however it is written. */
export function samePlace({ street, postalCode, countryCode }: PostalAddress): string {
    return [street, postalCode, countryCode].map(plain).join('|');
}

/** The /24 of an IPv4 and the /48 of an IPv6 address; `undefined` when it is neither. */
export function networkOf(address: string): string | undefined {
    const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address);
    if (v4) {
        return `${v4[1]}.0/24`;
    }
    if (!/^[\da-f:]+$/i.test(address) || !address.includes(':')) {
        return undefined;
    }
    const [head = '', tail] = address.toLowerCase().split('::');
    const left = head === '' ? [] : head.split(':');
    const right = tail === undefined || tail === '' ? [] : tail.split(':');
    const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
    const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
    return `${groups
        .slice(0, 3)
        .map(group => parseInt(group, 16).toString(16))
        .join(':')}::/48`;
}

/** Digits among the characters before the `@`, 0 to 1. */
export function digitShare(emailAddress: string): number {
    const [local = ''] = splitAt(emailAddress);
    return local.length === 0 ? 0 : local.replace(/\D/g, '').length / local.length;
}

function splitAt(emailAddress: string): [string, string] {
    const at = emailAddress.lastIndexOf('@');
    return at < 0 ? [emailAddress, ''] : [emailAddress.slice(0, at), emailAddress.slice(at + 1)];
}

function plain(text: string): string {
    return text
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, '');
}
