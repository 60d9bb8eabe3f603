import { it } from 'vitest';
import { useBrowser } from './support/browser';
import { ways } from './support/tours';

const browser = useBrowser();

/** By which each script comes late, in milliseconds. */
const LATE = 2_000;

it.each(ways.filter(({ only }) => only !== 1280))(
    'while scripts take seconds to come to a phone, the way leads through $name',
    async ({ go, visitor }) => {
        const page = await browser.newPage({ width: 390, ...visitor });
        await page.route('**/_next/static/**/*.js', async route => {
            await new Promise(resolve => setTimeout(resolve, LATE));
            await route.continue();
        });
        await go(page, () => Promise.resolve());
    },
);
