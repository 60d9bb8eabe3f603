import { Inject, Injectable } from '@nestjs/common';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { GDPR_OPTIONS, type ResolvedGdprOptions } from '../gdpr.options';
import { allSecrets, secretCheck } from './sealing';

/** A time, a hash of whom, and hashes of what named the person, whole. */
const COMPLETE = /^\S+ ([\w-]{43})(?: ([\w,-]+))?$/;

/** A time, and what tells a secret that lines were written with. */
const SECRET = /^\S+ secret ([\w-]{22})$/;

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

    /** On disk when it returns. Leaves out what is there already, so that a run that is tried again adds nothing. */
    async add(erasures: readonly LoggedErasure[], at: Date): Promise<void> {
        const { erasureLog, secret } = this.options;
        if (!erasureLog) {
            return;
        }
        const known = new Set((await this.lines()).map(line => line.slice(line.indexOf(' ') + 1)));
        const missing = [`secret ${secretCheck(secret)}`, ...erasures.map(written)].filter(
            text => !known.has(text),
        );
        if (!missing.length) {
            return;
        }
        await mkdir(path.dirname(erasureLog), { recursive: true });
        const file = await open(erasureLog, 'a', 0o600);
        try {
            // Each on a line of its own, also after one that a crash cut off.
            await file.appendFile(missing.map(text => `\n${at.toISOString()} ${text}\n`).join(''));
            await file.sync();
        } finally {
            await file.close();
        }
    }

    /**
     * Empty when there is no file yet.
     *
     * @throws when there is one that can't be read, or that was written with a secret which is not known here: nobody
     *   in it would be found.
     */
    async all(): Promise<readonly LoggedErasure[]> {
        const lines = await this.lines();
        const ours = new Set(allSecrets(this.options).map(secretCheck));
        const checks = lines.flatMap(line => SECRET.exec(line)?.[1] ?? []);
        if (checks.some(check => !ours.has(check))) {
            throw new Error(
                `GdprPlugin: ${this.options.erasureLog} tells of people who were erased under another secret than the ` +
                    'option secret and those in earlierSecrets. Add the secret from before to earlierSecrets: without ' +
                    'it a restored backup would bring them back.',
            );
        }
        return lines.flatMap(line => {
            const [, subject, strings] = COMPLETE.exec(line) ?? [];
            return subject ? [{ subject, strings: strings?.split(',') ?? [] }] : [];
        });
    }

    private async lines(): Promise<string[]> {
        const { erasureLog } = this.options;
        const text = erasureLog ? await readFile(erasureLog, 'utf8').catch(emptyWhenMissing) : '';
        return text.split('\n').filter(Boolean);
    }
}

function written({ subject, strings }: LoggedErasure): string {
    return [subject, ...(strings.length ? [strings.join(',')] : [])].join(' ');
}

function emptyWhenMissing(error: NodeJS.ErrnoException): string {
    if (error.code === 'ENOENT') {
        return '';
    }
    throw error;
}
