import { sealedTexts } from '@efi/plugin-kit';
import { testShop } from '@efi/plugin-kit/testing';
import { TransactionalConnection } from '@vendure/core';
import { parse } from 'graphql';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { KeyFile } from '../src/encryption/key-file';
import { localMasterKeys } from '../src/encryption/local-master-keys';
import { keyNamed } from '../src/encryption/sealer';
import { Sealing } from '../src/encryption/sealing';
import { growTree, workThrough } from '../src/encryption/sealing-work';
import { GdprPlugin } from '../src/gdpr.plugin';
import { gdprMigrations } from '../src/infrastructure/create-gdpr.migration';
import { Erasures } from '../src/infrastructure/erasures';
import { People } from '../src/infrastructure/people';
import { rotatingIndexSuite } from './rotating-index.suite';

const folder = mkdtempSync(path.join(os.tmpdir(), 'efi-encryption-'));
const keyFile = path.join(folder, 'keys.json');
const masterKeys = localMasterKeys(`one:${randomBytes(32).toString('base64')}`);
const TABLES = [
    ...['customer', 'user', 'authentication_method', 'address', 'order', 'administrator'],
    ...['history_entry', 'payment', 'refund', 'order_modification'],
];
const PERSONAL = /xaverine|quillfeather|example-mail|5551234|zwirnerstiege|wilhelmina/i;
const EMAIL = 'xaverine.quillfeather@example-mail.test';
const PASSWORD = 'test-of-Encryption-1';
const PLACE = `fullName: "Xaverine Quillfeather", streetLine1: "Zwirnerstiege 77", city: "Wien", postalCode: "1017",
    countryCode: "AT", phoneNumber: "+43 660 5551234"`;

