import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Journal } from './journal';

let folder: string;
let file: string;

beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'efi-journal-'));
    file = path.join(folder, 'books/journal.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

async function reopened(): Promise<{ entries: unknown[]; journal: Journal }> {
    const entries: unknown[] = [];
    const journal = await Journal.open(file, entry => entries.push(entry));
    return { entries, journal };
}

describe('the journal', () => {
    it('gives back everything that was confirmed, in order, also what was written at once', async () => {
        const { journal } = await reopened();
        await Promise.all(Array.from({ length: 50 }, (_, number) => journal.append({ number })));
        // Not closed: a killed process closes nothing.
        const { entries } = await reopened();
        expect(entries).toEqual(Array.from({ length: 50 }, (_, number) => ({ number })));
        await journal.close();
    });

    it('is on the disk when it says so', async () => {
        const { journal } = await reopened();
        await journal.append({ a: 1 });
        expect(await readFile(file, 'utf8')).toBe('{"a":1}\n');
        void journal.append({ b: 2 });
        await journal.settled();
        expect(await readFile(file, 'utf8')).toBe('{"a":1}\n{"b":2}\n');
        await journal.close();
    });

    it('drops a line that a crash cut off, and goes on after the last whole one', async () => {
        const first = await reopened();
        await first.journal.append({ a: 1 });
        await first.journal.close();
        await appendFile(file, '{"b":');
        const second = await reopened();
        expect(second.entries).toEqual([{ a: 1 }]);
        await second.journal.append({ c: 3 });
        await second.journal.close();
        expect((await reopened()).entries).toEqual([{ a: 1 }, { c: 3 }]);
    });
});
