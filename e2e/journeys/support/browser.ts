import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';

/** Public address of the shop under test, without a slash at its end. */
export const shopUrl = process.env.EFI_SHOP_URL ?? 'http://localhost:3001';
/** Public address of its server. */
export const serverUrl = process.env.EFI_SERVER_URL ?? 'http://localhost:3000';

const unwanted = [
    // They suit a cloud function, and take all pages down with the first one that closes.
    ...['--single-process', '--no-zygote', '--disable-web-security'],
    // Drawing on a graphics processor that is played by this one takes more than half of all that a test needs.
    ...['--ignore-gpu-blocklist', '--in-process-gpu', '--use-gl=angle', '--use-angle=swiftshader'],
    '--enable-unsafe-swiftshader',
];

/**
 * By its own name the shop would take it for a machine, whose acts it does not count. Set for the whole browser: a
 * context's name is not on what a page sends as it is left.
 */
const userAgent =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36';

export interface Visitor {
    readonly width?: number;
    readonly javaScriptEnabled?: boolean;
    /** What was answered about consent before: most tests are about something else than the question. */
    readonly consent?: 'undecided' | 'refused' | 'accepted';
    /** Whether the browser keeps pages for when the shop can't be reached, which costs a second request for each. */
    readonly keepsPages?: boolean;
    /** Sent along with every request. */
    readonly headers?: Readonly<Record<string, string>>;
}

const agreements = { refused: [], accepted: ['analytics', 'personalisation'] } as const;

/** Who decided about older texts than these is asked again. */
async function newestConsentTexts(): Promise<number> {
    const answer = await fetch(`${serverUrl}/shop-api`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ efiConsentTexts { version } }' }),
    });
    const { data } = (await answer.json()) as { data: { efiConsentTexts: { version: number } } };
    return data.efiConsentTexts.version;
}

/** The cookie of who was asked with the newest texts, and agreed to these purposes. */
export async function decidedCookie(...purposes: readonly string[]) {
    return {
        name: 'efi_consent',
        value: [await newestConsentTexts(), ...purposes].join('~'),
        url: shopUrl,
    };
}

/** What a test that failed was looking at: addresses and words of all its pages. */
async function describePages(browser: Browser): Promise<string> {
    const pages = browser.contexts().flatMap(context => context.pages());
    const described = pages.map(async page => {
        const words = await page.locator('body').innerText({ timeout: 2_000 });
        return `${page.url()}\n${words.replace(/\n+/g, '\n').slice(0, 2_000)}`;
    });
    return (await Promise.allSettled(described))
        .map(result => (result.status === 'fulfilled' ? result.value : String(result.reason)))
        .join('\n────\n');
}

/** Where a test that failed was and what it was told there, in one line: of a failure CI shows the first line only. */
async function whereItStood(browser: Browser): Promise<string> {
    const pages = browser.contexts().flatMap(context => context.pages());
    const told = pages.map(async page => {
        const alerts = await page.getByRole('alert').allInnerTexts();
        return [page.url(), ...alerts.filter(Boolean)].join(': ');
    });
    return (await Promise.allSettled(told))
        .flatMap(result => (result.status === 'fulfilled' ? [result.value] : []))
        .join(', ')
        .replace(/\s+/g, ' ');
}

/** Now and then, on a busy machine, Chromium ends with a SIGSEGV as it starts, before it can be asked anything. */
const MOST_STARTS = 3;

async function launch(start = 1): Promise<Browser> {
    try {
        return await chromium.launch({
            executablePath: process.env.CHROMIUM_PATH ?? (await sparticuz.executablePath()),
            args: [
                ...sparticuz.args.filter(argument => !unwanted.includes(argument)),
                ...['--no-sandbox', '--disable-gpu', '--disable-software-rasterizer'],
                `--user-agent=${userAgent}`,
                '--disable-background-networking',
            ],
            headless: true,
        });
    } catch (error) {
        if (start === MOST_STARTS) {
            throw error;
        }
        process.stderr.write(`Chromium did not start, and is started again: ${String(error)}\n`);
        return launch(start + 1);
    }
}

/** A browser for the tests of one file. `newPage` gives each visitor their own cookies. */
export function useBrowser(): { newPage: (visitor?: Visitor) => Promise<Page> } {
    let browser: Browser | undefined;
    beforeAll(async () => {
        browser = await launch();
    });
    afterEach(async ({ task }) => {
        if (browser && task.result?.state === 'fail') {
            process.stderr.write(`"${task.name}" failed on:\n${await describePages(browser)}\n`);
            const [error] = task.result.errors ?? [];
            const where = await whereItStood(browser);
            if (error) {
                error.stack = (error.stack ?? error.message).replace(/\n|$/, end => ` At ${where}${end}`);
            }
        }
        await Promise.all(browser?.contexts().map(context => context.close()) ?? []);
    });
    afterAll(() => browser?.close());
    return {
        newPage: async ({
            width = 1280,
            javaScriptEnabled = true,
            consent = 'refused',
            keepsPages = false,
            headers,
        } = {}) => {
            if (!browser) {
                throw new Error('newPage was called outside of a test');
            }
            const context = await browser.newContext({
                baseURL: shopUrl,
                viewport: { width, height: 900 },
                reducedMotion: 'reduce',
                javaScriptEnabled,
                serviceWorkers: keepsPages ? 'allow' : 'block',
                extraHTTPHeaders: headers,
            });
            if (consent !== 'undecided') {
                await context.addCookies([await decidedCookie(...agreements[consent])]);
            }
            context.setDefaultTimeout(20_000);
            return context.newPage();
        },
    };
}