describe('a shop whose personal data is encrypted', async () => {
    const shop = await testShop({
        plugins: [GdprPlugin.init({ secret: 's'.repeat(32), encryption: { keyFile, masterKeys } })],
        migrations: gdprMigrations,
    });
    const { sql } = shop;
    const shopper = shop.newShopClient();
    const dataSource = () => shop.server.app.get(TransactionalConnection).rawConnection;
    const admin = <T>(text: string) => shop.adminClient.query<T>(parse(text));
    const buy = <T>(text: string, client = shopper) => client.query<T>(parse(text));
    const inDatabase = async () => {
        const tables = await Promise.all(
            TABLES.map(table => sql<{ row: string }>(`SELECT r::text AS row FROM "${table}" r`)),
        );
        return tables.flat().map(({ row }) => row);
    };
    const keysOnDisk = async () => {
        const keys = new KeyFile(keyFile, masterKeys);
        await keys.load();
        return keys;
    };
    const token = async (column: string) => {
        const [row] = await sql<{ token: string }>(
            `SELECT "${column}" AS token FROM authentication_method WHERE "${column}" IS NOT NULL`,
        );
        return row?.token ?? '';
    };
    let customerId = 0;

    beforeAll(async () => {
        await shop.start();
        const { createCustomer } = await admin<{ createCustomer: { id: string } }>(
            `mutation { createCustomer(password: "${PASSWORD}", input: { firstName: "Xaverine",
                lastName: "Quillfeather", emailAddress: "Xaverine.Quillfeather@Example-Mail.test",
                phoneNumber: "+43 660 5551234" }) { ... on Customer { id } } }`,
        );
        customerId = Number(createCustomer.id.replace('T_', ''));
    });

    afterAll(async () => {
        await shop.stop();
        rmSync(folder, { recursive: true, force: true });
    });

    it('lets a customer in with the address in any case, and nobody with another password', async () => {
        const wrong: unknown = await shop.newShopClient().asUserWithCredentials(EMAIL, 'wrong');
        expect(wrong).toMatchObject({ errorCode: 'INVALID_CREDENTIALS_ERROR' });
        const right: unknown = await shopper.asUserWithCredentials(EMAIL.toUpperCase(), PASSWORD);
        expect(right).toMatchObject({ identifier: EMAIL });
    });

    it('keeps addresses of the customer and of an order', async () => {
        await buy(`mutation {
            createCustomerAddress(input: { ${PLACE} }) { id }
            addItemToOrder(productVariantId: "T_1", quantity: 1) { __typename }
            setOrderShippingAddress(input: { ${PLACE} }) { __typename }
            setOrderShippingMethod(shippingMethodId: ["T_1"]) { __typename }
            transitionOrderToState(state: "ArrangingPayment") { __typename }
            addPaymentToOrder(input: { method: "card", metadata: { public: { holder: "Quillfeather" } } }) { __typename }
        }`);
        const { activeCustomer } = await buy<{ activeCustomer: unknown }>(`{ activeCustomer {
            firstName lastName phoneNumber emailAddress addresses { fullName streetLine1 postalCode }
            orders { items { shippingAddress { fullName streetLine1 country countryCode } } } } }`);
        const place = { fullName: 'Xaverine Quillfeather', streetLine1: 'Zwirnerstiege 77' };
        expect(activeCustomer).toEqual({
            ...{ firstName: 'Xaverine', lastName: 'Quillfeather', emailAddress: EMAIL },
            phoneNumber: '+43 660 5551234',
            addresses: [{ ...place, postalCode: '1017' }],
            orders: {
                items: [
                    {
                        shippingAddress: { ...place, country: 'Austria', countryCode: 'AT' },
                    },
                ],
            },
        });
    });

    it('shows staff histories and payments as they were', async () => {
        const { orders } = await admin<{ orders: { items: { id: string }[] } }>(
            '{ orders { items { id state payments { metadata } } } }',
        );
        const order = orders.items.find(({ id }) => id);
        expect(orders.items).toContainEqual(
            expect.objectContaining({ payments: [{ metadata: { public: { holder: 'Quillfeather' } } }] }),
        );
        await admin(
            `mutation { addNoteToOrder(input: { id: "${order?.id}", note: "for Quillfeather", isPublic: false }) { id } }`,
        );
        const { order: told } = await admin<{ order: { history: { items: { data: object }[] } } }>(
            `{ order(id: "${order?.id}") { history { items { data } } } }`,
        );
        const data = told.history.items.map(entry => entry.data);
        expect(data).toContainEqual({ note: 'for Quillfeather' });
        expect(data).toContainEqual({ from: 'AddingItems', to: 'ArrangingPayment' });
        const [row] = await sql<{ data: string }>(
            `SELECT data FROM history_entry WHERE data LIKE '{"from":"AddingItems"%'`,
        );
        expect(row?.data).toBe('{"from":"AddingItems","to":"ArrangingPayment"}');
    });

    it('has none of it in its tables, but the country', async () => {
        const rows = await inDatabase();
        expect(rows.filter(row => PERSONAL.test(row))).toEqual([]);
        expect(rows.filter(row => row.includes('sealed1:')).length).toBeGreaterThanOrEqual(5);
        const [order] = await sql<{ place: { countryCode: string; fullName: string } }>(
            'SELECT "shippingAddress"::jsonb AS place FROM "order" WHERE "orderPlacedAt" IS NOT NULL',
        );
        expect(order?.place.countryCode).toBe('AT');
        expect(order?.place.fullName).toMatch(/^sealed1::/);
    });

    it.each([
        `emailAddress: { eq: "${EMAIL}" }`,
        `emailAddress: { contains: "Xaverine.Quillfeather@example-mail.test" }`,
        `emailAddress: { in: ["nobody@example.org", "${EMAIL}"] }`,
        'lastName: { contains: "quillfeather" }',
        'phoneNumber: { eq: "+43 660 5551234" }',
        'postalCode: { eq: "1017" }',
    ])('shows staff the customer by %s', async filter => {
        const found = await admin(
            `{ customers(options: { filter: { ${filter} } }) { items { emailAddress } } }`,
        );
        expect(found).toEqual({ customers: { items: [{ emailAddress: EMAIL }] } });
    });

    it('shows staff orders by the last name, and nobody by another one', async () => {
        const by = (name: string) =>
            admin(
                `{ orders(options: { filter: { customerLastName: { contains: "${name}" } } }) { totalItems } }`,
            );
        expect(await by('Quillfeather')).toEqual({ orders: { totalItems: 1 } });
        expect(await by('Quill')).toEqual({ orders: { totalItems: 0 } });
        const others = await admin(
            `{ customers(options: { filter: { emailAddress: { notEq: "${EMAIL}" } } }) { totalItems } }`,
        );
        expect(others).toEqual({ customers: { totalItems: 0 } });
    });

    it('has each address once', async () => {
        const again = await admin(`mutation { createCustomer(input: { firstName: "X", lastName: "Q",
            emailAddress: "${EMAIL}" }) { __typename } }`);
        expect(again).toEqual({ createCustomer: { __typename: 'EmailAddressConflictError' } });
        for (const client of [shop.newShopClient(), shop.newShopClient()]) {
            await buy(
                'mutation { addItemToOrder(productVariantId: "T_2", quantity: 1) { __typename } }',
                client,
            );
            await buy(
                `mutation { setCustomerForOrder(input: { firstName: "Wilhelmina", lastName: "Guest",
                    emailAddress: "wilhelmina@example-mail.test" }) { __typename } }`,
                client,
            );
        }
        const guests = await admin(
            `{ customers(options: { filter: { emailAddress: { eq: "wilhelmina@example-mail.test" } } }) {
                items { firstName } } }`,
        );
        expect(guests).toEqual({ customers: { items: [{ firstName: 'Wilhelmina' }] } });
    });

    it('sends a new password to the owner of an address', async () => {
        await buy(`mutation { requestPasswordReset(emailAddress: "${EMAIL}") { __typename } }`);
        const reset = await buy(
            `mutation { resetPassword(token: "${await token('passwordResetToken')}", password: "${PASSWORD}2") {
                ... on CurrentUser { identifier } } }`,
        );
        expect(reset).toEqual({ resetPassword: { identifier: EMAIL } });
    });

    it('confirms a new address, and lets in with that one alone', async () => {
        const fresh = 'xaverine@quillfeather-example-mail.test';
        await shopper.asUserWithCredentials(EMAIL, `${PASSWORD}2`);
        await buy(`mutation { requestUpdateCustomerEmailAddress(password: "${PASSWORD}2",
            newEmailAddress: "${fresh}") { __typename } }`);
        expect((await inDatabase()).filter(row => PERSONAL.test(row))).toEqual([]);
        const updated = await buy(
            `mutation { updateCustomerEmailAddress(token: "${await token('identifierChangeToken')}") { __typename } }`,
        );
        expect(updated).toEqual({ updateCustomerEmailAddress: { __typename: 'Success' } });
        expect(await shopper.asUserWithCredentials(fresh, `${PASSWORD}2`)).toMatchObject({
            identifier: fresh,
        });
        const old: unknown = await shop.newShopClient().asUserWithCredentials(EMAIL, `${PASSWORD}2`);
        expect(old).toMatchObject({ errorCode: 'INVALID_CREDENTIALS_ERROR' });
    });

    it('writes nothing anew that stays the same', async () => {
        const read = () => sql('SELECT "firstName", "emailAddress" FROM customer ORDER BY id');
        const before = await read();
        await admin(
            `mutation { updateCustomer(input: { id: "T_${customerId}", title: "Dr" }) { __typename } }`,
        );
        expect(await read()).toEqual(before);
    });

    it('does not run without its keys, nor with others', async () => {
        await expect(Sealing.open(dataSource())).rejects.toThrow('personal data is encrypted');
        const elsewhere = path.join(folder, 'other.json');
        await expect(Sealing.open(dataSource(), { keyFile: elsewhere, masterKeys })).rejects.toThrow(
            'Put the file back',
        );
        await new KeyFile(elsewhere, masterKeys).create();
        await expect(Sealing.open(dataSource(), { keyFile: elsewhere, masterKeys })).rejects.toThrow(
            'other keys',
        );
    });

    it('is opened and sealed again while it runs, and goes on where it was stopped', async () => {
        const keys = await keysOnDisk();
        const noPause = () => Promise.resolve();
        const work = (kind: 'SEAL' | 'OPEN', tell?: () => void) =>
            workThrough(dataSource(), keys, kind, tell, noPause);
        const [known] = await sql<{ fingerprint: string }>('SELECT fingerprint FROM efi_gdpr_sealing');
        await work('OPEN');
        const open = await inDatabase();
        expect(open.filter(row => row.includes('sealed1:'))).toEqual([]);
        expect(open.filter(row => PERSONAL.test(row)).length).toBeGreaterThanOrEqual(5);
        expect(await sql('SELECT FROM efi_gdpr_sealing')).toEqual([]);

        await sql('INSERT INTO efi_gdpr_sealing (id, fingerprint) VALUES (1, $1)', [known?.fingerprint]);
        let steps = 0;
        const stopped = work('SEAL', () => {
            if (++steps === 3) {
                throw new Error('killed');
            }
        });
        await expect(stopped).rejects.toThrow('killed');
        const [half] = await sql<{ work: string; isWhole: boolean }>('SELECT * FROM efi_gdpr_sealing');
        expect(half).toMatchObject({ work: 'SEAL', isWhole: false });
        expect(await shop.newShopClient().asUserWithCredentials('superadmin', 'superadmin')).toBeDefined();
        await work('SEAL');
        expect(await sql('SELECT work, "isWhole" FROM efi_gdpr_sealing')).toEqual([
            { work: null, isWhole: true },
        ]);
        expect((await inDatabase()).filter(row => PERSONAL.test(row))).toEqual([]);
        const fresh = 'xaverine@quillfeather-example-mail.test';
        const back: unknown = await shop.newShopClient().asUserWithCredentials(fresh, `${PASSWORD}2`);
        expect(back).toMatchObject({ identifier: fresh });
    });

    it('goes over to a new tree of keys, and still opens what a backup has under the old one', async () => {
        const texts = () =>
            sql<{ email: string }>(`SELECT "emailAddress" AS email FROM customer WHERE id = ${customerId}`);
        const [before] = await texts();
        const keys = await keysOnDisk();
        expect(await growTree(dataSource(), keys, () => Promise.resolve())).toBe(2);
        await workThrough(dataSource(), keys, 'SEAL');
        expect(
            await admin('{ efiPrivacyEncryption { masterKeys isWhole work progress rotatedAt } }'),
        ).toMatchObject({
            efiPrivacyEncryption: { masterKeys: masterKeys.name, isWhole: true, work: null, progress: null },
        });
        expect(
            await sql('SELECT FROM efi_gdpr_sealing WHERE "rotatedAt" > now() - interval \'1 minute\''),
        ).toHaveLength(1);
        const [after] = await texts();
        expect(after?.email.split(':')[1]).not.toBe(before?.email.split(':')[1]);
        const open = (text = '') => sealedTexts(dataSource()).open(text, 'customer.emailAddress');
        const email = 'xaverine@quillfeather-example-mail.test';
        // The server finds out by itself.
        await vi.waitFor(() => expect(open(after?.email)).toBe(email), { timeout: 15_000, interval: 200 });
        expect(open(before?.email)).toBe(email);
        // It knows by then that everything is sealed, and looks for no parts of texts any more.
        const found = await admin(`{ customers(options: { filterOperator: OR, filter: {
            lastName: { contains: "${email}" }, emailAddress: { contains: "${email}" },
            phoneNumber: { contains: "${email}" } } }) { items { emailAddress } } }`);
        expect(found).toEqual({ customers: { items: [{ emailAddress: email }] } });
    });

    rotatingIndexSuite(shop, keysOnDisk, `${PASSWORD}2`);

    it('leaves nothing under the old keys when it is rotated in the middle of a rotation', async () => {
        const keys = await keysOnDisk();
        const noPause = () => Promise.resolve();
        await growTree(dataSource(), keys, noPause);
        let steps = 0;
        const stopped = workThrough(dataSource(), keys, 'SEAL', () => {
            if (++steps === 3) {
                throw new Error('killed');
            }
        });
        await expect(stopped).rejects.toThrow('killed');
        const newest = await growTree(dataSource(), keys, noPause);
        await workThrough(dataSource(), keys, 'SEAL');
        const names = (await inDatabase()).flatMap(row =>
            [...row.matchAll(/sealed1:[\w-]*:([\w-]{12}):/g)].map(([, name = '']) => name),
        );
        expect(names.length).toBeGreaterThan(5);
        expect(new Set(names.map(name => keyNamed(name)[0]))).toEqual(new Set([newest]));
        expect(keys.keys().otherIndexKeys).toEqual([]);
        const [customer] = await sql<{ email: string }>('SELECT "emailAddress" AS email FROM customer');
        // The server finds out by itself.
        await vi.waitFor(
            () => sealedTexts(dataSource()).open(customer?.email ?? '', 'customer.emailAddress'),
            {
                ...{ timeout: 15_000, interval: 200 },
            },
        );
    });

    it('is opened whole, also when a process that has not heard of it seals behind its back', async () => {
        const keys = await keysOnDisk();
        const noPause = () => Promise.resolve();
        const [known] = await sql<{ fingerprint: string }>('SELECT fingerprint FROM efi_gdpr_sealing');
        const [sealed] = await sql<{ name: string }>(
            `SELECT "firstName" AS name FROM customer WHERE id = ${customerId}`,
        );
        let behind: Promise<unknown> | undefined;
        await workThrough(
            dataSource(),
            keys,
            'OPEN',
            ({ table }) => {
                if (table === 'address') {
                    behind ??= sql(`UPDATE customer SET "firstName" = $1 WHERE id = ${customerId}`, [
                        sealed?.name,
                    ]);
                }
            },
            noPause,
        );
        await behind;
        expect((await inDatabase()).filter(row => row.includes('sealed1:'))).toEqual([]);
        await sql('INSERT INTO efi_gdpr_sealing (id, fingerprint) VALUES (1, $1)', [known?.fingerprint]);
        await workThrough(dataSource(), keys, 'SEAL');
    });

    it('destroys the keys of who is erased, so that no backup shows them, and keeps those of others', async () => {
        const { app } = shop.server;
        const backup = await sql<{ id: number; email: string; name: string }>(
            'SELECT id, "emailAddress" AS email, "firstName" AS name FROM customer',
        );
        const spent = () =>
            sql(`SELECT FROM efi_gdpr_spent_key WHERE kind = 'customer' AND "ownerId" = ${customerId}`);
        const person = await app.get(People).person(customerId);
        expect(person.strings).toEqual(['xaverine@quillfeather-example-mail.test', EMAIL]);
        expect((await spent()).length).toBeGreaterThan(0);
        await app.get(Erasures).again(person);
        expect(await spent()).toEqual([]);
        const texts = sealedTexts(dataSource());
        const read = backup.map(({ id, email, name }) => ({
            isErased: id === customerId,
            email: texts.open(email, 'customer.emailAddress'),
            name: texts.open(name, 'customer.firstName'),
        }));
        expect(read).toContainEqual({ isErased: true, email: '', name: '' });
        expect(read).toContainEqual({
            isErased: false,
            email: 'wilhelmina@example-mail.test',
            name: 'Wilhelmina',
        });
        expect((await inDatabase()).filter(row => PERSONAL.test(row))).toEqual([]);
    });
});
