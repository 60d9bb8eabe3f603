import { beforeAll, describe, expect, it } from 'vitest';
import { anchor, asApplication, link, newTrail, run, verify, withHashes, write } from './trail';

describe('the audit trail when somebody is erased', () => {
    let trail: string;
    const forget = (ids: number[], what: string) =>
        run(asApplication(trail), 'SELECT efi_audit.forget($1, $2) AS count', [ids, what]);
    const read = () =>
        run(
            trail,
            'SELECT action, address, client, said, salt FROM efi_audit.entry WHERE id < 5 ORDER BY id',
        );

    beforeAll(async () => {
        trail = await newTrail('audit_forget');
        for (const n of [1, 2, 3]) {
            await write(asApplication(trail), `act-${n}`);
        }
        await run(
            trail,
            `INSERT INTO efi_audit.alert (pattern, address, last_at, last_entry, count)
             VALUES ('denials-address', '203.0.113.77', now(), 1, 1)`,
        );
        await link(trail);
        await anchor(trail);
        // Not linked when it is erased.
        await write(asApplication(trail), 'act-4');
    });

    it('has the personal part of its entries erased, the free text alone of others, once', async () => {
        expect(await forget([1, 4], 'all')).toEqual([{ count: 2 }]);
        expect(await forget([3], 'said')).toEqual([{ count: 1 }]);
        expect(await forget([1, 3, 4], 'said')).toEqual([{ count: 0 }]);
        const gone = { address: null, client: null, said: null, salt: null };
        const there = { address: '203.0.113.77', client: 'curl', salt: expect.any(String) as string };
        expect(await read()).toEqual([
            { action: 'act-1', ...gone },
            { action: 'act-2', ...there, said: { salt: 's', texts: ['called'] } },
            { action: 'act-3', ...there, said: null },
            { action: 'act-4', ...gone },
        ]);
        expect(await run(trail, 'SELECT address FROM efi_audit.alert')).toEqual([{ address: null }]);
    });

    it('is whole afterwards, and tells of it', async () => {
        await link(trail);
        expect(await verify(trail)).toMatchObject({ ok: true, links: 6 });
        expect(
            await run(trail, `SELECT detail FROM efi_audit.entry WHERE action = 'forget-person' ORDER BY id`),
        ).toEqual([{ detail: { what: 'all', entries: [1, 4] } }, { detail: { what: 'said', entries: [3] } }]);
    });

    it.each([
        `UPDATE efi_audit.entry SET address = NULL`,
        `UPDATE efi_audit.entry e SET said = NULL, said_hash = '' WHERE id = 2`,
        `UPDATE efi_audit.entry e SET origin_hash = ORIGIN, address = NULL, client = NULL, salt = NULL, action = 'x' WHERE id = 2`,
        `UPDATE efi_audit.entry e SET salt = gen_random_uuid() WHERE id = 2`,
    ])('refuses its owner: %s', async statement => {
        await expect(run(trail, withHashes(statement))).rejects.toThrow('can only be added to');
    });

    it('lets nobody else forget, nor anything else be forgotten', async () => {
        await expect(forget([2], 'entry')).rejects.toThrow('all or said');
        await run(
            trail,
            `DO $$ BEGIN CREATE ROLE audit_stranger LOGIN PASSWORD 'p';
            EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
        );
        const stranger = Object.assign(new URL(trail), { username: 'audit_stranger', password: 'p' });
        await expect(run(stranger.href, `SELECT efi_audit.forget('{2}', 'all')`)).rejects.toThrow(
            'permission denied',
        );
    });
});
