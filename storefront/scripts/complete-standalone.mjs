import { cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';

/*
 * Runs last in a build: `next build` leaves out of its standalone server what a CDN would serve. Here the storefront's
 * own server does, and without this it answers 404 for every script and style.
 */
const storefront = path.join(import.meta.dirname, '..');
const standalone = path.join(storefront, '.next/standalone/storefront');

for (const folder of ['.next/static', 'public']) {
    const source = path.join(storefront, folder);
    const target = path.join(standalone, folder);
    rmSync(target, { recursive: true, force: true });
    if (existsSync(source)) {
        cpSync(source, target, { recursive: true });
    }
}
