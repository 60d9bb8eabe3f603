import type { TestShop } from '@efi/plugin-kit/testing';
import {
    buildClientSchema,
    getIntrospectionQuery,
    type GraphQLField,
    type IntrospectionQuery,
} from 'graphql';
import gql from 'graphql-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { unwritten } from './unwritten';

/** Open to everybody: nobody is denied them. The last does nothing for who is not signed in. */
const OPEN = new Set(['login', 'logout', 'authenticate', 'updateActiveAdministrator']);

/** Needs a file in a form, which these calls do not send; and those that Vendure describes and has no resolver for. */
const NOT_CALLED = new Set(['importProducts', 'createProvince', 'updateProvince', 'deleteProvince']);

export function everyMutationSuite(shop: TestShop): void {
    const { adminClient } = shop;
    describe('of every mutation of the Admin API', () => {
        let mutations: GraphQLField<unknown, unknown>[];

        beforeAll(async () => {
            const described = await adminClient.query<IntrospectionQuery>(gql(getIntrospectionQuery()));
            mutations = Object.values(buildClientSchema(described).getMutationType()?.getFields() ?? {});
            expect(mutations.length).toBeGreaterThan(150);
        });

        it('there is an entry whatever comes of it', { timeout: 90_000 }, async () => {
            // The last one, since it ends the session.
            const all = mutations.filter(({ name }) => !NOT_CALLED.has(name) && name !== 'logout');
            expect(await unwritten(shop, all, ['success', 'refused', 'denied', 'failed'])).toEqual([]);
        });

        it('there is an entry when it is denied', { timeout: 90_000 }, async () => {
            const all = mutations.filter(({ name }) => !NOT_CALLED.has(name) && !OPEN.has(name));
            await adminClient.asAnonymousUser();
            expect(await unwritten(shop, all, ['denied'])).toEqual([]);
            await adminClient.asSuperAdmin();
        });
    });
}
