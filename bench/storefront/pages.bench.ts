import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { spread } from '../measuring/statistics';
import { LIGHTHOUSE, visit, type Visit } from './lighthouse';
import { measuredShop, type MeasuredShop } from './measured-shop';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);

/** What each page has to reach, by the median of its visits. */
const wanted = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
const limits = { lcp: 1_800, cls: 0.02, tbt: 100 } as const;

let shop: MeasuredShop;
const pages: Record<string, Record<string, ReturnType<typeof spread>>> = {};

beforeAll(async () => {
    shop = await measuredShop();
    // Whoever comes first has the server make its pictures in the widths that are asked for.
    for (const page of Object.values(shop.pages)) {
        await visit(shop.storefrontUrl + page, shop.cookie);
    }
}, 600_000);

afterAll(async () => {
    await shop?.close();
    const conditions = { lighthouse: LIGHTHOUSE, node: process.version, processors: os.cpus().length };
    const report = { ...conditions, visitsEach: ROUNDS, pages };
    writeFileSync(
        path.join(__dirname, '../results/storefront-pages.json'),
        `${JSON.stringify(report, undefined, 4)}\n`,
    );
});

it.each(['home', 'list', 'product', 'cart'] as const)(
    '%s is as fast and as well made as it has to be',
    async name => {
        const visits: Visit[] = [];
        for (let n = 0; n < ROUNDS; n++) {
            visits.push(await visit(shop.storefrontUrl + shop.pages[name], shop.cookie));
        }
        const of = (what: keyof Visit) => spread(visits.map(each => each[what]));
        const measures = Object.keys(visits[0] ?? {}) as (keyof Visit)[];
        const found = (pages[name] = Object.fromEntries(measures.map(what => [what, of(what)])));
        for (const [what, least] of Object.entries(wanted)) {
            expect.soft(found[what]?.median, `${name}: ${what}`).toBeGreaterThanOrEqual(least);
        }
        for (const [what, most] of Object.entries(limits)) {
            expect.soft(found[what]?.median, `${name}: ${what}`).toBeLessThanOrEqual(most);
        }
    },
    600_000,
);
