import type { TransactionalConnection } from '@vendure/core';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SignedAnchor } from '../src/infrastructure/chain/anchor';
import { Anchors } from '../src/infrastructure/chain/anchors';
import { DropExpired } from '../src/infrastructure/keeping/drop-expired';
import { resolveOptions } from '../src/audit.options';
import { monthAgo, partition, writeLongAgo } from './long-ago';
import {
    anchor,
    asApplication,
    copyOf,
    ENTRY,
    link,
    newTrail,
    run,
    secret,
    verify,
    withClient,
    withHashes,
    write,
} from './trail';

/** Whoever may do anything, with the triggers off. */
const ALMIGHTY = 'SET session_replication_role = replica;';

describe('the audit trail', () => {
    let url: string;

    beforeAll(async () => {
        url = await newTrail('audit_chain');
    });

    describe('for the application', () => {
        it('can be added to and read', async () => {
            await write(asApplication(url), 'updateProduct');
            const rows = await run(
                asApplication(url),
                `SELECT action, class, id, at FROM efi_audit.entry WHERE action = 'updateProduct'`,
            );
            expect(rows).toEqual([
                { action: 'updateProduct', class: 'transaction', id: '1', at: expect.any(Date) as Date },
            ]);
        });

        it.each([
            'UPDATE efi_audit.entry SET action = action',
            'DELETE FROM efi_audit.entry',
            'TRUNCATE efi_audit.entry',
            `INSERT INTO efi_audit.entry (class, actor_kind, action, status, at) VALUES ('security', 'system', 'late', 'success', '2020-01-01')`,
            `INSERT INTO efi_audit.entry (class, actor_kind, action, status, id) VALUES ('security', 'system', 'low', 'success', 1)`,
            'DELETE FROM efi_audit.pending',
            `INSERT INTO efi_audit.link (class, linked_at, seq, entry_id, entry_at, entry_hash, hash) VALUES ('security', now(), 9, 9, now(), '', '')`,
            'UPDATE efi_audit.anchor SET number = 1',
            'DELETE FROM efi_audit.verification',
            `DROP TABLE efi_audit.entry`,
            `ALTER TABLE efi_audit.entry DISABLE TRIGGER ALL`,
        ])('refuses: %s', async statement => {
            await expect(run(asApplication(url), statement)).rejects.toThrow(
                /permission denied|must be owner/,
            );
        });

        it('refuses writes past it into a month of its own', async () => {
            const [month] = await run(
                url,
                `SELECT relid::regclass::text AS name FROM pg_partition_tree('efi_audit.entry') WHERE isleaf LIMIT 1`,
            );
            await expect(
                run(asApplication(url), `INSERT INTO ${String(month?.name)} (class) VALUES ('security')`),
            ).rejects.toThrow(/permission denied/);
        });

        it('drops no month before its time, nor anything else', async () => {
            const drop = (name: string, months: number) =>
                run(
                    asApplication(url),
                    `SELECT efi_audit.drop_month('entry', $1, (date_trunc('month', now()) - make_interval(months => $2))::date) AS dropped`,
                    [name, months],
                );
            await expect(drop('transaction', 12)).rejects.toThrow('keeps transaction of');
            await expect(drop('security', 60)).rejects.toThrow('keeps security of');
            await expect(drop('pending', 100)).rejects.toThrow('for longer');
            expect(await drop('transaction', 13)).toEqual([{ dropped: false }]);
        });
    });

    it('refuses its own owner, too, as long as the triggers are on', async () => {
        await expect(run(url, 'UPDATE efi_audit.entry SET action = action')).rejects.toThrow(
            'can only be added to',
        );
        await expect(run(url, 'TRUNCATE efi_audit.link')).rejects.toThrow('can only be added to');
    });

    it('has partitions for each class for half a year ahead, and makes those that are missing', async () => {
        const months = () =>
            run(
                url,
                `SELECT relid::regclass::text AS name FROM pg_partition_tree('efi_audit.entry') WHERE isleaf ORDER BY 1`,
            );
        expect(await months()).toHaveLength(3 * 7);
        expect(await run(asApplication(url), 'SELECT efi_audit.make_partitions(6) AS made')).toEqual([
            { made: 0 },
        ]);
        expect(await run(asApplication(url), 'SELECT efi_audit.make_partitions(8) AS made')).toEqual([
            { made: 2 * 3 * 2 },
        ]);
    });

    it('keeps nothing of what was rolled back, and links what is committed, also when it commits out of order', async () => {
        const trail = await newTrail('audit_order');
        const [early, late, never] = await Promise.all(
            [1, 2, 3].map(async () => {
                const client = new Client({ connectionString: asApplication(trail) });
                await client.connect();
                await client.query('BEGIN');
                return client;
            }),
        );
        await early?.query(ENTRY, ['transaction', 'early', null]);
        await late?.query(ENTRY, ['transaction', 'late', null]);
        await never?.query(ENTRY, ['transaction', 'never', null]);
        await late?.query('COMMIT');
        expect(await link(trail)).toBe(1);
        await early?.query('COMMIT');
        await never?.query('ROLLBACK');
        expect(await link(trail)).toBe(1);
        for (const client of [early, late, never]) {
            await client?.end();
        }
        expect(
            await run(
                trail,
                `SELECT l.seq, e.action FROM efi_audit.link l JOIN efi_audit.entry e ON e.id = l.entry_id ORDER BY seq`,
            ),
        ).toEqual([
            { seq: '1', action: 'late' },
            { seq: '2', action: 'early' },
        ]);
        expect(await verify(trail)).toMatchObject({ ok: true, links: 2, waiting: 0 });
    });

    it('has one chain whatever number of workers link at once, also when they are killed', async () => {
        const trail = await newTrail('audit_workers');
        await withClient(asApplication(trail), async client => {
            for (let n = 0; n < 300; n++) {
                await client.query(ENTRY, ['security', `act-${n}`, null]);
            }
        });
        await Promise.all(
            [1, 2, 3, 4].map(async worker => {
                for (let turn = 0; turn < 6; turn++) {
                    const client = new Client({ connectionString: asApplication(trail) });
                    client.on('error', () => undefined);
                    await client.connect();
                    await client.query('BEGIN');
                    await client.query('SELECT efi_audit.link_pending(40)');
                    if ((worker + turn) % 3 === 0) {
                        await run(trail, 'SELECT pg_terminate_backend($1)', [pidOf(client)]);
                    } else {
                        await client.query('COMMIT');
                    }
                    await client.end().catch(() => undefined);
                }
            }),
        );
        while ((await link(trail)) > 0);
        expect(await verify(trail)).toMatchObject({ ok: true, links: 300, waiting: 0 });
    });

    it('drops months whose time is over, and is whole afterwards', async () => {
        const trail = await newTrail('audit_old');
        await writeLongAgo(trail, 'transaction', 14, 3);
        await writeLongAgo(trail, 'security', 14, 2);
        await write(trail, 'today');
        await link(trail);
        await anchor(trail);
        expect(await verify(trail)).toMatchObject({ ok: true, links: 6 });

        const dataSource = await new DataSource({ type: 'postgres', url: asApplication(trail) }).initialize();
        const connection = { rawConnection: dataSource } as TransactionalConnection;
        const options = resolveOptions({ secret });
        const dropped = await new DropExpired(connection, new Anchors(options, connection)).run();
        expect(await new DropExpired(connection, new Anchors(options, connection)).run()).toEqual([]);
        await dataSource.destroy();

        expect(dropped).toMatchObject([{ class: 'transaction', through: { seq: 3 } }]);
        expect(
            await run(trail, 'SELECT class, count(*)::int AS n FROM efi_audit.entry GROUP BY 1 ORDER BY 1'),
        ).toEqual([
            { class: 'security', n: 2 },
            { class: 'transaction', n: 1 },
        ]);
        expect(await verify(trail)).toMatchObject({ ok: true, links: 3, anchors: 2 });
    });

    it('misses a month that was dropped before its time', async () => {
        const trail = await newTrail('audit_young');
        await writeLongAgo(trail, 'security', 14, 2);
        await write(trail, 'today', null, 'security');
        await link(trail);
        await run(
            trail,
            `DROP TABLE efi_audit.${partition('entry', 'security', monthAgo(14))}, efi_audit.${partition('link', 'security', monthAgo(14))}`,
        );
        expect((await verify(trail)).first).toMatchObject({
            kind: 'link-missing',
            class: 'security',
            seq: 1,
        });
    });

    describe('when somebody who may do anything', () => {
        let base: string;
        let published: SignedAnchor[];

        beforeAll(async () => {
            base = await newTrail('audit_base');
            published = [];
            for (const part of [1, 2, 3]) {
                for (let n = 1; n <= 10; n++) {
                    await write(asApplication(base), `act-${part}-${n}`, { price: n });
                    await write(asApplication(base), `sign-in-${part}-${n}`, null, 'authentication');
                }
                await link(asApplication(base));
                published.push(await anchor(base));
            }
            await write(asApplication(base), 'not-signed-for');
            await link(asApplication(base));
        });

        it('does nothing, the trail is whole', async () => {
            expect(await verify(base, published)).toMatchObject({
                ok: true,
                faults: [],
                links: 61,
                anchors: 3,
            });
        });

        it.each<[string, string, object]>([
            [
                'changes a field',
                `UPDATE efi_audit.entry SET after = '{"price": 1}' WHERE action = 'act-2-4'`,
                { kind: 'entry-changed', class: 'transaction', seq: 14, entryId: '27' },
            ],
            [
                'changes a number by less than a JavaScript number holds',
                `UPDATE efi_audit.entry SET after = '{"price": 4.00000000000000000001}' WHERE action = 'act-2-4'`,
                { kind: 'entry-changed', seq: 14 },
            ],
            [
                'changes the time of an entry by a microsecond',
                `UPDATE efi_audit.entry SET at = at + interval '1 microsecond' WHERE action = 'act-1-3'`,
                { kind: 'entry-removed', seq: 3 },
            ],
            [
                'removes an entry',
                `DELETE FROM efi_audit.entry WHERE action = 'act-1-7'`,
                { kind: 'entry-removed', class: 'transaction', seq: 7, entryId: '13' },
            ],
            [
                'removes an entry with its link',
                `DELETE FROM efi_audit.link WHERE class = 'transaction' AND seq = 7;
                 DELETE FROM efi_audit.entry WHERE action = 'act-1-7'`,
                { kind: 'link-missing', class: 'transaction', seq: 7 },
            ],
            [
                'swaps what two entries say',
                `UPDATE efi_audit.entry e SET action = o.action, after = o.after FROM efi_audit.entry o
                  WHERE (e.action, o.action) IN (('act-1-5', 'act-3-2'), ('act-3-2', 'act-1-5'))`,
                { kind: 'entry-changed', class: 'transaction', seq: 5, entryId: '9' },
            ],
            [
                'swaps the places of two entries in the chain',
                `UPDATE efi_audit.link l SET entry_id = o.entry_id, entry_at = o.entry_at, entry_hash = o.entry_hash
                   FROM efi_audit.link o WHERE l.class = 'transaction' AND o.class = 'transaction'
                    AND (l.seq, o.seq) IN ((5, 22), (22, 5))`,
                { kind: 'link-changed', class: 'transaction', seq: 5 },
            ],
            [
                'puts an entry in',
                `INSERT INTO efi_audit.entry (class, at, id, actor_kind, action, status)
                 SELECT class, at + interval '1 microsecond', 1000000, actor_kind, 'never-was', status
                   FROM efi_audit.entry WHERE action = 'act-1-2'`,
                { kind: 'entry-not-linked', class: 'transaction', entryId: '1000000' },
            ],
            [
                'cuts the end off',
                `DELETE FROM efi_audit.link WHERE class = 'transaction' AND seq > 25;
                 DELETE FROM efi_audit.entry e WHERE class = 'transaction'
                    AND NOT EXISTS (SELECT FROM efi_audit.link l WHERE l.entry_id = e.id)`,
                { kind: 'link-missing', class: 'transaction', seq: 26 },
            ],
            [
                'empties everything but the anchors',
                'TRUNCATE efi_audit.entry, efi_audit.link, efi_audit.pending',
                { kind: 'link-missing', seq: 1 },
            ],
            [
                'drops an anchor',
                'DELETE FROM efi_audit.anchor WHERE number = 2',
                { kind: 'anchor-missing', anchor: 2 },
            ],
            [
                'drops the last anchor',
                'DELETE FROM efi_audit.anchor WHERE number = 3',
                { kind: 'anchor-missing', anchor: 3 },
            ],
            [
                'cuts the end off together with its anchor',
                `DELETE FROM efi_audit.anchor WHERE number = 3;
                 DELETE FROM efi_audit.link WHERE seq > 20;
                 DELETE FROM efi_audit.entry e
                  WHERE NOT EXISTS (SELECT FROM efi_audit.link l WHERE l.class = e.class AND l.entry_id = e.id)`,
                { kind: 'anchor-missing', anchor: 3 },
            ],
            [
                'signs an anchor with a key of their own',
                `UPDATE efi_audit.anchor SET signature = (SELECT signature FROM efi_audit.anchor WHERE number = 1) WHERE number = 2`,
                { kind: 'anchor-changed', anchor: 2 },
            ],
            [
                'rewrites an entry and all links after it',
                `UPDATE efi_audit.entry SET action = 'nothing-to-see' WHERE action = 'act-1-6';
                 INSERT INTO efi_audit.pending SELECT class, id, at, ''::bytea FROM efi_audit.entry WHERE class = 'transaction';
                 DELETE FROM efi_audit.link WHERE class = 'transaction';
                 UPDATE efi_audit.pending p SET entry_hash = (SELECT HASH FROM efi_audit.entry e WHERE e.id = p.entry_id);
                 SELECT efi_audit.link_pending(5000)`,
                { kind: 'anchor-disagrees', class: 'transaction', seq: 10 },
            ],
            [
                'changes an entry that is not linked yet',
                `SET session_replication_role = origin;
                 INSERT INTO efi_audit.entry (class, actor_kind, action, status) VALUES ('security', 'system', 'fresh', 'success');
                 SET session_replication_role = replica;
                 UPDATE efi_audit.entry SET action = 'stale' WHERE action = 'fresh'`,
                { kind: 'entry-changed', class: 'security' },
            ],
            [
                'changes an address',
                `UPDATE efi_audit.entry SET address = '198.51.100.1' WHERE action = 'act-2-4'`,
                { kind: 'entry-changed', class: 'transaction', seq: 14 },
            ],
            [
                'erases an address as if somebody had been erased',
                `UPDATE efi_audit.entry e SET origin_hash = ORIGIN, address = NULL, client = NULL, salt = NULL
                  WHERE action = 'act-2-4'`,
                { kind: 'person-removed', class: 'transaction', entryId: '27' },
            ],
            [
                'erases free text as if somebody had been erased',
                `UPDATE efi_audit.entry e SET said_hash = SAID, said = NULL WHERE action = 'act-2-4'`,
                { kind: 'person-removed', class: 'transaction', entryId: '27' },
            ],
            [
                'changes free text',
                `UPDATE efi_audit.entry SET said = '{"salt": "s", "texts": ["no"]}' WHERE action = 'act-2-4'`,
                { kind: 'entry-changed', seq: 14 },
            ],
            [
                'puts another address where one was erased',
                `UPDATE efi_audit.entry e SET origin_hash = ORIGIN, address = '198.51.100.1' WHERE action = 'act-2-4'`,
                { kind: 'entry-changed', seq: 14 },
            ],
        ])('%s, the first bad row is named', async (_, tampering, fault) => {
            const copy = await copyOf(base, 'audit_case');
            await run(copy, ALMIGHTY + withHashes(tampering));
            const report = await verify(copy, published);
            expect(report.ok).toBe(false);
            expect(report.first).toMatchObject(fault);
            expect(report.first?.message).toMatch(/\d/);
        });

        it('changes two entries, the earlier one is named', async () => {
            const copy = await copyOf(base, 'audit_case');
            await run(
                copy,
                `${ALMIGHTY} UPDATE efi_audit.entry SET action = 'x' WHERE action IN ('act-3-1', 'sign-in-2-1')`,
            );
            const report = await verify(copy);
            expect(report.faults.map(fault => fault.seq)).toEqual([21, 11]);
            expect(report.first).toMatchObject({ class: 'authentication', seq: 11 });
        });
    });
});

function pidOf(client: Client): number {
    return (client as Client & { processID: number }).processID;
}
