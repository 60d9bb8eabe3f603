import { describe, expect, it } from 'vitest';
import { makeAccount, password } from './support/account';
import { violations } from './support/axe';
import { useBrowser } from './support/browser';
import { useShopDatabase } from './support/shop-database';
import { freshEmail } from './support/shopping';

const browser = useBrowser();
const query = useShopDatabase();

describe('the account’s page about personal data', () => {
    it('takes a request of each kind, and says what it does', async () => {
        const page = await browser.newPage({ width: 390 });
        await makeAccount(page, freshEmail('own-data'));
        await page.goto('/en-gb/account/privacy');
        for (const kind of ['Correction', 'Restriction', 'Objection', 'Opt-out of sale']) {
            const choice = page.getByRole('radio', { name: new RegExp(`^${kind}.*We `) });
            expect(await choice.count()).toBe(1);
        }
        const form = page.getByRole('form', { name: 'Ask for it' });
        await form.getByRole('radio', { name: /^Objection/ }).check();
        await form.getByLabel('What should we know?').fill('No letters, please');
        await form.getByLabel('Your password').fill('wrong');
        await form.getByRole('button', { name: 'Ask for it' }).click();
        await form.locator('[aria-invalid="true"]').waitFor();
        // What was chosen and typed is still there.
        expect(await form.getByRole('radio', { name: /^Objection/ }).isChecked()).toBe(true);
        await form.getByLabel('Your password').fill(password);
        await form.getByRole('button', { name: 'Ask for it' }).click();
        await form.getByText('We have noted it.').waitFor();
        await page.getByRole('button', { name: 'Take back: Objection' }).waitFor();
        expect(await violations(page)).toEqual([]);
        const requests = await query<{ kind: string; note: string }>(
            'SELECT kind, note FROM efi_gdpr_request ORDER BY "createdAt" DESC LIMIT 1',
        );
        expect(requests).toEqual([{ kind: 'OBJECTION', note: 'No letters, please' }]);
    });
});
