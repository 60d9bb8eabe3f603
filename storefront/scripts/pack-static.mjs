import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/*
 * Runs after `next build`: has scripts compiled beside the page, and puts scripts and styles beside themselves as packed
 * as they get, which takes too long to do when somebody asks for them. `src/lib/delivery` sends them.
 */
const folder = path.join(import.meta.dirname, '../.next/static');
/** Smaller files do not get smaller by more than they cost. */
const LEAST_BYTES = 512;
/**
 * A hint for the browser that all functions of a file are called as it loads: it compiles them on another thread while
 * the file comes in, instead of one by one, and the large ones twice, on the page's own. Other browsers read a comment.
 * https://v8.dev/blog/explicit-compile-hints
 */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad\n';

for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/\.(js|css)$/.test(file)) {
        finish(path.join(folder, file));
    }
}

/** @param {string} file */
function finish(file) {
    const text = readFileSync(file, 'utf8');
    const hint = file.endsWith('.js') && !text.startsWith(COMPILE_HINT) ? COMPILE_HINT : '';
    const bytes = Buffer.from(hint + text);
    if (bytes.length < LEAST_BYTES) {
        return;
    }
    if (hint) {
        writeFileSync(file, bytes);
    }
    const params = {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
}
