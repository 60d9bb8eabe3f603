import { type AuditAct, setAuditTrail } from '@efi/plugin-kit';
import { testShop } from '@efi/plugin-kit/testing';
import { ModuleRef } from '@nestjs/core';
import { ConfigService, Injector, JobQueueService, TransactionalConnection } from '@vendure/core';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { GdprPlugin } from '../src/gdpr.plugin';
import { gdprMigrations } from '../src/infrastructure/create-gdpr.migration';

interface Request {
    readonly id: string;
    readonly kind: string;
    readonly state: string;
    readonly acts: string[];
    readonly person: { readonly name: string; readonly emailAddress: string } | null;
    readonly export: { readonly bytes: number } | null;
    readonly parts: { readonly part: string; readonly state: string; readonly problem: string | null }[];
    readonly reason?: string;
}

const FIELDS =
    'id kind state acts person { name emailAddress } export { bytes } parts { part state problem }';
const ANSWER = `... on EfiPrivacyRequest { ${FIELDS} } ... on EfiPrivacyDeskError { reason }`;

const acts: AuditAct[] = [];

describe('the desk of privacy requests', async () => {
    const shop = await testShop({
        plugins: [GdprPlugin.init({ secret: 's'.repeat(32) })],
        migrations: gdprMigrations,
        customerCount: 2,
    });
    const { sql } = shop;
    const ask = <T>(text: string) => shop.adminClient.query<T>(parse(text));
    let customerId = '';
    let emailAddress = '';

    beforeAll(async () => {
        await shop.start();
        await shop.server.app.get(JobQueueService).start();
        const { rawConnection } = shop.server.app.get(TransactionalConnection);
        const keep = (act: AuditAct) => Promise.resolve(void acts.push(act));
        setAuditTrail(rawConnection, {
            record: (_ctx, act) => keep(act),
            recordIn: (_manager, act) => keep(act),
            recordApart: (_ctx, act) => keep(act),
            readInBulk: () => Promise.resolve(),
        });
        const [customer] = await sql<{ id: number; emailAddress: string }>(
            'SELECT id, "emailAddress" FROM customer ORDER BY id',
        );
        customerId = `T_${customer?.id}`;
        emailAddress = customer?.emailAddress ?? '';
    });
    afterAll(() => shop.stop());

    const sweep = async () => {
        const { app } = shop.server;
        const tasks = app.get(ConfigService).schedulerOptions.tasks ?? [];
        await tasks
            .find(({ id }) => id === 'efi-privacy-requests')
            ?.execute(new Injector(app.get(ModuleRef)));
    };
    const open = async (kind: string, who = `customerId: "${customerId}"`) =>
        (
            await ask<{ result: Request }>(
                `mutation { result: openEfiPrivacyRequest(input: { kind: ${kind}, ${who} }) { ${ANSWER} } }`,
            )
        ).result;
    const act = async (name: string, id: string) =>
        (
            await ask<{ result: Request }>(
                `mutation { result: ${name}EfiPrivacyRequest(id: "${id}") { ${ANSWER} } }`,
            )
        ).result;
    const read = async (id: string) =>
        (await ask<{ efiPrivacyRequest: Request | null }>(`{ efiPrivacyRequest(id: "${id}") { ${FIELDS} } }`))
            .efiPrivacyRequest;
    const list = async (options: string) =>
        (
            await ask<{ efiPrivacyRequests: { items: Request[]; totalItems: number } }>(
                `{ efiPrivacyRequests(options: { ${options} }) { items { ${FIELDS} } totalItems } }`,
            )
        ).efiPrivacyRequests;

    it('opens a request for a customer and says who it is, what can be done, and when it is due', async () => {
        const opened = await open('RECTIFICATION');
        expect(opened).toMatchObject({
            state: 'RECEIVED',
            acts: ['VERIFY', 'EXTEND', 'REFUSE', 'CANCEL'],
            person: { emailAddress },
        });
        expect(await open('RECTIFICATION', `emailAddress: "${emailAddress.toUpperCase()}"`)).toEqual({
            reason: 'OPEN_ALREADY',
        });
        expect(await open('OBJECTION', 'emailAddress: "nobody@example.org"')).toEqual({
            reason: 'NO_SUCH_CUSTOMER',
        });
        expect(await read(opened.id)).toEqual(opened);
        expect(await read('no-such-id')).toBeNull();

        const of = `customerId: "${customerId}"`;
        expect((await list(of)).items[0]).toEqual(opened);
        expect((await list(`${of}, kinds: [ACCESS]`)).totalItems).toBe(0);
        const in29Days = new Date(Date.now() + 29 * 86_400_000).toISOString();
        expect((await list(`${of}, dueBefore: "${in29Days}"`)).totalItems).toBe(0);
        expect((await list(`${of}, dueBefore: "2099-01-01T00:00:00Z"`)).totalItems).toBe(1);
    });

    it('takes a request back as long as nobody has begun with it', async () => {
        const { id } = await open('RESTRICTION');
        expect(await act('cancel', id)).toMatchObject({ state: 'CANCELLED', acts: [] });
        expect(await act('cancel', id)).toEqual({ reason: 'NOT_IN_THIS_STATE' });
        const over = await list('states: [COMPLETED, REFUSED, CANCELLED]');
        expect(over.items.map(request => request.id)).toEqual([id]);
    });

    it('leaves the days to take an erasure back from when it is known who asks', async () => {
        const { id } = await open('ERASURE');
        await sql(
            `UPDATE efi_gdpr_request SET "createdAt" = now() - interval '5 days', "startsAt" = now() - interval '2 days'
              WHERE id = $1`,
            [id],
        );
        await act('verify', id);
        const [{ days } = { days: 0 }] = await sql<{ days: number }>(
            `SELECT extract(epoch FROM "startsAt" - now())::float / 86400 AS days FROM efi_gdpr_request WHERE id = $1`,
            [id],
        );
        expect(days).toBeCloseTo(3, 2);
        await sweep();
        expect(await act('cancel', id)).toMatchObject({ state: 'CANCELLED' });
    });

    it('says which parts of an erasure a hold keeps, and keeps nothing once it is released', async () => {
        const { id } = await open('ERASURE');
        expect(await act('retry', id)).toEqual({ reason: 'NOT_IN_THIS_STATE' });
        await act('verify', id);
        const held = await ask<{ hold: { id: string; createdByName: string } }>(
            `mutation { hold: holdEfiPrivacyData(input: { customerId: "${customerId}", parts: ["address"],
                because: "a dispute", until: "2099-01-01T00:00:00Z" }) {
                ... on EfiPrivacyLegalHold { id createdByName } } }`,
        );
        expect(held.hold.createdByName).toBe('Super Admin');
        await sql('UPDATE efi_gdpr_request SET "startsAt" = now() WHERE id = $1', [id]);
        await sweep();
        await vi.waitFor(async () => expect((await read(id))?.state).toBe('COMPLETED'), 15_000);
        const erased = await read(id);
        expect(erased).toMatchObject({ person: null, acts: [] });
        expect(erased?.parts.filter(({ state }) => state !== 'DONE')).toEqual([
            { part: 'address', state: 'HELD', problem: null },
            { part: 'efi_gdpr_legal_hold', state: 'HELD', problem: null },
        ]);

        const { efiPrivacyHolds } = await ask<{ efiPrivacyHolds: object[] }>(
            `{ efiPrivacyHolds(customerId: "${customerId}") { id because isSealed } }`,
        );
        expect(efiPrivacyHolds).toEqual([{ id: held.hold.id, because: '', isSealed: true }]);
        await ask(`mutation { releaseEfiPrivacyHold(id: "${held.hold.id}") { success } }`);
        expect((await read(id))?.parts.filter(({ state }) => state !== 'DONE')).toEqual([]);
        expect(await sql('SELECT FROM efi_gdpr_held')).toEqual([]);
    });

    it('names what can be held back, and says that nothing is encrypted', async () => {
        const { efiProcessingEntries: entries, efiPrivacyEncryption } = await ask<{
            efiProcessingEntries: { part: string; isFound: boolean; isOfStaff: boolean }[];
            efiPrivacyEncryption: null;
        }>('{ efiProcessingEntries { part isFound isOfStaff } efiPrivacyEncryption { generation } }');
        expect(entries).toContainEqual({ part: 'address', isFound: true, isOfStaff: false });
        expect(entries.some(({ isOfStaff }) => isOfStaff)).toBe(true);
        expect(efiPrivacyEncryption).toBeNull();
    });

    it('counts what customers decided about each version of the texts', async () => {
        const [other] = await sql<{ id: number }>('SELECT max(id) AS id FROM customer');
        const consented = await ask<{ recordEfiConsent: { recordedByName: string }[] }>(
            `mutation { recordEfiConsent(input: { customerId: "T_${other?.id}", purposes: [ANALYTICS],
                because: "a letter" }) { recordedByName } }`,
        );
        expect(consented.recordEfiConsent[0]?.recordedByName).toBe('Super Admin');
        const { publishEfiConsentTexts: published } = await ask<{
            publishEfiConsentTexts: [{ version: number }];
        }>(`mutation { publishEfiConsentTexts(texts: [{ purpose: MARKETING, languageCode: "en", title: "News",
            text: "By mail." }]) { version } }`);
        const [{ version }] = published;
        const { efiConsentVersions: versions } = await ask<{
            efiConsentVersions: { version: number; purposes: object[] }[];
        }>('{ efiConsentVersions { version publishedByName purposes { purpose agreed refused } } }');
        expect(versions[0]).toEqual({
            version,
            publishedByName: 'Super Admin',
            purposes: [{ purpose: 'MARKETING', agreed: 0, refused: 0 }],
        });
        expect(versions[1]).toEqual({
            version: version - 1,
            publishedByName: null,
            purposes: [
                { purpose: 'ANALYTICS', agreed: 1, refused: 0 },
                { purpose: 'PERSONALISATION', agreed: 0, refused: 1 },
            ],
        });
    });

    describe('a look at what is kept of a customer', () => {
        interface Glance {
            readonly reason?: string;
            readonly parts: { readonly part: string; readonly rows: number }[];
            readonly requests: { readonly kind: string }[];
        }
        const look = async (id: string, because: string) =>
            (
                await ask<{ result: Glance }>(
                    `mutation { result: lookAtEfiPrivacyData(input: { customerId: "${id}", reason: SUPPORT_CASE,
                        because: "${because}" }) { ... on EfiPrivacyGlance { parts { part rows }
                        requests { kind } consents { purpose } holds { id } }
                        ... on EfiPrivacyDeskError { reason } } }`,
                )
            ).result;
        const looks = () => acts.filter(({ action }) => action === 'look-at-personal-data');

        it('is not had without a reason, nor of somebody who is erased', async () => {
            expect(await look(customerId, ' ')).toEqual({ reason: 'REASON_MISSING' });
            expect(await look(customerId, 'case 12')).toEqual({ reason: 'NO_SUCH_CUSTOMER' });
            expect(looks()).toEqual([]);
        });

        it('counts what is kept in each place, and is written down first', async () => {
            const [other] = await sql<{ id: number }>('SELECT max(id) AS id FROM customer');
            const { parts, requests } = await look(`T_${other?.id}`, ' case 12 ');
            expect(parts).toContainEqual({ part: 'customer', rows: 1 });
            expect(parts).toContainEqual({ part: 'efi_gdpr_consent', rows: 5 });
            expect(requests).toEqual([]);
            expect(looks()).toEqual([
                expect.objectContaining({
                    class: 'security',
                    resource: { type: 'Customer', id: other?.id },
                    detail: { reason: 'SUPPORT_CASE', because: 'case 12' },
                }),
            ]);
        });
    });
});
