import type { TestShop } from '@efi/plugin-kit/testing';
import gql from 'graphql-tag';
import { expect, it } from 'vitest';

interface Row {
    readonly detail: Record<string, unknown> | null;
}

export function bulkReadsSuite(
    { adminClient, sql }: TestShop,
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

    it('tells of much that stands deeper in a query, whatever that calls it', async () => {
        const { createCustomerGroup: group } = await adminClient.query<{
            createCustomerGroup: { id: string };
        }>(gql('mutation { createCustomerGroup(input: { name: "Everybody" }) { id } }'));
        const people = await sql<{ id: number }>(
            `INSERT INTO customer ("firstName", "lastName", "emailAddress")
             SELECT 'Some', 'Body', 'body-' || n || '@example.org' FROM generate_series(1, 60) n RETURNING id`,
        );
        const ids = people.map(({ id }) => id);
        await sql(
            `INSERT INTO customer_channels_channel ("customerId", "channelId") SELECT unnest($1::int[]), 1`,
            [ids],
        );
        await sql(
            `INSERT INTO customer_groups_customer_group ("customerId", "customerGroupId")
             SELECT unnest($1::int[]), $2`,
            [ids, Number(group.id.slice(2))],
        );
        const rows = await entriesOf(() =>
            adminClient.query(
                gql(`{ one: customerGroup(id: "${group.id}") {
                    two: customers(options: { take: 100 }) { three: items { emailAddress } } } }`),
            ),
        );
        expect(rows).toEqual([
            expect.objectContaining({
                ...{ action: 'read-in-bulk', resource_type: 'CustomerGroup.customers', user_id: '1' },
            }),
        ]);
        expect(rows[0]?.detail?.['items']).toBeGreaterThanOrEqual(60);
    });
}
