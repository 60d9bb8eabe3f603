import { expect, it } from 'vitest';
import { serverUrl, useBrowser } from './support/browser';

const browser = useBrowser();

const PLACES = ['products', 'orders', 'customers', 'assets', 'global-settings'];

it('the Dashboard works under its content policy: nothing that it loads is refused', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', message => {
        if (/Content.Security.Policy|Cross-Origin-Resource|CORS/i.test(message.text())) {
            complaints.push(message.text());
        }
    });
    page.on('pageerror', error => complaints.push(error.message));
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
