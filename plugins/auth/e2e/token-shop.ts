import { testShop, type TestShopOptions } from '@efi/plugin-kit/testing';
import { RestApiPlugin, restApiMigrations } from '@efi/rest-api-plugin';
import { TransactionalConnection } from '@vendure/core';
import { AuthPlugin, authMigrations, type TokensOptions } from '../src';
import { SigningKeys } from '../src/tokens/infrastructure/signing-keys';
import { tokenSettings } from '../src/tokens/tokens.options';
import { tokenClient } from './token-client';
import { WhoAmIPlugin } from './who-am-i.plugin';

export const tokenOptions: TokensOptions = {
    secret: 'the secret of this one installation',
    issuer: 'https://shop.example',
};

/** A shop whose shoppers and staff sign in by token, with three customers. */
export async function tokenShop(config: NonNullable<TestShopOptions['config']> = {}) {
    const shop = await testShop({
        plugins: [
            RestApiPlugin.init({ limits: { credentials: 10_000 } }),
            AuthPlugin.init({ tokens: tokenOptions }),
            WhoAmIPlugin,
        ],
        migrations: [...restApiMigrations, ...authMigrations],
        customerCount: 3,
        config: {
            ...config,
            authOptions: { tokenMethod: ['cookie', 'bearer'], ...config.authOptions },
        },
    });
    const address = `http://localhost:${shop.config.apiOptions.port}`;
    const client = tokenClient(address);
    const customers: string[] = [];
    return {
        ...shop,
        start: async () => {
            await shop.start();
            const rows = await shop.sql<{ emailAddress: string }>(
                'SELECT "emailAddress" FROM customer ORDER BY id',
            );
            customers.push(...rows.map(row => row.emailAddress));
        },
        address,
        client,
        /** Their e-mail addresses; each one's password is `test`. */
        customers,
        signedIn: async (index = 0) => (await client.signIn(customers[index] ?? '', 'test')).body,
        signedInStaff: async () => (await client.signIn('superadmin', 'superadmin', 'admin')).body,
        /** As another server, or the same after a start, would have them. */
        freshKeys: (options: Partial<TokensOptions> = {}) =>
            new SigningKeys(
                shop.server.app.get(TransactionalConnection),
                tokenSettings({ ...tokenOptions, ...options }),
            ),
    };
}

export type TokenShop = Awaited<ReturnType<typeof tokenShop>>;
