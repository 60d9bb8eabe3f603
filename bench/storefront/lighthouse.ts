import sparticuz from '@sparticuz/chromium';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const LIGHTHOUSE = '12.8.2';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Of one visit: scores from 0 to 100, times in milliseconds, the shift without unit, bytes as they were sent. */
export type Visit = Readonly<
    Record<(typeof categories)[number] | 'fcp' | 'lcp' | 'tbt' | 'cls' | 'speedIndex' | 'bytes', number>
>;

interface Report {
    readonly categories: Record<string, { readonly score: number | null }>;
    readonly audits: Record<string, { readonly numericValue?: number; readonly score: number | null }>;
    readonly runtimeError?: { readonly message: string };
}

/**
 * Lighthouse of one version, from a folder of its own in the temporary one: it brings more packages than all of the
 * project's tools together, and measures nothing but this.
 */
async function installed(): Promise<string> {
    const folder = path.join(os.tmpdir(), `efi-lighthouse-${LIGHTHOUSE}`);
    const entry = path.join(folder, 'node_modules/lighthouse/cli/index.js');
    if (!existsSync(entry)) {
        await mkdir(folder, { recursive: true });
        await run(
            'npm',
            ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder].concat(
                `lighthouse@${LIGHTHOUSE}`,
            ),
        );
    }
    return entry;
}

/**
 * Opens a page as Lighthouse's phone does, on a slow network and a slow processor, both simulated.
 *
 * @param cookie - Sent along; whatever else a browser keeps is not there.
 */
export async function visit(address: string, cookie?: string): Promise<Visit> {
    const output = path.join(os.tmpdir(), `efi-lighthouse-${process.pid}.json`);
    const args = [
        await installed(),
        address,
        '--quiet',
        '--form-factor=mobile',
        `--only-categories=${categories.join()}`,
        '--chrome-flags=--headless --no-sandbox --disable-gpu',
        ...(cookie ? [`--extra-headers=${JSON.stringify({ cookie })}`] : []),
        '--output=json',
        `--output-path=${output}`,
    ];
    const chrome = process.env.CHROMIUM_PATH ?? (await sparticuz.executablePath());
    await run(process.execPath, args, { env: { ...process.env, CHROME_PATH: chrome } });
    const report = JSON.parse(await readFile(output, 'utf8')) as Report;
    await rm(process.env.BENCH_KEEP_REPORT ? '' : output, { force: true });
    if (report.runtimeError) {
        throw new Error(`${address}: ${report.runtimeError.message}`);
    }
    const of = (audit: string) => report.audits[audit]?.numericValue ?? NaN;
    const score = (category: string) => Math.round((report.categories[category]?.score ?? NaN) * 100);
    return {
        performance: score('performance'),
        accessibility: score('accessibility'),
        'best-practices': score('best-practices'),
        seo: score('seo'),
        fcp: of('first-contentful-paint'),
        lcp: of('largest-contentful-paint'),
        tbt: of('total-blocking-time'),
        cls: of('cumulative-layout-shift'),
        speedIndex: of('speed-index'),
        bytes: of('total-byte-weight'),
    };
}
