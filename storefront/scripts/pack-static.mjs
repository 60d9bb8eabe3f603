import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/*
 * Runs after `next build`: puts scripts and styles beside themselves as packed as they get, which takes too long to do
 * when somebody asks for them. `src/lib/delivery` sends them.
 */
const folder = path.join(import.meta.dirname, '../.next/static');
/** Smaller files do not get smaller by more than they cost. */
const LEAST_BYTES = 512;

for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const bytes = /\.(js|css)$/.test(file) ? readFileSync(path.join(folder, file)) : Buffer.alloc(0);
    if (bytes.length >= LEAST_BYTES) {
        const params = {
            [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
            [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        };
        writeFileSync(path.join(folder, `${file}.br`), brotliCompressSync(bytes, { params }));
        writeFileSync(
            path.join(folder, `${file}.gz`),
            gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }),
        );
    }
}
