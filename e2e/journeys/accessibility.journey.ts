import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './support/axe';
import { useBrowser } from './support/browser';
import { lossesWhenEnlarged } from './support/reflow';
import { addSomethingToCart, chooseDelivery, enterAddress, freshEmail } from './support/shopping';
import { pages, ways } from './support/tours';

const browser = useBrowser();

const routes = path.resolve(__dirname, '../../storefront/src/app/[locale]');

/** The folder of each page, such as `/orders/[code]`. */
const folders = readdirSync(routes, { recursive: true, encoding: 'utf8' })
    .filter(file => path.basename(file) === 'page.tsx')
    .map(file => `/${path.dirname(file)}`.replace('/.', ''));

/** The page that answers at an address. */
function pageOf(address: string): string | undefined {
    const [, , ...parts] = new URL(address).pathname.split('/');
    const plain = `/${parts.join('/')}`.replace(/^\/$/, '');
    const pattern = (folder: string) => new RegExp(`^${folder.replace(/\[\w+\]/g, '[^/]+')}$`);
    return folders.includes(plain) ? plain : folders.find(folder => pattern(folder).test(plain));
}

describe('every page and state can be used by everybody', () => {
    const seen = new Set<string>();

    /** At both widths, in both appearances, and where somebody has enlarged it. */
    async function findFaults(page: Page, only?: 390 | 1280): Promise<string[]> {
        const faults: string[] = [];
        const before = page.viewportSize();
        for (const [width, colorScheme] of [
            [only ?? 1280, 'light'],
            [only ?? 390, 'dark'],
        ] as const) {
            await page.setViewportSize({ width, height: 900 });
            await page.emulateMedia({ colorScheme });
            const found = await violations(page);
            faults.push(...found.map(fault => `at ${width} px, ${colorScheme}: ${fault}`));
        }
        if (only !== 1280) {
            faults.push(...(await lossesWhenEnlarged(page)));
        }
        await page.emulateMedia({ colorScheme: null });
        await page.setViewportSize(before ?? { width: 1280, height: 900 });
        return faults;
    }

    it.each([...pages, ...ways])('on the way through $name', async ({ go, only, visitor }) => {
        const page = await browser.newPage({ width: only ?? 1280, ...visitor });
        const faults: string[] = [];
        await go(page, async state => {
            await page.waitForLoadState('networkidle');
            seen.add(pageOf(page.url()) ?? '');
            faults.push(...(await findFaults(page, only)).map(fault => `${state}, ${fault}`));
        });
        expect(faults).toEqual([]);
    });

    it('and none is left out', () => {
        expect(existsSync(path.join(routes, 'page.tsx'))).toBe(true);
        expect(folders.filter(folder => !seen.has(folder))).toEqual([]);
    });
});

it('who goes from step to step of the checkout is at the heading of the step', async () => {
    const page = await browser.newPage({ width: 390 });
    await addSomethingToCart(page, 'en-us', 'price-asc');
    await page.goto('/en-us/checkout', { waitUntil: 'networkidle' });
    const focused = () => page.evaluate<string>('document.activeElement.id');
    await enterAddress(page, 'us', freshEmail('steps'));
    await expect.poll(focused).toBe('step-delivery');
    await chooseDelivery(page);
    await expect.poll(focused).toBe('step-payment');
    await page.locator('a[href$="step=address"]').click();
    await page.waitForURL(/step=address/);
    await expect.poll(focused).toBe('step-address');
});

it('what a finger presses is 44 px high at least', async () => {
    const page = await browser.newPage({ width: 390 });
    await addSomethingToCart(page, 'en-us', 'price-asc');
    const parts = ['nav ol a', 'footer a', 'footer label:has(input)', 'footer button', 'main li form button'];
    const tooSmall = async () => {
        const found = await page.locator(parts.join(', ')).all();
        const boxes = await Promise.all(found.map(part => part.boundingBox()));
        return boxes.filter(box => box && box.height < 44);
    };
    expect(await tooSmall()).toEqual([]);
    await page.goto('/en-us/cart');
    expect(await tooSmall()).toEqual([]);
});

it('a keyboard reaches the content past the menu', async () => {
    const page = await browser.newPage();
    await page.goto('/en-us');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.locator(':focus').getAttribute('id')).toBe('content');
});
