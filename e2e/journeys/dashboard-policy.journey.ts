import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { serverUrl, useBrowser } from './support/browser';

const browser = useBrowser();

const PLACES = ['products', 'orders', 'customers', 'assets', 'global-settings'];

/** What the browser says against what a page does, of policies and of its scripts. */
function complaintsOf(page: Page): string[] {
    const complaints: string[] = [];
    page.on('console', message => {
        if (/Content.Security.Policy|Cross-Origin-Resource|CORS/i.test(message.text())) {
            complaints.push(message.text());
        }
    });
    page.on('pageerror', error => complaints.push(error.message));
    return complaints;
}

it('the Dashboard works under its content policy: nothing that it loads is refused', async () => {
    const page = await browser.newPage();
    const complaints = complaintsOf(page);
    const refused: string[] = [];
    page.on('response', response => {
        if (response.status() === 400 || response.status() === 403) {
            refused.push(`${response.status()} ${response.request().postData() ?? response.url()}`);
        }
    });
    await page.goto(`${serverUrl}/dashboard/`);
    await page.fill('input[name="username"]', 'superadmin');
    await page.fill('input[name="password"]', 'superadmin');
    await page.click('button[type="submit"]');
    await page.waitForURL(address => !address.pathname.endsWith('/login'));
    for (const place of PLACES) {
        await page.goto(`${serverUrl}/dashboard/${place}`);
        await page.locator('main h1').first().waitFor();
    }
    expect(complaints).toEqual([]);
    expect(refused).toEqual([]);
});

it('so do GraphiQL, Swagger UI and the mailbox, and no script gets in there', async () => {
    const page = await browser.newPage();
    const complaints = complaintsOf(page);
    for (const [place, sign] of [
        ['graphiql/shop', '.graphiql-container .graphiql-query-editor .CodeMirror-line'],
        ['graphiql/admin', '.graphiql-container .graphiql-query-editor .CodeMirror-line'],
        ['api/v1/docs/', '.swagger-ui .opblock'],
        ['mailbox', '#type-selector option >> nth=0'],
    ] as const) {
        const response = await page.goto(`${serverUrl}/${place}`);
        await page.locator(sign).first().waitFor({ state: 'attached' });
        const policy = response?.headers()['content-security-policy'] ?? '';
        expect(policy).toMatch(/^default-src 'none';.*frame-ancestors 'none'/);
        expect(/script-src [^;]*/.exec(policy)?.[0]).not.toMatch(/unsafe|https?:|\*/);
    }
    expect(complaints).toEqual([]);

    await page.evaluate(
        `document.body.append(Object.assign(document.createElement('script'), { text: 'ran = 1' }))`,
    );
    expect(await page.evaluate('typeof ran')).toBe('undefined');
    expect(complaints).toHaveLength(1);
});
