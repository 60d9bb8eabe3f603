import { describe, expect, it } from 'vitest';
import type { TokenShop } from './token-shop';

const CREATE_ROLE = `mutation ($input: CreateRoleInput!) { createRole(input: $input) { id } }`;
const CREATE_STAFF = `mutation ($input: CreateAdministratorInput!) { createAdministrator(input: $input) { id } }`;

/** What else ends tokens: all that makes an account another one than it was. */
export function endingsSuite(shop: TokenShop): void {
    const { client } = shop;
    let staffCount = 0;

    /** A new member of the staff with a role of their own, signed in by token. */
    async function staff() {
        const name = `staff-${++staffCount}@example.com`;
        const admin = { authorization: `Bearer ${(await shop.signedInStaff()).accessToken}` };
        const change = async (query: string, variables: Record<string, unknown>) => {
            const { body } = await client.graphQl('admin', query, admin, variables);
            expect(body.errors).toBeUndefined();
            return Object.values(body.data ?? {})[0] as { id: string };
        };
        const role = await change(CREATE_ROLE, {
            input: { code: `role-${staffCount}`, description: 'Reads', permissions: ['ReadCatalog'] },
        });
        const person = await change(CREATE_STAFF, {
            input: {
                emailAddress: name,
                firstName: 'A',
                lastName: 'B',
                password: 'staff-password',
                roleIds: [role.id],
            },
        });
        const { body: tokens } = await client.signIn(name, 'staff-password', 'admin');
        expect(await client.whoIs(tokens.accessToken, 'admin')).toBe(name);
        return { tokens, role, person, change };
    }

    async function expectEnded(
        tokens: { accessToken: string; refreshToken: string },
        audience: 'shop' | 'admin',
    ): Promise<void> {
        expect(await client.whoIs(tokens.accessToken, audience)).toBe(401);
        expect((await client.refresh(tokens.refreshToken, audience)).status).toBe(401);
    }

    describe('tokens end', () => {
        it('when they are revoked, and others of the account go on', async () => {
            const [one, other] = [await shop.signedIn(), await shop.signedIn()];
            expect((await client.revoke(one.refreshToken)).status).toBe(204);
            await expectEnded(one, 'shop');
            expect(await client.whoIs(other.accessToken)).toBe(shop.customers[0]);
            expect((await client.revoke(one.refreshToken)).status).toBe(204);
        });

        it('when the account signs out', async () => {
            const [one, other] = [await shop.signedIn(), await shop.signedIn()];
            await client.graphQl('shop', 'mutation { logout { success } }', {
                authorization: `Bearer ${one.accessToken}`,
            });
            await expectEnded(one, 'shop');
            await expectEnded(other, 'shop');
        });

        it('when a shopper changes the password', async () => {
            const tokens = await shop.signedIn(1);
            const { body } = await client.graphQl(
                'shop',
                `mutation { updateCustomerPassword(currentPassword: "test", newPassword: "test2") { __typename } }`,
                { authorization: `Bearer ${tokens.accessToken}` },
            );
            expect(body.data?.updateCustomerPassword).toEqual({ __typename: 'Success' });
            await expectEnded(tokens, 'shop');
            expect((await client.signIn(shop.customers[1] ?? '', 'test2')).status).toBe(200);
        });

        it('when a shopper resets the password', async () => {
            const tokens = await shop.signedIn(2);
            await client.graphQl(
                'shop',
                'mutation ($e: String!) { requestPasswordReset(emailAddress: $e) { __typename } }',
                {},
                {
                    e: shop.customers[2],
                },
            );
            const [row] = await shop.sql<{ token: string }>(
                'SELECT "passwordResetToken" AS token FROM authentication_method WHERE "passwordResetToken" IS NOT NULL',
            );
            const { body } = await client.graphQl(
                'shop',
                'mutation ($t: String!) { resetPassword(token: $t, password: "test") { __typename } }',
                {},
                { t: row?.token },
            );
            expect(body.data?.resetPassword).toEqual({ __typename: 'CurrentUser' });
            await expectEnded(tokens, 'shop');
        });

        it('when an account is deleted', async () => {
            const tokens = await shop.signedIn(2);
            const [customer] = await shop.sql<{ id: number }>(
                'SELECT id FROM customer WHERE "emailAddress" = $1',
                [shop.customers[2]],
            );
            const { body } = await client.graphQl(
                'admin',
                'mutation ($id: ID!) { deleteCustomer(id: $id) { result } }',
                { authorization: `Bearer ${(await shop.signedInStaff()).accessToken}` },
                { id: `T_${customer?.id}` },
            );
            expect(body.data?.deleteCustomer).toEqual({ result: 'DELETED' });
            await expectEnded(tokens, 'shop');
        });

        it('when staff get another password', async () => {
            const { tokens, person, change } = await staff();
            await change(
                `mutation ($input: UpdateAdministratorInput!) { updateAdministrator(input: $input) { id } }`,
                {
                    input: { id: person.id, password: 'another-password' },
                },
            );
            await expectEnded(tokens, 'admin');
        });

        it('when staff get another role, or their role other permissions', async () => {
            const first = await staff();
            await first.change(
                `mutation ($p: ID!, $r: ID!) { assignRoleToAdministrator(administratorId: $p, roleId: $r) { id } }`,
                { p: first.person.id, r: (await staff()).role.id },
            );
            await expectEnded(first.tokens, 'admin');

            const second = await staff();
            await second.change(`mutation ($input: UpdateRoleInput!) { updateRole(input: $input) { id } }`, {
                input: { id: second.role.id, permissions: ['ReadCatalog', 'ReadOrder'] },
            });
            await expectEnded(second.tokens, 'admin');
        });

        it('when staff lose a role as they are saved, and not when they are saved with the same ones', async () => {
            const { tokens, role, person, change } = await staff();
            const { role: another } = await staff();
            const save = (...roleIds: string[]) =>
                change(
                    `mutation ($input: UpdateAdministratorInput!) { updateAdministrator(input: $input) { id } }`,
                    { input: { id: person.id, firstName: 'Ada', roleIds } },
                );
            await save(role.id);
            expect(await client.whoIs(tokens.accessToken, 'admin')).toContain('staff-');
            expect((await client.refresh(tokens.refreshToken, 'admin')).status).toBe(200);
            await save(another.id);
            await expectEnded(tokens, 'admin');

            const two = await staff();
            const saveTwo = (...roleIds: string[]) =>
                two.change(
                    `mutation ($input: UpdateAdministratorInput!) { updateAdministrator(input: $input) { id } }`,
                    { input: { id: two.person.id, roleIds } },
                );
            await saveTwo(two.role.id, another.id);
            await expectEnded(two.tokens, 'admin');
        });

        it('when staff are deleted, or sign out', async () => {
            const gone = await staff();
            await gone.change(`mutation ($id: ID!) { deleteAdministrator(id: $id) { result } }`, {
                id: gone.person.id,
            });
            await expectEnded(gone.tokens, 'admin');

            const leaving = await staff();
            await client.graphQl('admin', 'mutation { logout { success } }', {
                authorization: `Bearer ${leaving.tokens.accessToken}`,
            });
            await expectEnded(leaving.tokens, 'admin');
        });
    });
}
