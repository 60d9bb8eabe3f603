/*
 * Makes the two fonts that every page loads, with the letters of its languages and the weights that the shop uses:
 *
 *     node storefront/scripts/subset-fonts.mjs
 *
 * To be run again, and its output committed, when a font package is raised or a weight is added. What cuts them is
 * installed beside, in a temporary folder, since nothing else needs it.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const CUTTER = 'subset-font@2.9.0';

const ranges = [
    [0x20, 0x7e],
    [0xa0, 0xff],
    [0x131, 0x131],
    [0x152, 0x153],
    [0x2c6, 0x2c6],
    [0x2da, 0x2da],
    [0x2dc, 0x2dc],
    [0x2009, 0x2009],
    [0x2010, 0x2015],
    [0x2018, 0x201e],
    [0x2020, 0x2022],
    [0x2026, 0x2026],
    [0x202f, 0x202f],
    [0x2030, 0x2030],
    [0x2032, 0x2033],
    [0x2039, 0x203a],
    [0x2044, 0x2044],
    [0x20ac, 0x20ac],
    [0x2122, 0x2122],
    [0x2190, 0x2193],
    [0x2212, 0x2212],
];
const letters = ranges
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => from + n))
    .map(code => String.fromCodePoint(code))
    .join('');

const fonts = [
    {
        source: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
        target: 'inter.woff2',
        variationAxes: { wght: { min: 400, max: 600, default: 400 } },
    },
    {
        // Headings are large and of one weight: one optical size serves them all.
        source: '@fontsource-variable/fraunces/files/fraunces-latin-opsz-normal.woff2',
        target: 'fraunces.woff2',
        variationAxes: { wght: 380, opsz: 40 },
    },
];

const folder = mkdtempSync(path.join(os.tmpdir(), 'efi-fonts-'));
try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, CUTTER], {
        stdio: 'inherit',
    });
    const { default: subsetFont } = await import(
        createRequire(path.join(folder, 'package.json')).resolve('subset-font')
    );
    const here = createRequire(import.meta.url);
    for (const { source, target, variationAxes } of fonts) {
        const whole = readFileSync(here.resolve(source));
        const cut = await subsetFont(whole, letters, { targetFormat: 'woff2', variationAxes });
        writeFileSync(new URL(`../src/app/fonts/${target}`, import.meta.url), cut);
        console.log(`${target}: ${whole.length} → ${cut.length} bytes`);
    }
} finally {
    rmSync(folder, { recursive: true, force: true });
}
