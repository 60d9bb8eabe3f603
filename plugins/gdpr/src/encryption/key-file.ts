import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { KeyTree } from './key-tree';
import type { MasterKeys } from './master-keys.port';
import type { SealingKeys } from './sealer';

const CIPHER = 'aes-256-gcm';

const base64 = z.base64();
const stored = z.object({ version: z.literal(1), wrapped: z.string(), content: base64 });
const inside = z.object({
    current: z.int().min(0).max(255),
    indexKey: base64,
    otherIndexKeys: z.array(base64).default([]),
    /** What tells this file from others, whatever changes in it; as long as it is not there, the index key. */
    identity: base64.optional(),
    trees: z.record(z.string().regex(/^\d{1,3}$/), base64),
});

interface StoredKeys extends SealingKeys {
    readonly identity: Buffer;
}

/**
 * The file that has all keys, sealed with one that the master key wraps. It is small, and no part of the database: what
 * is destroyed in it stays destroyed whatever backup of the database is restored.
 */
export class KeyFile {
    private held: StoredKeys | undefined;
    private readAt = 0;

    constructor(
        readonly file: string,
        private readonly master: MasterKeys,
    ) {}

    /** @throws before {@link load}. */
    keys(): SealingKeys {
        return this.whole();
    }

    /** @returns whether there is a file. @throws when it can't be read or unwrapped. */
    async load(): Promise<boolean> {
        const changedAt = await stat(this.file).then(({ mtimeMs }) => mtimeMs, whenMissing);
        if (changedAt === undefined) {
            return false;
        }
        this.held = await this.unseal(await readFile(this.file, 'utf8'));
        this.readAt = changedAt;
        return true;
    }

    /** Reads it again when another process changed it. */
    async refresh(): Promise<void> {
        const changedAt = await stat(this.file).then(({ mtimeMs }) => mtimeMs, whenMissing);
        if (changedAt !== undefined && changedAt !== this.readAt) {
            await this.load();
        }
    }

    /** New keys in a new file. @throws when there is one. */
    async create(): Promise<void> {
        if (await this.load()) {
            throw new Error(`There are keys in ${this.file} already.`);
        }
        const indexKey = randomBytes(32);
        await this.store({
            ...{ trees: new Map([[1, KeyTree.grow()]]), current: 1, indexKey, otherIndexKeys: [] },
            identity: randomBytes(32),
        });
    }

    /**
     * Changes the keys and stores them. One process at a time: see `SealingDesk`.
     *
     * @param change - Told the keys as they are now.
     */
    async update(change: (keys: SealingKeys) => SealingKeys): Promise<void> {
        if (!(await this.load())) {
            throw new Error(`There is no file of keys: ${this.file}.`);
        }
        const now = this.whole();
        await this.store({ ...change(now), identity: now.identity });
    }

    /** Tells files apart without giving anything away. */
    fingerprint(): string {
        return createHash('sha256')
            .update('efi-gdpr fingerprint')
            .update(this.whole().identity)
            .digest('base64url');
    }

    private whole(): StoredKeys {
        if (!this.held) {
            throw new Error('The file of keys was not read yet.');
        }
        return this.held;
    }

    /** On disk when it returns, the old or the new one whole. */
    private async store(keys: StoredKeys): Promise<void> {
        const text = await this.seal(keys);
        await mkdir(path.dirname(this.file), { recursive: true, mode: 0o700 });
        const beside = `${this.file}.${process.pid}.tmp`;
        const handle = await open(beside, 'w', 0o600);
        try {
            await handle.writeFile(text);
            await handle.sync();
        } finally {
            await handle.close();
        }
        // What can't be opened again must not take the place of what can.
        await this.unseal(await readFile(beside, 'utf8'));
        await rename(beside, this.file);
        const folder = await open(path.dirname(this.file), 'r');
        await folder.sync().finally(() => folder.close());
        this.held = keys;
        this.readAt = (await stat(this.file)).mtimeMs;
    }

    private async seal({ trees, current, indexKey, otherIndexKeys, identity }: StoredKeys): Promise<string> {
        const key = randomBytes(32);
        const plain = JSON.stringify({
            current,
            indexKey: indexKey.toString('base64'),
            otherIndexKeys: otherIndexKeys.map(other => other.toString('base64')),
            identity: identity.toString('base64'),
            trees: Object.fromEntries([...trees].map(([n, tree]) => [n, tree.toBytes().toString('base64')])),
        });
        const nonce = randomBytes(12);
        const cipher = createCipheriv(CIPHER, key, nonce);
        const content = Buffer.concat([
            nonce,
            cipher.update(plain, 'utf8'),
            cipher.final(),
            cipher.getAuthTag(),
        ]);
        const wrapped = await this.master.wrap(key);
        return `${JSON.stringify({ version: 1, wrapped, content: content.toString('base64') })}\n`;
    }

    private async unseal(text: string): Promise<StoredKeys> {
        try {
            const { wrapped, content } = stored.parse(JSON.parse(text));
            const bytes = Buffer.from(content, 'base64');
            const key = await this.master.unwrap(wrapped);
            const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, 12), { authTagLength: 16 });
            decipher.setAuthTag(bytes.subarray(-16));
            const plain =
                decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
            const { current, indexKey, otherIndexKeys, identity, trees } = inside.parse(JSON.parse(plain));
            return {
                current,
                indexKey: Buffer.from(indexKey, 'base64'),
                otherIndexKeys: otherIndexKeys.map(other => Buffer.from(other, 'base64')),
                identity: Buffer.from(identity ?? indexKey, 'base64'),
                trees: new Map(
                    Object.entries(trees).map(([n, tree]) => [
                        Number(n),
                        KeyTree.fromBytes(Buffer.from(tree, 'base64')),
                    ]),
                ),
            };
        } catch (error) {
            throw new Error(`Can't open the keys in ${this.file}: ${(error as Error).message}`, {
                cause: error,
            });
        }
    }
}

function whenMissing(error: NodeJS.ErrnoException): undefined {
    if (error.code !== 'ENOENT') {
        throw error;
    }
}
