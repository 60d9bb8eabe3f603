import { expect, it } from 'vitest';
import { useBrowser } from './support/browser';
import { addSomethingToCart } from './support/shopping';

const browser = useBrowser();

it.each([390, 1280])('what is typed before scripts have come stays, at %i px', async width => {
    const page = await browser.newPage({ width });
    await addSomethingToCart(page, 'en-us');
    let letThrough = (): void => undefined;
    const asked = new Promise<void>(resolve => (letThrough = resolve));
    await page.route('**/_next/static/**/*.js', async route => {
        await asked;
        await route.continue();
    });
    await page.goto('/en-us/checkout', { waitUntil: 'commit' });
    const field = (name: string) => page.locator(`input[name=${name}]`);
    await field('emailAddress').fill('early@example.com');
    await field('city').fill('San Francisco');
    letThrough();
    await page.waitForFunction(`Object.keys(document.querySelector('input[name=emailAddress]'))
        .some(key => key.startsWith('__reactProps'))`);
    // Which has React write the form anew.
    await field('firstName').fill('Ada');
    expect(await field('emailAddress').inputValue()).toBe('early@example.com');
    expect(await field('city').inputValue()).toBe('San Francisco');
});
