import { listenConfig, SHOP_CHANGES_CHANNEL } from '@efi/plugin-kit';
import { testShop } from '@efi/plugin-kit/testing';
import { TransactionalConnection } from '@vendure/core';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchPlugin, searchMigrations } from '../src';
import { idle } from './support/example-shop';

/** Of a product that nobody indexes. */
const ITEM = (variant: number) =>
    `INSERT INTO efi_search_item VALUES (900, ${variant}, 1, 'EUR', true, 100, 120, true, true, '{1}', '{8}', '{5}', '{1}')`;
const TEXT = `INSERT INTO efi_search_text VALUES (900, 901, 'en', 'l1', 'lamp', 'Lamp', 'Lamp', '', '')`;

describe('a change of the index', async () => {
    const shop = await testShop({ plugins: [SearchPlugin.init()], migrations: searchMigrations });
    let client: Client;
    let heard: string[] = [];

    beforeAll(async () => {
        await shop.start();
        // What the shop's own products tell is not to be heard.
        await idle(shop.adminClient);
        const { rawConnection } = shop.server.app.get(TransactionalConnection);
        client = new Client(listenConfig(rawConnection));
        await client.connect();
        await client.query(`LISTEN ${SHOP_CHANGES_CHANNEL}`);
        client.on('notification', ({ payload = '' }) => heard.push(payload));
    });

    afterAll(async () => {
        await client.end();
        await shop.stop();
    });

    /** What the statement made known of product 900 and of whole tables of the index. */
    async function toldBy(statement: string): Promise<string[]> {
        heard = [];
        await shop.sql(statement);
        await client.query('SELECT 1');
        return heard.filter(message => /^efi_search_(item|text|word|count)/.test(message)).sort();
    }

    const item = (...parts: string[]) => parts.map(part => `efi_search_item@1 EUR ${part}`).sort();

    it('is told by what the row says', async () => {
        expect(await toldBy(ITEM(901))).toEqual(item('shown 900', 'facts all', 'facts c5', 'facts f8'));
        expect(await toldBy(`UPDATE efi_search_item SET price = 200 WHERE "productId" = 900`)).toEqual(
            item('shown 900', 'price all', 'price c5', 'price f8'),
        );
        expect(await toldBy(`UPDATE efi_search_item SET "inStock" = false WHERE "productId" = 900`)).toEqual(
            item('shown 900', 'stock all', 'stock c5', 'stock f8'),
        );
        expect(
            await toldBy(`UPDATE efi_search_item SET "channelIds" = '{1,2}' WHERE "productId" = 900`),
        ).toEqual(item('shown 900'));
    });

    it('is told by what the row said before, too', async () => {
        expect(
            await toldBy(`UPDATE efi_search_item SET "collectionIds" = '{6}' WHERE "productId" = 900`),
        ).toEqual(item('shown 900', 'facts all', 'facts c5', 'facts c6', 'facts f8'));
        expect(
            await toldBy(`UPDATE efi_search_item SET "currencyCode" = 'USD' WHERE "productId" = 900`),
        ).toEqual(
            [
                ...item('shown 900', 'facts all', 'facts c6', 'facts f8'),
                ...item('shown 900', 'facts all', 'facts c6', 'facts f8').map(part =>
                    part.replace('EUR', 'USD'),
                ),
            ].sort(),
        );
        expect(await toldBy('DELETE FROM efi_search_item WHERE "productId" = 900')).toEqual(
            item('shown 900', 'facts all', 'facts c6', 'facts f8').map(part => part.replace('EUR', 'USD')),
        );
    });

    it('is none when a row is written as it was, and none when it is rolled back', async () => {
        await toldBy(ITEM(901));
        expect(await toldBy(`UPDATE efi_search_item SET price = price WHERE "productId" = 900`)).toEqual([]);
        expect(await toldBy('BEGIN; DELETE FROM efi_search_item; ROLLBACK')).toEqual([]);
        expect(await toldBy('DELETE FROM efi_search_item WHERE "productId" = 900')).not.toEqual([]);
    });

    it('of a text is told by language', async () => {
        const text = (...parts: string[]) => parts.map(part => `efi_search_text@en ${part}`);
        expect(await toldBy(TEXT)).toEqual(text('names', 'shown 900', 'words'));
        expect(await toldBy(`UPDATE efi_search_text SET description = 'x' WHERE "productId" = 900`)).toEqual(
            text('shown 900', 'words'),
        );
        expect(await toldBy(`UPDATE efi_search_text SET slug = 'x' WHERE "productId" = 900`)).toEqual(
            text('shown 900'),
        );
        expect(await toldBy(`DELETE FROM efi_search_text WHERE "productId" = 900`)).toEqual(
            text('names', 'shown 900', 'words'),
        );
    });

    it('of many rows is told as one of the whole table', async () => {
        const many = `INSERT INTO efi_search_item
            SELECT 900, n, 1, 'EUR', true, 1, 1, true, true, '{}', '{}', '{}', '{}' FROM generate_series(1, 501) n`;
        expect(await toldBy(many)).toEqual(['efi_search_item']);
        expect(await toldBy('DELETE FROM efi_search_item WHERE "productId" = 900')).toEqual([
            'efi_search_item',
        ]);
        expect(await toldBy('TRUNCATE efi_search_word')).toEqual(['efi_search_word']);
    });

    it('of what is counted is one of the whole table', async () => {
        const product = `INSERT INTO efi_search_product
            VALUES (900, 1, 'EUR', '{901}', 1, 1, 1, 1, true, true, true, '{8}', '{5}', '{}')`;
        expect(await toldBy(product)).toEqual(['efi_search_count']);
        expect(await toldBy(`UPDATE efi_search_product SET price = 2 WHERE "productId" = 900`)).toEqual([]);
        expect(await toldBy(`DELETE FROM efi_search_product WHERE "productId" = 900`)).toEqual([
            'efi_search_count',
        ]);
    });
});
