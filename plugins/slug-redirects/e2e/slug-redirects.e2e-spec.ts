import { catalogueIoMigrations, CatalogueIoPlugin } from '@efi/catalogue-io-plugin';
import { ShopCachePlugin, shopCacheMigrations } from '@efi/shop-cache-plugin';
import { testShop } from '@efi/plugin-kit/testing';
import { TransactionalConnection } from '@vendure/core';
import { parse } from 'graphql';
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SlugRedirectsPlugin, slugRedirectsMigrations } from '../src';

const SPEAK_GERMAN = parse(`
    mutation {
        updateGlobalSettings(input: { availableLanguages: [en, de] }) { __typename }
        updateChannel(input: { id: "T_1", availableLanguageCodes: [en, de] }) { __typename }
    }
`);

const PRODUCT = `mutation ($id: ID!, $slug: String!, $languageCode: LanguageCode!, $name: String!) {
    updateProduct(input: { id: $id, translations: [{ languageCode: $languageCode, name: $name, slug: $slug, description: "" }] }) { id }
}`;

const COLLECTION = PRODUCT.replace('updateProduct', 'updateCollection');

describe('the address that had another slug before', async () => {
    const shop = await testShop({
        plugins: [
            SlugRedirectsPlugin.init(),
            CatalogueIoPlugin.init(),
            ShopCachePlugin.init({ fields: ['Query.efiCurrentSlug'] }),
        ],
        migrations: [...slugRedirectsMigrations, ...catalogueIoMigrations, ...shopCacheMigrations],
        asApplicationRole: true,
        config: { entityOptions: { channelCacheTtl: 20, zoneCacheTtl: 20, taxRateCacheTtl: 20 } },
    });
    const { adminClient } = shop;

    beforeAll(async () => {
        await shop.start();
        await adminClient.query(SPEAK_GERMAN);
    });
    afterAll(() => shop.stop());

    const change = (mutation: string, id: string, slug: string, languageCode = 'en') =>
        adminClient.query(parse(mutation), { id, slug, languageCode, name: slug });
    const lamp = (slug: string, languageCode?: string) => change(PRODUCT, 'T_1', slug, languageCode);
    const chair = (slug: string) => change(PRODUCT, 'T_2', slug);
    const answer = async (slug: string, of: string, languageCode: string) => {
        const { port, shopApiPath } = shop.config.apiOptions;
        const response = await fetch(`http://localhost:${port}/${shopApiPath}?languageCode=${languageCode}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({
                query: 'query ($of: EfiSlugOwner!, $slug: String!) { efiCurrentSlug(of: $of, slug: $slug) }',
                variables: { of, slug },
            }),
        });
        const { data } = (await response.json()) as { data: { efiCurrentSlug: string | null } };
        return { slug: data.efiCurrentSlug, hit: response.headers.get('efi-cache') === 'hit' };
    };
    const leadsTo = async (slug: string, of = 'PRODUCT', languageCode = 'en') =>
        (await answer(slug, of, languageCode)).slug;

    it('leads to the one of today, in one step however often it changed', async () => {
        expect(await leadsTo('lamp')).toBeNull();
        await lamp('bed-lamp');
        await lamp('desk-lamp');
        expect(await leadsTo('lamp')).toBe('desk-lamp');
        expect(await leadsTo('bed-lamp')).toBe('desk-lamp');
        expect(await leadsTo('desk-lamp')).toBeNull();
        expect(await leadsTo('no-such-lamp')).toBeNull();
        expect(await leadsTo('lamp', 'COLLECTION')).toBeNull();
    });

    it('leads to the one in the language of whoever asks', async () => {
        await lamp('lampe', 'de');
        await lamp('leselampe', 'de');
        expect(await leadsTo('lampe', 'PRODUCT', 'de')).toBe('leselampe');
        expect(await leadsTo('lampe', 'PRODUCT', 'en')).toBe('desk-lamp');
        expect(await leadsTo('lamp', 'PRODUCT', 'de')).toBe('leselampe');
    });

    it('belongs to what has it now, and leads on from the last that had it once that has gone', async () => {
        await chair('lamp');
        expect(await leadsTo('lamp')).toBeNull();
        await chair('stool');
        expect(await leadsTo('lamp')).toBe('stool');
        await lamp('lamp');
        expect(await leadsTo('lamp')).toBeNull();
        await lamp('desk-lamp');
        expect(await leadsTo('lamp')).toBe('desk-lamp');
    });

    it('stays with what has it while that is out of sight, as it may come back', async () => {
        await chair('bed-lamp');
        const enable = (enabled: boolean) =>
            adminClient.query(
                parse(`mutation { updateProduct(input: { id: "T_2", enabled: ${enabled} }) { id } }`),
            );
        await enable(false);
        expect(await leadsTo('bed-lamp')).toBeNull();
        expect(await leadsTo('stool')).toBeNull();
        await enable(true);
        expect(await leadsTo('stool')).toBe('bed-lamp');
    });

    it('leads nowhere when its product was deleted or is of another channel', async () => {
        await change(PRODUCT, 'T_3', 'carpet');
        expect(await leadsTo('rug')).toBe('carpet');
        await shop.sql('DELETE FROM product_channels_channel WHERE "productId" = 3');
        expect(await leadsTo('rug')).toBeNull();
        await shop.sql('INSERT INTO product_channels_channel ("productId", "channelId") VALUES (3, 1)');
        expect(await leadsTo('rug')).toBe('carpet');
        await adminClient.query(parse('mutation { deleteProduct(id: "T_3") { result } }'));
        expect(await leadsTo('rug')).toBeNull();
    });

    it('of a collection leads to it, unless that is private', async () => {
        const { createCollection } = await adminClient.query<{ createCollection: { id: string } }>(
            parse(`mutation { createCollection(input: {
                filters: [], translations: [{ languageCode: en, name: "Light", slug: "light", description: "" }]
            }) { id } }`),
        );
        const { id } = createCollection;
        await change(COLLECTION, id, 'lighting');
        expect(await leadsTo('light', 'COLLECTION')).toBe('lighting');
        expect(await leadsTo('light')).toBeNull();
        await adminClient.query(
            parse(`mutation { updateCollection(input: { id: "${id}", isPrivate: true }) { id } }`),
        );
        expect(await leadsTo('light', 'COLLECTION')).toBeNull();
    });

    it('is known after an import, too', async () => {
        const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'efi-slugs-')), 'products.csv');
        writeFileSync(
            file,
            ['name:en,slug:en,name:de,slug:de,sku,price', 'Lamp,desk-lamp,Lampe,stehlampe,LAMP,10.00'].join(
                '\n',
            ),
        );
        await adminClient.fileUploadMutation({
            mutation: parse(
                `mutation Start($input: StartEfiCatalogueImportInput!) { startEfiCatalogueImport(input: $input) { id } }`,
            ),
            filePaths: [file],
            mapVariables: () => ({ input: { format: 'CSV', dryRun: false, file: null } }),
        });
        await expect.poll(() => leadsTo('leselampe', 'PRODUCT', 'de'), { timeout: 20_000 }).toBe('stehlampe');
    });

    it('is answered from memory until a slug changes', async () => {
        const kept = () => answer('lampe', 'PRODUCT', 'de');
        await expect.poll(kept, { timeout: 20_000 }).toEqual({ slug: 'stehlampe', hit: true });
        await lamp('tischlampe', 'de');
        expect((await kept()).slug).toBe('tischlampe');
        await expect.poll(kept, { timeout: 20_000 }).toEqual({ slug: 'tischlampe', hit: true });
    });

    it('leads nowhere new when the change is rolled back', async () => {
        const { rawConnection } = shop.server.app.get(TransactionalConnection);
        const changedAt = () => shop.sql(`SELECT slug, "changedAt" FROM efi_old_slug ORDER BY slug`);
        const before = await changedAt();
        const changing = rawConnection.transaction(async manager => {
            await manager.query(`UPDATE product_translation SET slug = 'gone-' || slug`);
            throw new Error('on second thoughts');
        });
        await expect(changing).rejects.toThrow('on second thoughts');
        expect(await changedAt()).toEqual(before);
    });
});
