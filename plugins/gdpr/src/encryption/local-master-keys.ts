import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { MasterKeys } from './master-keys.port';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const AAD = Buffer.from('efi-gdpr keys');

/**
 * Master keys that the process itself has.
 *
 * @param text - `id:base64 of 32 bytes`, separated by white space or commas. The first one wraps; the others are those
 *   before it, until nothing is wrapped under them.
 * @throws Error that says what is wrong with it, without quoting it.
 */
export function localMasterKeys(text: string, name = 'environment'): MasterKeys {
    const keys = parse(text, name);
    const [current] = keys.keys();
    return {
        name,
        wrap: key => Promise.resolve().then(() => wrap(key, current ?? '', keys.get(current ?? ''))),
        unwrap: wrapped =>
            Promise.resolve().then(() => {
                const [id = '', bytes = ''] = wrapped.split(':');
                return unwrap(Buffer.from(bytes, 'base64'), id, keys.get(id), name);
            }),
    };
}

/** The same, from a file that is read anew each time: a new master key needs no restart. */
export function masterKeysInFile(file: string): MasterKeys {
    const read = async () => localMasterKeys(await readFile(file, 'utf8'), file);
    return {
        name: file,
        wrap: async key => (await read()).wrap(key),
        unwrap: async wrapped => (await read()).unwrap(wrapped),
    };
}

function parse(text: string, name: string): Map<string, Buffer> {
    const entries = text.split(/[\s,]+/).filter(Boolean);
    const keys = new Map<string, Buffer>();
    for (const entry of entries) {
        const [id = '', encoded = ''] = entry.split(':');
        const key = Buffer.from(encoded, 'base64');
        if (!/^[\w-]{1,64}$/.test(id) || key.length !== KEY_BYTES || keys.has(id)) {
            throw new Error(
                `Master keys (${name}) must each be "id:base64 of ${KEY_BYTES} bytes", with ids that differ.`,
            );
        }
        keys.set(id, key);
    }
    if (!keys.size) {
        throw new Error(`There are no master keys (${name}).`);
    }
    return keys;
}

function wrap(key: Buffer, id: string, master: Buffer | undefined): string {
    if (!master) {
        throw new Error(`There is no master key ${id}.`);
    }
    const nonce = randomBytes(12);
    const cipher = createCipheriv(CIPHER, master, nonce).setAAD(AAD);
    const bytes = Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
    return `${id}:${bytes.toString('base64')}`;
}

function unwrap(bytes: Buffer, id: string, master: Buffer | undefined, name: string): Buffer {
    if (!master) {
        throw new Error(`The keys are wrapped under the master key "${id}", which is not there (${name}).`);
    }
    try {
        const decipher = createDecipheriv(CIPHER, master, bytes.subarray(0, 12), { authTagLength: 16 });
        decipher.setAAD(AAD).setAuthTag(bytes.subarray(-16));
        return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    } catch {
        throw new Error(`The master key "${id}" (${name}) is not the one under which the keys were wrapped.`);
    }
}
