import { Inject, Injectable } from '@nestjs/common';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { GDPR_OPTIONS, type ResolvedGdprOptions } from '../gdpr.options';

/** A time, a hash of whom, and hashes of what named the person, whole. */
const COMPLETE = /^\S+ ([\w-]{43})(?: ([\w,-]+))?$/;

/** Who was erased, by hashes. */
export interface LoggedErasure {
    /** Of the customer. */
    readonly subject: string;
    /** Of what named the person in texts. */
    readonly strings: readonly string[];
}

/** A file beside the database that says who was erased, by hashes: it outlives the restore of a backup. */
@Injectable()
export class ErasureLog {
    constructor(@Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions) {}

    /** On disk when it returns. */
    async add(erasures: readonly LoggedErasure[], at: Date): Promise<void> {
        const { erasureLog } = this.options;
        if (!erasureLog) {
            return;
        }
        await mkdir(path.dirname(erasureLog), { recursive: true });
        const file = await open(erasureLog, 'a', 0o600);
        const lines = erasures.map(({ subject, strings }) =>
            [at.toISOString(), subject, ...(strings.length ? [strings.join(',')] : [])].join(' '),
        );
        try {
            // Each on a line of its own, also after one that a crash cut off.
            await file.appendFile(lines.map(line => `\n${line}\n`).join(''));
            await file.sync();
        } finally {
            await file.close();
        }
    }

    /** Empty when there is no file yet. @throws when there is one that can't be read. */
    async all(): Promise<readonly LoggedErasure[]> {
        const { erasureLog } = this.options;
        const text = erasureLog ? await readFile(erasureLog, 'utf8').catch(emptyWhenMissing) : '';
        return text.split('\n').flatMap(line => {
            const [, subject, strings] = COMPLETE.exec(line) ?? [];
            return subject ? [{ subject, strings: strings?.split(',') ?? [] }] : [];
        });
    }
}

function emptyWhenMissing(error: NodeJS.ErrnoException): string {
    if (error.code === 'ENOENT') {
        return '';
    }
    throw error;
}
