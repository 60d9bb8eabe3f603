import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { percentile } from '../measuring/statistics';
import { measuredShop, type MeasuredShop } from './measured-shop';
import { visitSteadily } from './open-model';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 20);

/** How often each page is asked for in a second, and within how many milliseconds 95 of 100 have to be answered. */
const pages = {
    'product page that many ask for': { page: 'product', perSecond: 100, within: 50 },
    'home page that many ask for': { page: 'home', perSecond: 100, within: 50 },
    'list that many ask for': { page: 'list', perSecond: 100, within: 50 },
    'home page, each with a session': { page: 'home', perSecond: 5, within: 200 },
    'list, each with a session': { page: 'list', perSecond: 5, within: 200 },
    'product page, each with a session': { page: 'product', perSecond: 5, within: 200 },
    'cart with three lines': { page: 'cart', perSecond: 5, within: 200 },
} as const;

let shop: MeasuredShop;
const report: Record<string, unknown> = {};

beforeAll(async () => {
    shop = await measuredShop();
}, 600_000);

afterAll(async () => {
    await shop?.close();
    const conditions = { node: process.version, processors: os.cpus().length, seconds: SECONDS };
    writeFileSync(
        path.join(__dirname, '../results/storefront-load.json'),
        `${JSON.stringify({ ...conditions, pages: report }, undefined, 4)}\n`,
    );
});

it.each(Object.entries(pages))(
    '%s is answered in time',
    async (name, { page, perSecond, within }) => {
        // A stranger has no cookie at all. Who has a session has every page made for them.
        const headers: Record<string, string> = name.endsWith('many ask for') ? {} : { cookie: shop.cookie };
        const ask = (seconds: number) =>
            visitSteadily(() => shop.storefrontUrl + shop.pages[page], { perSecond, seconds, headers });
        await ask(5);
        const { milliseconds, answers } = await ask(SECONDS);
        const [p50, p95, p99] = [0.5, 0.95, 0.99].map(
            share => Math.round(percentile(milliseconds, share) * 10) / 10,
        );
        report[name] = { perSecond, p50, p95, p99, answers };
        expect(answers).toEqual({ 200: milliseconds.length });
        expect(p95).toBeLessThan(within);
    },
    600_000,
);
