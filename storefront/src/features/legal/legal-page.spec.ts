import { describe, expect, it } from 'vitest';
import { languages } from '@/lib/market/market';
import { legalPage, legalPageNames } from './legal-page';

describe.each(languages)('the legal pages in %s', language => {
    it.each(legalPageNames)('have %s, whole, with every detail of the merchant', async name => {
        const page = await legalPage(language, name);
        expect(page.title).not.toBe('');
        expect(page.sections.length).toBeGreaterThan(2);
        for (const { heading, text } of page.sections) {
            expect(heading).not.toBe('');
            expect(text.length).toBeGreaterThan(0);
        }
        expect(JSON.stringify(page)).not.toMatch(/[{]\w+[}]/);
    });

    it('have the model form for the withdrawal', async () => {
        const { sections } = await legalPage(language, 'withdrawal');
        expect(sections.at(-1)?.list?.length).toBeGreaterThanOrEqual(7);
    });
});
