import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { KEY_ID_BYTES, type KeyTree, newKeyIds } from './key-tree';

/** What a sealed text begins with: how it was sealed. */
export const SEAL_PREFIX = 'sealed1:';

/** Prefix, blind index or nothing, number of the tree with the key's id, and what AES-256-GCM made of the text. */
const SEALED = /^sealed1:([\w-]{22})?:([\w-]{12}):([\w-]{38,})$/;

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** All that it takes to seal, open and look up. */
export interface SealingKeys {
    /** By a number from 0 to 255. */
    readonly trees: ReadonlyMap<number, KeyTree>;
    /** The tree under which texts are sealed from now on. */
    readonly current: number;
    /** 32 bytes, from which the blind indexes of what is sealed follow. */
    readonly indexKey: Buffer;
    /** While a rotation is under way, the index keys before it, or the one to come: rows are found by these too. */
    readonly otherIndexKeys: readonly Buffer[];
}

/** Seals texts of columns, each under a key of its own, and opens them. */
export class Sealer {
    private readonly nextId = newKeyIds();

    /** @param keys - Asked each time, so that they can be exchanged while the process runs. */
    constructor(private readonly keys: () => SealingKeys) {}

    /**
     * @param column - Such as `customer.firstName`. A text opens only as what it was sealed as, so that nobody can have
     *   it shown by moving it to another column.
     * @param isIndexed - Whether equal texts are to be found; it also shows which rows have the same.
     */
    seal(text: string, column: string, isIndexed: boolean): string {
        const { trees, current } = this.keys();
        const id = this.nextId();
        const key = trees.get(current)?.key(id);
        if (!key) {
            throw new Error(`There is no key to seal ${column} with.`);
        }
        const nonce = randomBytes(NONCE_BYTES);
        const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(column));
        const sealed = Buffer.concat([
            nonce,
            cipher.update(text, 'utf8'),
            cipher.final(),
            cipher.getAuthTag(),
        ]);
        const name = Buffer.concat([Buffer.of(current), id]).toString('base64url');
        const index = isIndexed ? this.blindIndexes(text)[0] : '';
        return `${SEAL_PREFIX}${index}:${name}:${sealed.toString('base64url')}`;
    }

    /**
     * Leaves what is not sealed as it is.
     *
     * @returns the text, empty when its key was destroyed.
     * @throws when it was changed, moved from another column, or sealed with keys that are not here.
     */
    open(value: string, column: string): string {
        const [, , name = '', content = ''] = SEALED.exec(value) ?? [];
        if (!content) {
            return value;
        }
        const [tree, id] = keyNamed(name);
        const keys = this.keys().trees.get(tree);
        if (!keys) {
            throw new Error(`${column} is sealed under tree ${tree}, whose keys are not here.`);
        }
        const key = keys.key(id);
        return key ? decrypt(Buffer.from(content, 'base64url'), key, column) : '';
    }

    /** Whether it is sealed under the tree that is current. */
    isCurrent(value: string): boolean {
        const name = SEALED.exec(value)?.[2];
        return name !== undefined && keyNamed(name)[0] === this.keys().current;
    }

    /** How many indexes {@link blindIndexes} gives. */
    get indexKeys(): number {
        return 1 + this.keys().otherIndexKeys.length;
    }

    /**
     * By which a text is found: the same for equal texts, whatever their case, and nothing without the key.
     *
     * @returns 22 characters each; first under the key that is current, then under others that rows may still have.
     */
    blindIndexes(text: string): string[] {
        const { indexKey, otherIndexKeys } = this.keys();
        return [indexKey, ...otherIndexKeys].map(key =>
            createHmac('sha256', key)
                .update(text.trim().toLowerCase())
                .digest()
                .subarray(0, 16)
                .toString('base64url'),
        );
    }
}

/** Takes apart what a sealed text names its key by. @returns the number of its tree, and its id there. */
export function keyNamed(name: string): [number, Buffer] {
    const bytes = Buffer.from(name, 'base64url');
    if (bytes.length !== 1 + KEY_ID_BYTES) {
        throw new Error(`${name} names no key.`);
    }
    return [bytes.readUInt8(0), bytes.subarray(1)];
}

function decrypt(bytes: Buffer, key: Buffer, column: string): string {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(column)).setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
        return (
            decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') +
            decipher.final('utf8')
        );
    } catch {
        throw new Error(`${column} has a text that was changed, or was sealed as something else.`);
    }
}
