import { auditTrail } from '@efi/plugin-kit';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Logger } from '@vendure/core';
import type { DataSource, EntityManager } from 'typeorm';
import type { Person } from '../application/person';
import { installSealing } from './install-sealing';
import { KeyFile } from './key-file';
import type { MasterKeys } from './master-keys.port';
import { sealedTables } from './sealed-columns';
import { keyNamed, Sealer } from './sealer';
import { workProgress } from './sealing-progress';
import { EfiGdprSealing } from './sealing.entities';

/** Where keys are, and what wraps them. */
export interface EncryptionOptions {
    /**
     * The file that has the keys, the same for all servers and workers. Keep it apart from the database's backups, and
     * of its own backups the newest alone: an older one has keys that were destroyed since.
     */
    readonly keyFile: string;
    /** What wraps the keys in the file. */
    readonly masterKeys: MasterKeys;
}

/** Of the advisory lock under which one process changes the keys. */
const LOCK = 0x6566_6b79;

/** How often a process looks whether another one changed the keys, in milliseconds. */
export const LOOK_AGAIN = 10_000;

/** The row of {@link EfiGdprSealing}. */
const ONLY = { id: 1 };

/** How it stands with keys and what they seal. */
export interface EncryptionState extends Pick<
    EfiGdprSealing,
    'work' | 'table' | 'rows' | 'updatedAt' | 'rotatedAt' | 'isWhole'
> {
    /** What wraps the keys, for people. */
    readonly masterKeys: string;
    readonly keyFile: string;
    /** Which generation of keys seals from now on; 1 is the first. */
    readonly generation: number;
    /** By how many keys of the blind index rows are found: by more than one until a rotation has ended. */
    readonly indexKeys: number;
    /** From 0 to 1, while something is being done with all rows. */
    readonly progress?: number;
}

/** What seals the columns of people in one running application, and destroys keys. */
export class Sealing implements OnApplicationShutdown {
    private readonly timer?: NodeJS.Timeout;

    private constructor(
        private readonly dataSource: DataSource,
        private readonly file?: KeyFile,
        private readonly masterKeys = '',
        state?: EfiGdprSealing | null,
    ) {
        if (file) {
            const now = { state };
            installSealing(dataSource, new Sealer(() => file.keys()), {
                isSealing: () => now.state !== null && now.state?.work !== 'OPEN',
                isWhole: () => now.state?.isWhole ?? false,
            });
            this.timer = setInterval(() => {
                this.lookAgain(now).catch((error: unknown) =>
                    Logger.error(`Can't read the keys again: ${String(error)}`, 'GdprPlugin'),
                );
            }, LOOK_AGAIN).unref();
        }
    }

    /**
     * Before the first statement of the application: what is sealed is found from then on.
     *
     * @param options - @default the database is not sealed
     * @throws when the database is sealed with other keys than these, or the keys can't be had.
     */
    static async open(dataSource: DataSource, options?: EncryptionOptions): Promise<Sealing> {
        const read = (manager: EntityManager) => manager.getRepository(EfiGdprSealing).findOneBy(ONLY);
        if (!options) {
            if (await read(dataSource.manager)) {
                throw new Error(
                    'GdprPlugin: personal data is encrypted. Set the option encryption, as before.',
                );
            }
            return new Sealing(dataSource);
        }
        const file = new KeyFile(options.keyFile, options.masterKeys);
        const state = await locked(dataSource, async manager => {
            const known = await read(manager);
            if (!(await file.load())) {
                if (known) {
                    throw new Error(
                        `GdprPlugin: the keys of the personal data are not in ${file.file}. Put the file back.`,
                    );
                }
                await file.create();
            }
            if (known && known.fingerprint !== file.fingerprint()) {
                throw new Error(
                    `GdprPlugin: the database is encrypted with other keys than those in ${file.file}.`,
                );
            }
            return known ?? manager.save(EfiGdprSealing, { ...ONLY, fingerprint: file.fingerprint() });
        });
        return new Sealing(dataSource, file, options.masterKeys.name, state);
    }

    /** Whether there are keys. */
    get isOn(): boolean {
        return this.file !== undefined;
    }

    /** @returns nothing when the database is not encrypted. */
    async state(): Promise<EncryptionState | undefined> {
        const { manager } = this.dataSource;
        const known = this.file && (await manager.findOneBy(EfiGdprSealing, ONLY));
        if (!this.file || !known) {
            return undefined;
        }
        const highest: [string, number][] = [];
        for (const table of known.work ? sealedTables : []) {
            const [row] = await manager.query<{ id: number }[]>(
                `SELECT coalesce(max(id), 0) AS id FROM "${table}"`,
            );
            highest.push([table, row?.id ?? 0]);
        }
        return {
            ...known,
            masterKeys: this.masterKeys,
            keyFile: this.file.file,
            generation: this.file.keys().current,
            indexKeys: 1 + this.file.keys().otherIndexKeys.length,
            progress: workProgress(known, highest),
        };
    }

    /**
     * Destroys the keys of what was overwritten or deleted of a person, so that no backup of the database shows it any
     * more. Safe to do again.
     *
     * @returns how many keys that were.
     */
    async destroySpentKeys({ customers, users }: Person): Promise<number> {
        const { file } = this;
        if (!file) {
            return 0;
        }
        return locked(this.dataSource, async manager => {
            const keys = await destroySpent(manager, file, customers, users);
            if (keys > 0) {
                await auditTrail(this.dataSource).recordIn(manager, {
                    ...{ action: 'destroy-encryption-keys', class: 'security' },
                    ...{ resource: { type: 'EncryptionKeys' }, detail: { keys, customers } },
                });
            }
            return keys;
        });
    }

    onApplicationShutdown(): void {
        clearInterval(this.timer);
    }

    private async lookAgain(now: { state?: EfiGdprSealing | null }): Promise<void> {
        await this.file?.refresh();
        now.state = await this.dataSource.getRepository(EfiGdprSealing).findOneBy(ONLY);
    }
}

/** A cart that was deleted leads to nobody any more: its keys go with the next person’s. */
const SPENT = `SELECT name FROM efi_gdpr_spent_key
     WHERE (kind = 'customer' AND "ownerId" = ANY ($1::integer[]))
        OR (kind = 'user' AND "ownerId" = ANY ($2::integer[]))
        OR (kind = 'order' AND "ownerId" IN (SELECT id FROM "order" WHERE "customerId" = ANY ($1::integer[])))
        OR (kind = 'payment' AND "ownerId" IN (
                SELECT p.id FROM payment p JOIN "order" o ON o.id = p."orderId" WHERE o."customerId" = ANY ($1::integer[])))
        OR (kind = 'order' AND NOT EXISTS (SELECT FROM "order" WHERE id = "ownerId"))`;

async function destroySpent(
    manager: EntityManager,
    file: KeyFile,
    customers: readonly string[],
    users: readonly string[],
): Promise<number> {
    const spent = await manager.query<{ name: string }[]>(SPENT, [customers, users]);
    const names = spent.map(({ name }) => name);
    if (names.length) {
        await file.update(keys => {
            for (const name of names) {
                const [tree, id] = keyNamed(name);
                keys.trees.get(tree)?.destroy(id);
            }
            return keys;
        });
        // After they are gone from the disk: a crash in between has them destroyed once more.
        await manager.query('DELETE FROM efi_gdpr_spent_key WHERE name = ANY ($1)', [names]);
    }
    return names.length;
}

/** One process at a time changes the file of keys. */
export function locked<T>(dataSource: DataSource, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return dataSource.transaction(async manager => {
        await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
        return work(manager);
    });
}
