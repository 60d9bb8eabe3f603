import type { TestShop } from '@efi/plugin-kit/testing';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Anchors } from '../src/infrastructure/chain/anchors';
import { Chainer } from '../src/infrastructure/chain/chainer';
import type { fakeS3 } from '../src/infrastructure/write-once/fake-s3';
import { KeepSegments } from '../src/infrastructure/write-once/keep-segments';

export function writeOnceSuite(shop: TestShop, s3: Awaited<ReturnType<typeof fakeS3>>): void {
    describe('is kept where nobody can change it', () => {
        const keep = async () => {
            await shop.server.app.get(Chainer).linkAll();
            await shop.server.app.get(Anchors).sign();
            return shop.server.app.get(KeepSegments).run();
        };
        const linesOf = (kind: string) =>
            [...s3.objects]
                .filter(([name]) => name.startsWith(`audit/${kind}/`))
                .sort(([one], [other]) => (one < other ? -1 : 1))
                .flatMap(([, { body }]) =>
                    gunzipSync(body)
                        .toString()
                        .trim()
                        .split('\n')
                        .map(line => JSON.parse(line) as Record<string, unknown>),
                );

        it('whole, in order, without addresses, and locked for as long as the trail keeps it', async () => {
            expect((await keep()).length).toBe(4);
            for (const name of ['transaction', 'authentication', 'security']) {
                const [row] = await shop.sql<{ n: number; hash: string }>(
                    `SELECT count(*)::int AS n, (array_agg(encode(hash, 'hex') ORDER BY seq DESC))[1] AS hash
                       FROM efi_audit.link WHERE class = $1`,
                    [name],
                );
                const lines = linesOf(name);
                expect(lines.map(({ seq }) => Number(seq))).toEqual(
                    Array.from({ length: row?.n ?? 0 }, (_, n) => n + 1),
                );
                expect(lines.at(-1)?.['hash']).toBe(row?.hash);
            }
            expect(linesOf('anchors')[0]).toMatchObject({
                seq: '1',
                signature: expect.any(String) as string,
            });
            expect(JSON.stringify(linesOf('security'))).not.toMatch(/127\.0\.0\.1|::1/);
            const [locked] = [...s3.objects].find(([name]) => name.startsWith('audit/security/')) ?? [];
            const until = new Date(s3.objects.get(locked ?? '')?.until ?? 0);
            expect(until.getTime() - Date.now()).toBeGreaterThan(5 * 365 * 86_400_000);
        });

        it('and what is new is added once', async () => {
            expect(await keep()).toEqual([]);
            await shop.sql(`INSERT INTO efi_audit.entry (class, actor_kind, action, status)
                VALUES ('security', 'system', 'something-new', 'success')`);
            const kept = await keep();
            expect(kept.map(name => name.split('/')[0]).sort()).toEqual(['anchors', 'security']);
            expect(linesOf('security').at(-1)).toMatchObject({ action: 'something-new' });
        });
    });
}
