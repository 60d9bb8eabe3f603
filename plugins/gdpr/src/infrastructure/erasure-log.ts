import { Inject, Injectable } from '@nestjs/common';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { GDPR_OPTIONS, type ResolvedGdprOptions } from '../gdpr.options';

/** A time and a hash, whole. */
const COMPLETE = /^\S+ ([\w-]{43})$/;

/** A file beside the database that says who was erased, by hashes: it outlives the restore of a backup. */
@Injectable()
export class ErasureLog {
    constructor(@Inject(GDPR_OPTIONS) private readonly options: ResolvedGdprOptions) {}

    /** On disk when it returns. */
    async add(hashes: readonly string[], at: Date): Promise<void> {
        const { erasureLog } = this.options;
        if (!erasureLog) {
            return;
        }
        await mkdir(path.dirname(erasureLog), { recursive: true });
        const file = await open(erasureLog, 'a', 0o600);
        try {
            // Each on a line of its own, also after one that a crash cut off.
            await file.appendFile(hashes.map(hash => `\n${at.toISOString()} ${hash}\n`).join(''));
            await file.sync();
        } finally {
            await file.close();
        }
    }

    /** Empty when there is no file yet. @throws when there is one that can't be read. */
    async hashes(): Promise<ReadonlySet<string>> {
        const { erasureLog } = this.options;
        const text = erasureLog ? await readFile(erasureLog, 'utf8').catch(emptyWhenMissing) : '';
        return new Set(text.split('\n').flatMap(line => COMPLETE.exec(line)?.[1] ?? []));
    }
}

function emptyWhenMissing(error: NodeJS.ErrnoException): string {
    if (error.code === 'ENOENT') {
        return '';
    }
    throw error;
}
