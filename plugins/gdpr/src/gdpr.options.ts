import type { Recipient } from './application/recipients';
import { retentionDays, type RetentionDays } from './application/retention-rules';
import type { RequestKind } from './domain/privacy-request';
import type { EncryptionOptions } from './encryption/sealing';

/** What can be set in `GdprPlugin.init()`. */
export interface GdprOptions {
    /**
     * Seals the keys that sign certificates and the links of exports, and hashes whom an erasure was about; at least 32
     * characters, the same on every server. When it is replaced, the one before belongs in `earlierSecrets`.
     */
    secret: string;
    /**
     * Secrets that were replaced: what was sealed with them still opens, and whom the log of erasures has by them is
     * still found. Nothing new is made with them. @default none
     */
    earlierSecrets?: readonly string[];
    /** Who signs certificates, such as the address of the shop. @default 'shop' */
    issuer?: string;
    /** For how many days an erasure can be taken back before it begins. @default 3 */
    cancelWindowDays?: number;
    /** For how many days an export can be fetched. @default 7 */
    exportDays?: number;
    /** For how many hours a link confirms a request of somebody without an account. @default 24 */
    linkHours?: number;
    /**
     * A file to which each erasure adds a line with a hash. Keep it apart from the database's backups: with it, a server
     * that starts on a restored older backup erases again before it opens.
     *
     * @default none: a restored backup brings erased people back
     */
    erasureLog?: string;
    /**
     * Encrypts the columns of people, each text under a key of its own that an erasure destroys. Set it on all servers
     * and workers at once. @default none: they are kept as they are
     */
    encryption?: EncryptionOptions;
    /**
     * After how many days without use data goes by itself, by class; `false`: not at all.
     *
     * @default sessions 7 (after their end), tokens 30, carts 30, guests 30, holds 30 (after their end)
     */
    retention?: Partial<RetentionDays>;
    /** What is not in a table. @default none */
    stores?: readonly PersonalDataStore[];
    /**
     * Who processes personal data for the shop and is told what people ask for, beside those that staff set up. What is
     * said here holds at each start, found by its name.
     *
     * @default none
     */
    processors?: readonly ProcessorOptions[];
    /**
     * Who gets personal data from the shop, for the record of processing: payment providers, whoever sends mail or runs
     * servers. Processors that are told of requests are in it by themselves.
     *
     * @default none
     */
    recipients?: readonly Recipient[];
    /** How processors are told. */
    webhooks?: {
        /** Also by `http:` and to the machine itself, as in development. @default false */
        readonly allowLoopback?: boolean;
        /** For how many milliseconds one is waited for. @default 10000 */
        readonly timeoutMs?: number;
    };
}

/** Somebody who is told by signed webhooks, as Standard Webhooks has them. */
export interface ProcessorOptions {
    readonly name: string;
    /** Of the web, by `https:`. */
    readonly url: string;
    /** `whsec_` and base64 of 24 to 64 bytes. */
    readonly secret: string;
    /** What it is told of. @default erasures */
    readonly kinds?: readonly RequestKind[];
    /** Whether an erasure is not whole before it has answered. @default true */
    readonly isRequired?: boolean;
}

/** Something outside of the database that may hold data of people, such as a folder of mails. */
export interface PersonalDataStore {
    /** Under which it is listed among the parts of a request; unlike those of the registry. */
    readonly part: string;
    /**
     * Erases what mentions a person. Safe to do again.
     *
     * @param strings - What names the person in a text and nobody else: the addresses of mail that are the person's.
     * `mentionsAny` of `@efi/plugin-kit` tells whether a text has one.
     * @returns how many things were erased.
     */
    erase(strings: readonly string[]): Promise<number>;
}

/** Token by which the plugin's parts are given its options. */
export const GDPR_OPTIONS = Symbol('GDPR_OPTIONS');

type MayBeLeftOut = 'erasureLog' | 'encryption';

export type ResolvedGdprOptions = Required<Omit<GdprOptions, MayBeLeftOut | 'retention' | 'webhooks'>> &
    Pick<GdprOptions, MayBeLeftOut> & {
        readonly retention: RetentionDays;
        readonly webhooks: Required<NonNullable<GdprOptions['webhooks']>>;
    };

/**
 * Fills in the defaults.
 *
 * @throws Error that names the option and what it must be.
 */
export function resolveOptions(options: GdprOptions | undefined): ResolvedGdprOptions {
    const { secret = '', cancelWindowDays = 3, exportDays = 7, linkHours = 24 } = options ?? {};
    assertSecrets(secret, options?.earlierSecrets);
    // With an extension an answer may take longer, but no customer should wait for that long to be sure.
    if (!(cancelWindowDays >= 0 && cancelWindowDays <= 14)) {
        throw new Error(`GdprPlugin: cancelWindowDays must be from 0 to 14, got ${cancelWindowDays}.`);
    }
    assertPositive('exportDays', exportDays, 30);
    assertPositive('linkHours', linkHours, 72);
    const unsigned = options?.processors?.find(
        processor => !/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/.test(processor.secret),
    );
    if (unsigned) {
        throw new Error(
            `GdprPlugin: the secret of the processor "${unsigned.name}" must be whsec_ and base64 of 24 to 64 bytes.`,
        );
    }
    const retention = retentionDays(options?.retention);
    const webhooks = { allowLoopback: false, timeoutMs: 10_000, ...options?.webhooks };
    return {
        ...{ issuer: 'shop', stores: [], processors: [], recipients: [], earlierSecrets: [] },
        ...options,
        ...{ secret, cancelWindowDays, exportDays, linkHours, retention, webhooks },
    };
}

function assertSecrets(secret: string, earlierSecrets: readonly string[] = []): void {
    if (secret.length < 32) {
        throw new Error('GdprPlugin: secret must have at least 32 characters.');
    }
    if (earlierSecrets.includes('')) {
        throw new Error('GdprPlugin: one of earlierSecrets is empty.');
    }
}

function assertPositive(name: string, value: number, most: number): void {
    if (!(value > 0 && value <= most)) {
        throw new Error(`GdprPlugin: ${name} must be more than 0 and ${most} at the most, got ${value}.`);
    }
}
