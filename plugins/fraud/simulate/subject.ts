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
