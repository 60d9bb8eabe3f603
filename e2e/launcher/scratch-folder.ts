import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/**
 * A folder for one test file, gone after it. Its name holds a space, as many people's folders do.
 *
 * @param mode - Of its rights; `0o755` lets PostgreSQL's user in.
 */
export function scratchFolder(mode = 0o755): string {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'efi launcher '));
    chmodSync(folder, mode);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
}
