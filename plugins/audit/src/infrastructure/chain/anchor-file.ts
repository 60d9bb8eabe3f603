import { createReadStream, existsSync } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { SignedAnchor } from './anchor';

/** Anchors as they were published, in the order of the file. A line that is no JSON is passed over. */
export async function* publishedAnchors(file: string): AsyncGenerator<SignedAnchor> {
    if (!existsSync(file)) {
        return;
    }
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
        const anchor = anchorOf(line);
        if (anchor) {
            yield anchor;
        }
    }
}

/** Adds anchors to the file, and makes its folder when there is none. */
export async function publish(file: string, anchors: readonly SignedAnchor[]): Promise<void> {
    await mkdir(path.dirname(file), { recursive: true });
    const lines = anchors.map(({ payload, signature }) => `${JSON.stringify({ payload, signature })}\n`);
    await appendFile(file, lines.join(''), { flush: true });
}

/** Number of the last anchor in the file; 0 when there is none. */
export async function publishedThrough(file: string): Promise<number> {
    let last = 0;
    for await (const { payload } of publishedAnchors(file)) {
        last = Math.max(last, (JSON.parse(payload) as { number: number }).number);
    }
    return last;
}

function anchorOf(line: string): SignedAnchor | undefined {
    try {
        const { payload, signature } = JSON.parse(line) as Partial<SignedAnchor>;
        return typeof payload === 'string' && typeof signature === 'string'
            ? { payload, signature }
            : undefined;
    } catch {
        return undefined;
    }
}
