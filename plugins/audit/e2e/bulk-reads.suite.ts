import type { TestShop } from '@efi/plugin-kit/testing';
import gql from 'graphql-tag';
import { expect, it } from 'vitest';

interface Row {
    readonly detail: Record<string, unknown> | null;
}

export function bulkReadsSuite(
    { adminClient }: TestShop,
    entriesOf: (act: () => Promise<unknown>) => Promise<Row[]>,
): void {
    it('tells of much that is read, also when it goes a page at a time', async () => {
        const page = () => adminClient.query(gql('{ products(options: { take: 2 }) { items { id } } }'));
        await entriesOf(async () => {
            for (let n = 0; n < 20; n++) {
                await page();
            }
        });
        const rows = await entriesOf(async () => {
            for (let n = 0; n < 20; n++) {
                await page();
            }
        });
        expect(rows).toEqual([
            expect.objectContaining({
                ...{ action: 'read-in-bulk', class: 'security', status: 'success', user_id: '1' },
                ...{ resource_type: 'products', actor_kind: 'administrator' },
            }),
        ]);
        expect(rows[0]?.detail?.['items']).toBeGreaterThanOrEqual(40);
    });
}
