import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pageOf } from './page';
import type { OnceRow, Row } from './report';

const root = path.dirname(path.dirname(__dirname));
const FILE = path.join(root, 'bench/results/peers.json');
const PAGES = path.join(root, 'docs/performance');

/** Under what a row was measured. */
export interface Circumstances {
    readonly products: number;
    readonly seconds: number;
    readonly rounds: number;
    readonly machine: {
        readonly cpus: number;
        readonly node: string;
        /** Processes that wanted to run in the minute before the start: what else the machine was doing. */
        readonly loadBefore: number;
    };
}

export type Kept = Circumstances & (Row | OnceRow);

/** All that was measured last, each row by the run that measured it. */
async function allKept(): Promise<Kept[]> {
    const text = await readFile(FILE, 'utf8').catch(() => '[]');
    return JSON.parse(text) as Kept[];
}

/** Puts a row in the place of what was measured before, of a catalogue as large, and writes the page anew. */
export async function keep(circumstances: Circumstances, row: Row | OnceRow): Promise<void> {
    const others = (await allKept()).filter(
        other => other.row !== row.row || other.products !== circumstances.products,
    );
    const all = [...others, { ...circumstances, ...row }];
    await mkdir(path.dirname(FILE), { recursive: true });
    await writeFile(FILE, `${JSON.stringify(all, undefined, 4)}\n`);
    const { markdown, plots } = pageOf(all);
    await writeFile(path.join(PAGES, 'peers.md'), markdown);
    for (const [name, plot] of Object.entries(plots)) {
        await writeFile(path.join(PAGES, name), plot);
    }
}
