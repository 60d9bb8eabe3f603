import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What a browser loads before a page works. Bytes as they are sent: scripts by Brotli, the document by gzip. */
export interface FirstLoad {
    readonly scripts: number;
    readonly scriptBytes: number;
    readonly documentBytes: number;
}

/** @param address - Of a page of the built shop. */
export async function firstLoad(address: string): Promise<FirstLoad> {
    const document = await (await fetch(address)).text();
    const tags = [...document.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)];
    // Old browsers only load those.
    const atOnce = tags.flatMap(([tag, source]) => (source && !/nomodule/i.test(tag) ? [source] : []));
    const later = [...document.matchAll(/\befiLater\((\[.*?\])\)/g)].flatMap(
        ([, addresses]) => JSON.parse(addresses ?? '') as string[],
    );
    const sources = new Set([...atOnce, ...later]);
    const sizes = await Promise.all(
        [...sources].map(async source => {
            const answer = await fetch(new URL(source.replaceAll('&amp;', '&'), address));
            if (!answer.ok) {
                throw new Error(`${source} is not there: ${answer.status}`);
            }
            return brotliCompressSync(Buffer.from(await answer.arrayBuffer())).length;
        }),
    );
    return {
        scripts: sizes.length,
        scriptBytes: sizes.reduce((sum, size) => sum + size, 0),
        documentBytes: gzipSync(document).length,
    };
}
