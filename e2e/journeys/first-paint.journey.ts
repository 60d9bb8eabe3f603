import type { Page } from 'playwright-core';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { shopUrl, useBrowser } from './support/browser';
import { whileShopApiIsAway } from './support/shop-api-away';

const browser = useBrowser();

/** What a page gets its scripts after when no paint comes, in milliseconds. */
const PATIENCE = 3_000;

/** When something came of a page, in milliseconds after it was asked for. */
interface Times {
    readonly painted: number;
    readonly pictureThere: number;
    /** When each script began to be loaded. */
    readonly scripts: readonly number[];
}

const times = `(() => {
    const picture = document.querySelector('img[fetchpriority=high]')?.currentSrc;
    const loaded = performance.getEntriesByType('resource');
    return {
        painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
        pictureThere: loaded.find(({ name }) => name === picture)?.responseEnd ?? 0,
        scripts: loaded
            .filter(({ name }) => /_next\\/static\\/.*\\.js$/.test(name))
            .map(({ startTime }) => startTime),
    };
})()`;

/** Has the pictures of a page come late, so that scripts that don't wait for them would begin before. */
async function withSlowPictures(page: Page): Promise<void> {
    await page.route('**/assets/**', async route => {
        await new Promise(resolve => setTimeout(resolve, 600));
        await route.continue();
    });
}

async function aProduct(): Promise<string> {
    const list = await (await fetch(`${shopUrl}/en-us/search`)).text();
    return /\/en-us\/products\/[\w-]+/.exec(list)?.[0] ?? '';
}

describe('scripts begin after the first paint and the large picture, and the page works', () => {
    it.each(['home', 'product'])('on the %s page', async kind => {
        const page = await browser.newPage({ width: 390 });
        const faults: string[] = [];
        page.on('pageerror', error => faults.push(error.message));
        page.on('console', message => message.type() === 'error' && faults.push(message.text()));
        await withSlowPictures(page);
        await page.goto(kind === 'home' ? '/en-us' : await aProduct(), { waitUntil: 'networkidle' });
        const { painted, pictureThere, scripts } = await page.evaluate<Times>(times);
        expect(scripts.length).toBeGreaterThan(5);
        expect(pictureThere).toBeGreaterThan(600);
        expect(Math.min(...scripts)).toBeGreaterThan(Math.min(painted, PATIENCE));
        expect(Math.min(...scripts)).toBeGreaterThan(Math.min(pictureThere, PATIENCE));
        await page.getByRole('button', { name: 'Menu' }).click();
        await page.getByRole('dialog').getByRole('combobox').waitFor();
        expect(faults).toEqual([]);
    });

    it('on a page without a large picture', async () => {
        const page = await browser.newPage();
        await page.goto('/de-de/legal/terms', { waitUntil: 'networkidle' });
        const { painted, scripts } = await page.evaluate<Times>(times);
        expect(scripts.length).toBeGreaterThan(5);
        expect(Math.min(...scripts)).toBeGreaterThan(Math.min(painted, PATIENCE));
    });

    it('on a page that is not there', async () => {
        const page = await browser.newPage();
        await page.goto('/fr-fr/products/rien', { waitUntil: 'networkidle' });
        const { painted, scripts } = await page.evaluate<Times>(times);
        expect(Math.min(...scripts)).toBeGreaterThan(Math.min(painted, PATIENCE));
        await page.getByRole('link', { name: 'Daylark' }).first().click();
        await page.waitForURL('**/fr-fr');
    });
});

it('a page that is a form has its scripts begin with it', async () => {
    const html = await (await fetch(`${shopUrl}/en-us/sign-in`)).text();
    expect(html.match(/<script src="\/_next\/static\/[^"]+" async=""/g)?.length).toBeGreaterThan(3);
    expect(html).not.toContain('efiLater');
});

it('a page that could not be made says so at once, which its scripts do', async () => {
    const page = await browser.newPage();
    await whileShopApiIsAway(async () => {
        const answer = await page.goto('/en-us/search?min=100&max=101');
        expect(answer?.status()).toBe(500);
        expect(await answer?.text()).not.toContain('efiLater');
        await page.getByRole('heading', { level: 1 }).waitFor({ timeout: PATIENCE });
    });
});

it('who does something before has the scripts at once', async () => {
    const page = await browser.newPage();
    await page.route('**/assets/**', () => undefined);
    await page.goto('/en-us', { waitUntil: 'domcontentloaded' });
    await page.evaluate(`void (window.pressed = new Promise(resolve =>
        document.addEventListener('keydown', ({ timeStamp }) => resolve(timeStamp), true)))`);
    await page.keyboard.press('Shift');
    const pressed = await page.evaluate<number>('window.pressed');
    await expect
        .poll(async () => (await page.evaluate<Times>(times)).scripts.length, { timeout: 5_000 })
        .toBeGreaterThan(5);
    const { scripts } = await page.evaluate<Times>(times);
    expect(Math.max(...scripts.slice(0, 5)) - Math.min(pressed, PATIENCE)).toBeLessThan(500);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
});

describe('scripts and styles', () => {
    const ask = async (address: string, encoding: string) => {
        const answer = await fetch(address, { headers: { 'accept-encoding': encoding } });
        return { headers: answer.headers, text: await answer.text(), status: answer.status };
    };

    it('come as they were packed while building, by what the browser takes, and may be kept for ever', async () => {
        const page = await (await fetch(`${shopUrl}/en-us`)).text();
        const files = [...new Set(page.match(/\/_next\/static\/[\w./~-]+\.(?:js|css)/g))];
        expect(files.some(file => file.endsWith('.css'))).toBe(true);
        for (const file of files) {
            const plain = await ask(shopUrl + file, 'identity');
            expect(plain.headers.get('content-encoding')).toBeNull();
            for (const [accepted, encoding] of [
                ['gzip, deflate, br, zstd', 'br'],
                ['gzip', 'gzip'],
            ] as const) {
                const { headers, text, status } = await ask(shopUrl + file, accepted);
                expect([status, text === plain.text]).toEqual([200, true]);
                expect(headers.get('content-type')).toMatch(
                    file.endsWith('.css') ? /^text\/css/ : /^(application|text)\/javascript/,
                );
                expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
                expect(headers.get('x-content-type-options')).toBe('nosniff');
                if (plain.text.length > 2_000) {
                    expect(headers.get('content-encoding')).toBe(encoding);
                    expect(headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
                }
            }
            if (plain.text.length > 20_000) {
                const packed = await ask(shopUrl + file, 'br');
                const quick = brotliCompressSync(plain.text, {
                    params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
                });
                expect(Number(packed.headers.get('content-length'))).toBeLessThan(quick.length);
            }
        }
    });

    it('that are not there say so to who takes packed ones', async () => {
        const { status, headers } = await ask(`${shopUrl}/_next/static/chunks/none.js`, 'br');
        expect([status, headers.get('content-encoding')]).toEqual([404, null]);
    });
});
