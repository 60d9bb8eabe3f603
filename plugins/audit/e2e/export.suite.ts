import type { TestShop } from '@efi/plugin-kit/testing';
import { describe, expect, it } from 'vitest';

type Export = (query: string, token?: string) => Promise<{ status: number; type: string; body: string }>;

/** The trail as a file. Expects entries of `updateProductVariants` to be there. */
export function exportSuite(shop: TestShop): void {
    const get: Export = async (query, token = shop.adminClient.getAuthToken()) => {
        const response = await fetch(
            `http://localhost:${shop.config.apiOptions.port}/audit-trail/export?${query}`,
            {
                headers: token ? { authorization: `Bearer ${token}` } : {},
            },
        );
        const type = response.headers.get('content-type') ?? '';
        return { status: response.status, type, body: await response.text() };
    };
    const count = async (condition: string) =>
        (
            await shop.sql<{ n: number }>(`SELECT count(*)::int AS n FROM efi_audit.entry WHERE ${condition}`)
        )[0]?.n ?? 0;

    describe('is exported', () => {
        it('as JSON Lines, every entry once, in more pages than one', async () => {
            await shop.sql(`INSERT INTO efi_audit.entry (class, actor_kind, action, status)
                SELECT 'transaction', 'system', 'fill-a-page', 'success' FROM generate_series(1, 1100)`);
            const { status, type, body } = await get('format=jsonl&action=fill-a-page');
            expect([status, type]).toEqual([200, 'application/jsonl; charset=utf-8']);
            const ids = body
                .trimEnd()
                .split('\n')
                .map(line => (JSON.parse(line) as { id: string }).id);
            expect(new Set(ids).size).toBe(1100);
            expect(ids).toHaveLength(1100);
        });

        it('as CSV, filtered, and that is written down first', async () => {
            const before = await count(`action = 'export-audit-trail' AND detail->>'format' = 'csv'`);
            const { body } = await get('format=csv&action=updateProductVariants&statuses=success,refused');
            const [head, ...lines] = body.trimEnd().split('\r\n');
            expect(head).toMatch(/^id,at,class,status,action,/);
            expect(lines).toHaveLength(
                await count(`action = 'updateProductVariants' AND status IN ('success', 'refused')`),
            );
            expect(lines.every(line => line.includes(',updateProductVariants,'))).toBe(true);
            expect(await count(`action = 'export-audit-trail' AND detail->>'format' = 'csv'`)).toBe(
                before + 1,
            );
        });

        it.each(['format=xlsx', 'statuses=lost', 'from=yesterday', 'action=a&action=b', 'everything=1'])(
            'not with %s',
            async query => {
                expect((await get(query)).status).toBe(400);
            },
        );

        it('by nobody without the permission, which is written down', async () => {
            const denials = () => count(`status = 'denied' AND action = 'GET /audit-trail/export'`);
            const before = await denials();
            const { status, body } = await get('format=csv', '');
            expect(status).toBe(403);
            expect(body).not.toContain('updateProductVariants');
            // Whoever is refused does not wait until that is written down.
            await expect.poll(denials).toBe(before + 1);
        });

        it('by the number of a thing, also where several were changed at once', async () => {
            await shop.sql(`INSERT INTO efi_audit.entry (class, actor_kind, action, status, resource_type, resource_id)
                VALUES ('transaction', 'system', 'changed-three', 'success', 'Thing', '7,88,9')`);
            const found = async (id: string) =>
                (await get(`format=jsonl&resourceType=Thing&resourceId=${id}`)).body.includes(
                    'changed-three',
                );
            expect([await found('88'), await found('8')]).toEqual([true, false]);
        });
    });
}
