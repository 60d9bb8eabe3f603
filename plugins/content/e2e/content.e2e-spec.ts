import { parse } from 'graphql';
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentShop, done, problemsOf, SECRET } from './support/content-shop';

const SPEAK_GERMAN = `mutation {
    updateGlobalSettings(input: { availableLanguages: [en, de] }) { __typename }
    updateChannel(input: { id: "T_1", availableLanguageCodes: [en, de] }) { __typename }
}`;
const SECOND_CHANNEL = `mutation { createChannel(input: {
    code: "second", token: "second", defaultLanguageCode: de, availableLanguageCodes: [de, en],
    defaultCurrencyCode: EUR, pricesIncludeTax: true, defaultShippingZoneId: "T_1", defaultTaxZoneId: "T_1"
}) { ... on Channel { id } } }`;

const text = (html: string) => ({ id: 'text', type: 'richText', texts: { en: { html } } });
const landing = (slug: string, title = slug) => ({
    texts: { en: { title, slug } },
    blocks: [text('<p>Hi</p>')],
});
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);

describe('written content', async () => {
    const shop = await contentShop();
    const { adminClient, create, save, publish, page } = shop;

    beforeAll(async () => {
        await shop.start();
        await shop.admin(SPEAK_GERMAN);
        await shop.admin(SECOND_CHANNEL);
    });
    afterAll(() => shop.stop());

    const inSecondChannel = async <Result>(work: () => Promise<Result>): Promise<Result> => {
        adminClient.setChannelToken('second');
        try {
            return await work();
        } finally {
            adminClient.setChannelToken('e2e-default-channel');
        }
    };

    it('is seen by nobody before it is published, and then as it was', async () => {
        const hero = {
            ...{ id: 'hero', type: 'hero', link: { to: 'PRODUCT', value: '1' } },
            texts: { en: { heading: 'Summer', linkLabel: 'Look' }, de: { heading: 'Sommer' } },
        };
        const created = done(await create('HOME', '', { blocks: [hero] }));
        expect(await page('HOME')).toBeNull();
        expect(created).toMatchObject({ revision: 1, isChanged: true, isShown: false });

        const published = done(await publish(created.id, 1));
        expect(published).toMatchObject({ isChanged: false, isShown: true, versions: [{ state: 'SHOWN' }] });
        const shown = { linkLabel: 'Look', link: { to: 'PRODUCT', value: 'lamp' }, picture: null };
        expect((await page('HOME'))?.blocks).toMatchObject([{ ...shown, heading: 'Summer' }]);
        expect((await page('HOME', '', { language: 'de' }))?.blocks).toMatchObject([
            { ...shown, heading: 'Sommer' },
        ]);

        const changed = done(
            await save(created.id, 1, { blocks: [{ ...hero, texts: { en: { heading: 'Autumn' } } }] }),
        );
        expect(changed).toMatchObject({ revision: 2, isChanged: true, isShown: true });
        expect((await page('HOME'))?.blocks).toMatchObject([{ heading: 'Summer' }]);
        done(await publish(created.id, 2));
        expect((await page('HOME'))?.blocks).toMatchObject([{ heading: 'Autumn' }]);
        expect((await shop.entry(created.id)).versions.map(({ state }) => state)).toEqual([
            'SHOWN',
            'WITHDRAWN',
        ]);

        await shop.admin(`mutation { unpublishEfiContent(id: "${created.id}") { id } }`);
        expect(await page('HOME')).toBeNull();
    });

    it('is not overwritten by who has not seen it', async () => {
        const { id } = done(await create('LANDING', 'two-editors', landing('two-editors')));
        done(await save(id, 1, landing('two-editors', 'First')));
        const refused = { __typename: 'EfiContentChangedError', current: { revision: 2 } };
        expect(await save(id, 1, landing('two-editors', 'Second'))).toEqual(refused);
        expect(await publish(id, 1)).toEqual(refused);
        expect((await shop.entry(id)).draft.texts).toEqual({ en: { title: 'First', slug: 'two-editors' } });
    });

    it('has one page at each address, and old addresses lead on', async () => {
        const { id } = done(await create('LANDING', 'sale', landing('sale')));
        done(await publish(id, 1));
        const other = done(await create('LANDING', 'other', landing('sale')));
        expect(problemsOf(await publish(other.id, 1))).toEqual(['texts.en.slug TAKEN']);
        expect(problemsOf(await create('LANDING', 'sale', landing('x')))).toEqual(['code TAKEN']);

        done(await save(id, 1, landing('summer-sale')));
        done(await publish(id, 2));
        expect(await page('LANDING', 'sale')).toMatchObject({ slug: 'summer-sale' });
        expect(await page('LANDING', 'summer-sale', { language: 'de' })).toMatchObject({
            slug: 'summer-sale',
        });
        expect(await page('LANDING', 'sales')).toBeNull();

        done(await publish(other.id, 1));
        expect(await page('LANDING', 'sale')).toMatchObject({ code: 'other', slug: 'sale' });
        const { data } = await shop.ask(
            '{ efiContentPages(kind: LANDING) { code slugs { languageCode slug } } }',
        );
        expect(data).toEqual({
            efiContentPages: [
                { code: 'other', slugs: [{ languageCode: 'en', slug: 'sale' }] },
                { code: 'sale', slugs: [{ languageCode: 'en', slug: 'summer-sale' }] },
            ],
        });
    });

    it('comes and goes by its schedule, also from memory', async () => {
        const { id } = done(
            await create('LEGAL', 'terms', { texts: { en: { title: 'Old' } }, blocks: [text('1')] }),
        );
        done(await publish(id, 1));
        done(await save(id, 1, { texts: { en: { title: 'New' } }, blocks: [text('2')] }));
        const title = async () => (await page('LEGAL', 'terms'))?.title;
        await expect
            .poll(
                async () => (await shop.ask('{ efiContentPage(kind: LEGAL, slug: "terms") { title } }')).hit,
            )
            .toBe(true);
        const [startsAt, endsAt] = [inSeconds(3), inSeconds(6)];
        done(await publish(id, 2, { startsAt, endsAt }));
        const changes = async () =>
            (await shop.ask<{ changes: string[] }>('{ changes: efiContentChanges }')).data.changes.map(
                Date.parse,
            );
        expect(await changes()).toEqual([startsAt.getTime(), endsAt.getTime()]);
        expect((await shop.entry(id)).versions.map(({ state }) => state)).toEqual(['PLANNED', 'SHOWN']);
        expect(await title()).toBe('Old');
        await expect.poll(title, { interval: 100 }).toBe('New');
        await expect.poll(title, { interval: 100 }).toBe('Old');
        expect(await changes()).toEqual([endsAt.getTime()]);
        expect((await shop.entry(id)).versions.map(({ state }) => state)).toEqual(['OVER', 'SHOWN']);
        expect(problemsOf(await publish(id, 2, { endsAt: inSeconds(-1) }))).toEqual(['endsAt IN_THE_PAST']);
        expect(problemsOf(await publish(id, 2, { startsAt: inSeconds(9), endsAt: inSeconds(8) }))).toEqual([
            'endsAt INVALID',
        ]);
    });

    it('keeps no markup that could do harm, and says what it refuses', async () => {
        const html =
            '<p>Hi</p><script>alert(1)</script><a href="javascript:alert(1)">x</a><img src=x onerror=alert(1)>';
        const { id } = done(
            await create('LEGAL', 'imprint', { texts: { en: { title: 'T' } }, blocks: [text(html)] }),
        );
        done(await publish(id, 1));
        expect((await page('LEGAL', 'imprint'))?.blocks).toMatchObject([{ html: '<p>Hi</p><a>x</a>' }]);
        const bad = {
            id: 'a',
            type: 'hero',
            assetId: '999',
            link: { to: 'ADDRESS', value: 'javascript:alert(1)' },
        };
        expect(problemsOf(await save(id, 1, { blocks: [bad] }))).toEqual(['blocks.0.link.value UNSAFE_LINK']);
        expect(
            problemsOf(await save(id, 1, { blocks: [{ ...bad, link: { to: 'COLLECTION', value: '77' } }] })),
        ).toEqual(['blocks.0.assetId NOT_FOUND', 'blocks.0.link.value NOT_FOUND']);
        expect(problemsOf(await publish(done(await save(id, 1, {})).id, 2))).toEqual([
            'texts.en.title REQUIRED',
            'blocks REQUIRED',
        ]);
    });

    it('shows what can be seen of the catalogue, and follows it', async () => {
        const rail = {
            id: 'rail',
            type: 'productRail',
            productIds: ['2', '1'],
            texts: { en: { heading: 'Best' } },
        };
        const { id } = done(await create('LANDING', 'best', { ...landing('best'), blocks: [rail] }));
        done(await publish(id, 1));
        const slugs = async () => (await page('LANDING', 'best'))?.blocks.map(({ products }) => products);
        expect(await slugs()).toEqual([[{ slug: 'chair' }, { slug: 'lamp' }]]);
        await shop.admin('mutation { updateProduct(input: { id: "T_2", enabled: false }) { id } }');
        expect(await slugs()).toEqual([[{ slug: 'lamp' }]]);
        await shop.admin('mutation { updateProduct(input: { id: "T_2", enabled: true }) { id } }');
    });

    it('makes menus, without the links that lead nowhere', async () => {
        const item = (id: string, label: string, link: object) => ({
            id,
            type: 'menuItem',
            link,
            texts: { en: { label } },
        });
        const { id: hidden } = done(await create('LANDING', 'hidden', landing('hidden')));
        const blocks = [
            item('a', 'Lamp', { to: 'PRODUCT', value: '1' }),
            item('b', 'Orders', { to: 'ADDRESS', value: '/orders' }),
            item('c', 'Hidden', { to: 'PAGE', value: hidden.replace('T_', '') }),
        ];
        const { id } = done(await create('MENU', 'header', { blocks }));
        expect(await shop.menu('header')).toBeNull();
        done(await publish(id, 1));
        const seen = [
            { label: 'Lamp', link: { to: 'PRODUCT', value: 'lamp' } },
            { label: 'Orders', link: { to: 'ADDRESS', value: '/orders' } },
        ];
        expect(await shop.menu('header')).toEqual({ items: seen });
        done(await publish(hidden, 1));
        expect(await shop.menu('header')).toEqual({
            items: [...seen, { label: 'Hidden', link: { to: 'PAGE', value: 'hidden' } }],
        });
        await shop.admin(`mutation { deleteEfiContent(id: "${id}") }`);
        expect(await shop.menu('header')).toBeNull();
    });

    it('of the default channel stands in for each other one, until that has its own', async () => {
        const shown = async (channel: string) => (await page('LANDING', 'everywhere', { channel }))?.title;
        const { id } = done(await create('LANDING', 'everywhere', landing('everywhere', 'For all')));
        done(await publish(id, 1));
        expect(await shown('second')).toBe('For all');
        const own = {
            texts: { de: { title: 'Eigene', slug: 'everywhere' } },
            blocks: [{ ...text(''), texts: { de: { html: 'x' } } }],
        };
        const { id: ownId } = await inSecondChannel(async () => {
            const made = done(await create('LANDING', 'everywhere', own));
            return done(await publish(made.id, 1));
        });
        expect(await shown('second')).toBe('Eigene');
        expect(await shown('')).toBe('For all');
        expect(await shop.entry(ownId)).toBeNull();
        await expect(save(ownId, 1, own)).rejects.toThrow('There is no page or menu');
        await expect(inSecondChannel(() => publish(id, 1))).rejects.toThrow('There is no page or menu');
    });

    describe('a link to a draft', () => {
        it('shows it as it is now to whoever has it, and nothing else', async () => {
            const { id } = done(await create('LANDING', 'draft', landing('draft', 'Draft')));
            const { token, url, expiresAt } = await shop.previewToken(id);
            expect(url).toBe(`https://shop.example/de/e2e-default-channel?token=${token}`);
            expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(7 * 3_600_000);
            expect((await shop.preview(token))?.page).toMatchObject({ title: 'Draft' });
            done(await save(id, 1, landing('draft', 'Better')));
            expect((await shop.preview(token))?.page).toMatchObject({ title: 'Better' });
            expect((await shop.preview(token, 'second'))?.page).toMatchObject({ title: 'Better' });
            expect(await page('LANDING', 'draft')).toBeNull();
        });

        it('is worth nothing when it was changed, has ended, or is of another channel', async () => {
            const { id } = done(await create('LANDING', 'secret', landing('secret')));
            const { token } = await shop.previewToken(id);
            const [page = '', until = '', signature = ''] = token.split('.');
            const sign = (said: string) =>
                `${said}.${createHmac('sha256', SECRET).update(`efi-content-preview\n${said}`).digest('base64url')}`;
            expect(sign(`${page}.${until}`)).toBe(token);
            for (const forged of [
                `${Number(page) - 1}.${until}.${signature}`,
                `${page}.${Number(until) + 1}.${signature}`,
                `${page}.${until}.${'A'.repeat(43)}`,
                `${page}.${until}`,
                '',
                sign(`${page}.${Math.floor(Date.now() / 1000) - 1}`),
                sign('99999.9999999999'),
            ]) {
                expect(await shop.preview(forged)).toBeNull();
            }
            const ownToken = await inSecondChannel(async () => {
                const own = done(await create('LANDING', 'own', { texts: {}, blocks: [] }));
                return (await shop.previewToken(own.id)).token;
            });
            expect(await shop.preview(ownToken, 'second')).not.toBeNull();
            expect(await shop.preview(ownToken)).toBeNull();
        });
    });

    it('is written by those who may only', async () => {
        const { id } = done(await create('LANDING', 'guarded', landing('guarded')));
        await shop.admin(`mutation {
            createRole(input: { code: "reader", description: "", permissions: [ReadEfiContent] }) { id }
        }`);
        const { roles } = await shop.admin<{ roles: { items: Array<{ id: string; code: string }> } }>(
            '{ roles { items { id code } } }',
        );
        const reader = roles.items.find(({ code }) => code === 'reader');
        await shop.admin(`mutation { createAdministrator(input: {
            firstName: "R", lastName: "R", emailAddress: "reader@shop.example", password: "test", roleIds: ["${reader?.id}"]
        }) { id } }`);
        await adminClient.asUserWithCredentials('reader@shop.example', 'test');
        expect((await shop.entry(id)).revision).toBe(1);
        const forbidden = 'You are not currently authorized to perform this action';
        await expect(create('LANDING', 'mine', landing('mine'))).rejects.toThrow(forbidden);
        await expect(save(id, 1, landing('guarded'))).rejects.toThrow(forbidden);
        await expect(publish(id, 1)).rejects.toThrow(forbidden);
        for (const mutation of [
            `unpublishEfiContent(id: "${id}") { id }`,
            `withdrawEfiContentVersion(id: "${id}", versionId: "1") { id }`,
            `deleteEfiContent(id: "${id}")`,
        ]) {
            await expect(adminClient.query(parse(`mutation { ${mutation} }`))).rejects.toThrow(forbidden);
        }
        await adminClient.asSuperAdmin();
    });
});
