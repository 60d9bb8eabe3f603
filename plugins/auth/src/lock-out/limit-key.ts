import { networkOf } from '@efi/plugin-kit';
import { createHash } from 'node:crypto';

/** The name of a count, from which neither account nor address can be read. */
export function limitKey(...parts: string[]): string {
    return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** What two spellings of one account have in common. Vendure compares in lower case. */
export function accountOf(identifier: string): string {
    return identifier.trim().toLowerCase();
}

/** The network that an address counts with. What has none, a job for one, counts together. */
export function placeOf(address: string | undefined): string {
    return address ? networkOf(address) : 'none';
}
