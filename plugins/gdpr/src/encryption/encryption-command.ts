import type { AuditTrail } from '@efi/plugin-kit';
import { DataSource } from 'typeorm';
import { KeyFile } from './key-file';
import { type EncryptionOptions, locked } from './sealing';
import { EfiGdprSealing } from './sealing.entities';
import { growTree, workThrough } from './sealing-work';

/**
 * `status` tells; `seal` encrypts what is not encrypted yet; `open` decrypts all; `rotate` makes new keys, that of the
 * blind index too, and encrypts all under them; `rewrap` has the newest master key wrap the keys.
 */
export const encryptionCommands = ['status', 'seal', 'open', 'rotate', 'rewrap'] as const;

export type EncryptionCommand = (typeof encryptionCommands)[number];

/**
 * Works on the encryption of a database beside the running shop.
 *
 * @param url - Of the database, as the role that owns its tables: another one sees no rows.
 * @param tell - Told a line for each step.
 * @param trailOf - Where it is written down that somebody used the keys, before it is done.
 * @throws when the shop has not run with these keys yet.
 */
export async function encryptionCommand(
    url: string,
    options: EncryptionOptions,
    command: EncryptionCommand,
    tell: (line: string) => void,
    trailOf?: (dataSource: DataSource) => AuditTrail,
): Promise<void> {
    const dataSource = new DataSource({
        type: 'postgres',
        url,
        entities: [EfiGdprSealing],
        applicationName: 'efi-encryption',
    });
    await dataSource.initialize();
    try {
        const state = await dataSource.getRepository(EfiGdprSealing).findOneBy({ id: 1 });
        const file = new KeyFile(options.keyFile, options.masterKeys);
        if (!(await file.load()) || state?.fingerprint !== file.fingerprint()) {
            throw new Error(
                `The database is not encrypted with the keys in ${options.keyFile}. Start the shop first.`,
            );
        }
        if (command !== 'status') {
            await trailOf?.(dataSource).recordApart(undefined, {
                ...{ action: `${command}-encryption-keys`, class: 'security' },
                resource: { type: 'EncryptionKeys' },
            });
        }
        await run(dataSource, file, command, state, tell);
    } finally {
        await dataSource.destroy();
    }
}

async function run(
    dataSource: DataSource,
    file: KeyFile,
    command: EncryptionCommand,
    state: EfiGdprSealing,
    tell: (line: string) => void,
): Promise<void> {
    const progress = (now: EfiGdprSealing) => tell(described(now));
    switch (command) {
        case 'status':
            tell(described(state));
            return file.keys().otherIndexKeys.length
                ? tell('A rotation is under way: rows are found by the earlier key of the blind index, too.')
                : undefined;
        case 'seal':
            return workThrough(dataSource, file, 'SEAL', progress);
        case 'open':
            return workThrough(dataSource, file, 'OPEN', progress);
        case 'rotate':
            tell(
                `New keys, number ${await growTree(dataSource, file)}. All processes had the time to read them.`,
            );
            await workThrough(dataSource, file, 'SEAL', progress);
            return tell('All is encrypted under them. The earlier key of the blind index is gone.');
        case 'rewrap':
            await locked(dataSource, () => file.update(keys => keys));
            return tell('The newest master key wraps the keys. Those before it are not needed any more.');
    }
}

function described({ work, table, lastId, rows, isWhole }: EfiGdprSealing): string {
    const where = table
        ? `${work === 'OPEN' ? 'Decrypting' : 'Encrypting'} ${table}, at row ${lastId}`
        : undefined;
    const whole = isWhole ? 'Everything is encrypted' : 'What is written is encrypted; older rows may not be';
    return `${where ?? (work ? 'Done' : whole)}. Rows changed: ${rows}.`;
}
