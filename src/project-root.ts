import { existsSync } from 'node:fs';
import path from 'node:path';

/** Folder of the repository's package.json, from `src/` as well as from `dist/src/`. */
export const projectRoot = findPackage(__dirname);

function findPackage(folder: string): string {
    return existsSync(path.join(folder, 'package.json')) ? folder : findPackage(path.dirname(folder));
}
