import type { TestShop } from '@efi/plugin-kit/testing';
import { TransactionalConnection } from '@vendure/core';
import { parse } from 'graphql';
import { expect, it, vi } from 'vitest';
import type { KeyFile } from '../src/encryption/key-file';
import { growTree, workThrough } from '../src/encryption/sealing-work';

const email = 'xaverine@quillfeather-example-mail.test';

/** A rotation in a shop with the customer of this address, whose file of keys another program has as well. */
export function rotatingIndexSuite(
    shop: TestShop,
    keysOnDisk: () => Promise<KeyFile>,
    password: string,
): void {
    const { sql } = shop;
    const dataSource = () => shop.server.app.get(TransactionalConnection).rawConnection;
    const admin = <T>(text: string) => shop.adminClient.query<T>(parse(text));

    it('lets in and finds by two keys of the index while a rotation is under way, and drops the old one', async () => {
        const keys = await keysOnDisk();
        const isFound = async (count: number) => {
            // The server reads the file by itself, as other processes do.
            await vi.waitFor(
                async () =>
                    expect(await admin('{ efiPrivacyEncryption { indexKeys } }')).toEqual({
                        efiPrivacyEncryption: { indexKeys: count },
                    }),
                { timeout: 15_000, interval: 200 },
            );
            expect(await shop.newShopClient().asUserWithCredentials(email, password)).toMatchObject({
                identifier: email,
            });
            expect(
                await admin(`{ customers(options: { filter: { emailAddress: { in: [
                    "${email}", "wilhelmina@example-mail.test"] } } }) { totalItems } }`),
            ).toEqual({ customers: { totalItems: 2 } });
        };
        const indexes = async () => {
            const rows = await sql<{ index: string }>(
                `SELECT split_part("emailAddress", ':', 2) AS index FROM customer ORDER BY id`,
            );
            return rows.map(({ index }) => index);
        };
        const before = await indexes();
        // The key to come is known to all before anybody seals with it.
        await growTree(dataSource(), keys, () => isFound(2));
        expect(await indexes()).toEqual(before);
        const stopped = workThrough(dataSource(), keys, 'SEAL', ({ table }) => {
            if (table !== 'customer') {
                throw new Error('killed');
            }
        });
        await expect(stopped).rejects.toThrow('killed');
        expect((await indexes()).filter(index => before.includes(index))).toEqual([]);
        await isFound(2);
        const again = await keysOnDisk();
        await workThrough(dataSource(), again, 'SEAL');
        expect(again.keys().otherIndexKeys).toEqual([]);
        await isFound(1);
    });
}
