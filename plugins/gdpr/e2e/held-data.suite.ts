import type { AuditAct } from '@efi/plugin-kit';
import type { TestShop } from '@efi/plugin-kit/testing';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { HeldData } from '../src/infrastructure/held-data';

/** What the suite around it does with requests. */
interface Acts {
    readonly open: (kind: string) => Promise<string>;
    readonly run: (id: string) => Promise<void>;
    readonly read: (id: string) => Promise<{ readonly state: string } | undefined>;
    readonly unfinished: (id: string) => Promise<object[]>;
    readonly hold: () => Promise<unknown>;
    /** That were written down. */
    readonly acts: readonly AuditAct[];
    /** Whom it is about now. */
    readonly customerId: () => number;
}

interface Hold {
    readonly id: number;
    readonly because: string;
    readonly sealedKey: string | null;
}

/** Legal holds, while an erasure has left nothing else. With encryption. */
export function heldDataSuite(
    shop: TestShop,
    { open, run, read, unfinished, hold, acts, customerId }: Acts,
): void {
    describe('what is held back', () => {
        const { sql } = shop;
        const HELD = ['address', 'efi_gdpr_legal_hold'].map(part => ({ part, state: 'HELD', problem: null }));
        const holds = () =>
            sql<Hold>('SELECT * FROM efi_gdpr_legal_hold WHERE "customerId" = $1 ORDER BY id', [
                customerId(),
            ]);
        const opened = async (id: number, because = 'the tax office asks') =>
            (
                await shop.adminClient.query<{ opened: object }>(
                    parse(`mutation { opened: openEfiHeldData(input: { holdId: "T_${id}", because: "${because}" }) {
                        ... on EfiHeldData { parts { part rows } } ... on EfiPrivacyDeskError { reason } } }`),
                )
            ).opened;
        const street = {
            parts: [
                { part: 'address', rows: [expect.objectContaining({ streetLine1: 'Zwirnerstiege 77' })] },
                {
                    part: 'efi_gdpr_legal_hold',
                    rows: [expect.objectContaining({ because: 'a dispute with Quillfeather' })],
                },
            ],
        };
        const erased = async () => {
            await sql('DELETE FROM address WHERE "customerId" = $1', [customerId()]);
            await shop.adminClient.query(
                parse(`mutation { createCustomerAddress(customerId: "T_${customerId()}",
                    input: { streetLine1: "Zwirnerstiege 77", countryCode: "AT" }) { id } }`),
            );
            await hold();
            const erasure = await open('ERASURE');
            await run(erasure);
            const [held] = await holds();
            return { erasure, id: held?.id ?? 0, sealedKey: held?.sealedKey ?? '' };
        };

        it('is erased where it was, and opened for a reason alone, which is written down first', async () => {
            const { erasure, id } = await erased();
            expect((await read(erasure))?.state).toBe('COMPLETED');
            expect(await unfinished(erasure)).toEqual(HELD);
            expect(await sql('SELECT FROM address WHERE "customerId" = $1', [customerId()])).toEqual([]);
            expect((await holds())[0]?.because).toBe('');
            const [request] = await sql<{ certificate: string; subject: unknown }>(
                'SELECT certificate, subject FROM efi_gdpr_request WHERE id = $1',
                [erasure],
            );
            expect(request?.subject).toBeNull();
            const claims = Buffer.from(request?.certificate.split('.')[1] ?? '', 'base64url').toString();
            expect((JSON.parse(claims) as { parts: object[] }).parts).toContainEqual(
                expect.objectContaining({ part: 'address', heldUntil: '2099-01-01T00:00:00.000Z' }),
            );

            const openings = () => acts.filter(({ action }) => action === 'open-held-data');
            expect(await opened(id, ' ')).toEqual({ reason: 'REASON_MISSING' });
            expect(openings()).toEqual([]);
            expect(await opened(id)).toEqual(street);
            expect(openings()).toMatchObject([
                { resource: { id }, detail: { customerId: customerId(), because: 'the tax office asks' } },
            ]);
        });

        it('lies sealed under a key of each hold, and goes with it, from backups too', async () => {
            await hold();
            const { erasure, id } = await erased();
            const [first, second] = (await holds()) as [Hold, Hold];
            expect(first.sealedKey).toMatch(/^sealed1:/);
            expect(first.sealedKey).not.toBe(second.sealedKey);
            const contents = await sql<{ content: string }>('SELECT content FROM efi_gdpr_held ORDER BY 1');
            expect(JSON.stringify(contents)).not.toContain('Zwirnerstiege');
            const backup = await sql<{ row: object }>(
                'SELECT to_jsonb(h) AS row FROM efi_gdpr_held h WHERE "holdId" IN ($1, $2)',
                [first.id, second.id],
            );

            const end = async (hold: number) => {
                await sql('UPDATE efi_gdpr_legal_hold SET until = now() WHERE id = $1', [hold]);
                await shop.server.app.get(HeldData).end();
            };
            await end(first.id);
            expect(await unfinished(erasure)).toEqual(HELD);
            expect(await opened(second.id)).toMatchObject({ parts: [{ part: 'address' }, {}] });
            await end(second.id);
            expect(await unfinished(erasure)).toEqual([]);
            expect(await opened(id)).toEqual({ reason: 'NO_SUCH_HOLD' });

            // As an older backup has it: the keys are not in the file of keys any more.
            for (const { row } of backup) {
                await sql(
                    'INSERT INTO efi_gdpr_held SELECT * FROM jsonb_populate_record(NULL::efi_gdpr_held, $1)',
                    [row],
                );
            }
            for (const held of [first, second]) {
                await sql(
                    `UPDATE efi_gdpr_legal_hold SET until = '2099-01-01', "sealedKey" = $2 WHERE id = $1`,
                    [held.id, held.sealedKey],
                );
                expect(await opened(held.id)).toEqual({ parts: [] });
            }
            await sql('DELETE FROM efi_gdpr_held');
        });

        it('stays as it was first sealed when the erasure is tried again', async () => {
            const { erasure, id } = await erased();
            await sql(`UPDATE efi_gdpr_request SET state = 'PARTIAL', "nextTryAt" = now() WHERE id = $1`, [
                erasure,
            ]);
            await run(erasure);
            expect((await read(erasure))?.state).toBe('COMPLETED');
            expect(await opened(id)).toEqual(street);
        });

        it('is opened by nobody without the permission for it', async () => {
            const { id } = await erased();
            const admin = <T>(text: string) => shop.adminClient.query<T>(parse(text));
            const { createRole } = await admin<{ createRole: { id: string } }>(
                `mutation { createRole(input: { code: "privacy", description: "Privacy",
                    permissions: [ReadEfiPrivacy, ManageEfiPrivacy] }) { id } }`,
            );
            await admin(`mutation { createAdministrator(input: { firstName: "Grace", lastName: "Hopper",
                emailAddress: "grace@example.org", password: "correct-horse-1", roleIds: ["${createRole.id}"] }) {
                id } }`);
            await shop.adminClient.asUserWithCredentials('grace@example.org', 'correct-horse-1');
            try {
                await expect(opened(id)).rejects.toThrow('not currently authorized');
                expect(acts.filter(({ action }) => action === 'open-held-data')).toEqual([]);
            } finally {
                await shop.adminClient.asSuperAdmin();
            }
        });
    });
}
