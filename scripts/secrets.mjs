#!/usr/bin/env node
/**
 * `npm run secrets`: looks through all files of the repository, also those that are about to be added, for passwords and
 * keys. A portion of them at a time: secretlint's own record of where its time goes takes it more with each file.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PORTION = 300;

const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 ** 2,
})
    .split('\0')
    // What is removed is listed until that is committed.
    .filter(file => file && existsSync(file));
if (files.length === 0) {
    throw new Error('Git knows of no file here.');
}
const program = fileURLToPath(new URL('../node_modules/secretlint/bin/secretlint.js', import.meta.url));
for (let begin = 0; begin < files.length; begin += PORTION) {
    const portion = files.slice(begin, begin + PORTION);
    const { status } = spawnSync(process.execPath, [program, '--no-glob', ...portion], { stdio: 'inherit' });
    if (status !== 0) {
        process.exitCode = 1;
    }
}
