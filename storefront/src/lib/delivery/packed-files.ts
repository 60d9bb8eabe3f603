import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The best first. `scripts/pack-static.mjs` writes them. */
const encodings = [
    { name: 'br', ending: '.br' },
    { name: 'gzip', ending: '.gz' },
] as const;

const types: Readonly<Record<string, string>> = {
    '.js': 'application/javascript; charset=UTF-8',
    '.css': 'text/css; charset=UTF-8',
};

const PREFIX = '/_next/static/';

/** Paths of packed files, as addresses have them. */
export type PackedFiles = ReadonlySet<string>;

/** @param folder - Of what Next.js serves below `/_next/static/`. */
export function findPackedFiles(folder: string): PackedFiles {
    const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
    return new Set(
        files
            .filter(file => encodings.some(({ ending }) => file.endsWith(ending)))
            .map(file => PREFIX + file.split(path.sep).join('/')),
    );
}

/**
 * The packed file that stands for the one asked for. Next.js serves it, as it does any of these.
 *
 * @returns `undefined` when there is none that the browser takes.
 */
export function packedFile(
    packed: PackedFiles,
    url: string | undefined,
    accepted: string | undefined,
): { readonly url: string; readonly headers: Readonly<Record<string, string>> } | undefined {
    const type = url?.startsWith(PREFIX) ? types[path.posix.extname(url)] : undefined;
    if (!url || !type || !accepted) {
        return undefined;
    }
    const encoding = encodings.find(
        ({ name, ending }) => accepts(accepted, name) && packed.has(url + ending),
    );
    return (
        encoding && {
            url: url + encoding.ending,
            headers: { 'content-type': type, 'content-encoding': encoding.name, vary: 'accept-encoding' },
        }
    );
}

/** Whether an `Accept-Encoding` names it, and not to refuse it. */
function accepts(accepted: string, encoding: string): boolean {
    return accepted.split(',').some(part => {
        const [name, weight] = part.split(';').map(each => each.trim().toLowerCase());
        return name === encoding && !/^q=0(\.0*)?$/.test(weight ?? '');
    });
}
