import { mkdir, open, readFile, truncate, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/**
 * A file of JSON lines that outlives a killed process and a power cut: what {@link append} has confirmed is on the
 * disk. Lines that arrive while the disk is busy share the next write. After a write that failed, such as on a full
 * disk, every further one fails too: nothing is confirmed that a restart would not know.
 */
export class Journal {
    private waiting: string[] = [];
    private written = Promise.resolve();
    private isQueued = false;

    private constructor(private readonly file: FileHandle) {}

    /**
     * Opens the file, making it when it is not there, and hands each line in it to `replay`. A last line that a
     * crash cut off was never confirmed, and is removed.
     */
    static async open(fileName: string, replay: (entry: unknown) => void): Promise<Journal> {
        await mkdir(path.dirname(fileName), { recursive: true });
        const file = await open(fileName, 'a');
        const content = await readFile(fileName);
        const whole = content.subarray(0, content.lastIndexOf('\n') + 1);
        if (whole.length < content.length) {
            await truncate(fileName, whole.length);
        }
        for (const line of whole.toString('utf8').split('\n').filter(Boolean)) {
            replay(JSON.parse(line));
        }
        return new Journal(file);
    }

    /** Adds an entry. @returns When it and all before it are on the disk. */
    append(entry: unknown): Promise<void> {
        this.waiting.push(`${JSON.stringify(entry)}\n`);
        if (!this.isQueued) {
            this.isQueued = true;
            this.written = this.written.then(() => this.write());
            // Whoever asks with append or settled is told; nobody else needs to be.
            this.written.catch(() => undefined);
        }
        return this.written;
    }

    /** When all that was added so far is on the disk. */
    settled(): Promise<void> {
        return this.written;
    }

    async close(): Promise<void> {
        await this.written.finally(() => this.file.close());
    }

    private async write(): Promise<void> {
        const lines = this.waiting;
        this.waiting = [];
        this.isQueued = false;
        await this.file.appendFile(lines.join(''));
        await this.file.datasync();
    }
}
