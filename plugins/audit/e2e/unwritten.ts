import type { TestShop } from '@efi/plugin-kit/testing';
import type { GraphQLField } from 'graphql';
import gql from 'graphql-tag';
import { leastCall } from './least-call';

/** Denials are written beside the answer. */
export const settled = () => new Promise(resolve => setTimeout(resolve, 50));

/** Calls each mutation as whoever is signed in. @returns those that leave no entry with one of these states. */
export async function unwritten(
    shop: TestShop,
    mutations: readonly GraphQLField<unknown, unknown>[],
    states: readonly string[],
): Promise<string[]> {
    const [before] = await shop.sql<{ id: string }>('SELECT coalesce(max(id), 0) AS id FROM efi_audit.entry');
    for (const mutation of mutations) {
        const { document, variables } = leastCall(mutation);
        await shop.adminClient.query(gql(document), variables).catch(() => undefined);
    }
    await settled();
    const written = await shop.sql<{ action: string }>(
        'SELECT DISTINCT action FROM efi_audit.entry WHERE id > $1 AND status = ANY ($2)',
        [before?.id, states],
    );
    const names = new Set(written.map(({ action }) => action));
    return mutations.map(({ name }) => name).filter(name => !names.has(name));
}
