import {
    dummyPaymentHandler,
    mergeConfig,
    type PartialVendureConfig,
    TransactionalConnection,
} from '@vendure/core';
import {
    createTestEnvironment,
    registerInitializer,
    SimpleGraphQLClient,
    testConfig,
} from '@vendure/testing';
import type { MigrationClass } from '../migrations';
import { MigratingPostgresInitializer } from './migrating-postgres-initializer';
import { startPopulated } from './populate-shop';
import { smallShop, smallShopProducts } from './small-shop';
import { QuickPasswordHashing } from './quick-password-hashing';
import { freePort } from './test-postgres';

export interface TestShopOptions {
    readonly plugins: NonNullable<PartialVendureConfig['plugins']>;
    /** Those of the plugins. @default none */
    readonly migrations?: readonly MigrationClass[];
    /** Whether the server runs as a role that owns no table, so that row-level security holds. @default false */
    readonly asApplicationRole?: boolean;
    /** Ways to pay. @default the one of {@link smallShop} */
    readonly paymentMethods?: typeof smallShop.paymentMethods;
    /** Whom the shop begins with; the password of each is `test`. @default 0 */
    readonly customerCount?: number;
    /** Over everything else in the configuration, {@link QuickPasswordHashing} among it. */
    readonly config?: PartialVendureConfig;
}

/**
 * A server with the plugins under test, the products of {@link smallShop} and a PostgreSQL database of its own. Begin
 * and end it in the suite's hooks; afterwards `adminClient` is the superadmin.
 *
 * @example
 * ```ts
 * describe('wishes', async () => {
 *     const shop = await testShop({ plugins: [WishlistPlugin.init()], migrations: wishlistMigrations });
 *     beforeAll(() => shop.start());
 *     afterAll(() => shop.stop());
 * ```
 */
export async function testShop(options: TestShopOptions) {
    const config = mergeConfig(
        mergeConfig(testConfig, {
            apiOptions: { port: await freePort() },
            authOptions: { passwordHashingStrategy: new QuickPasswordHashing() },
            dbConnectionOptions: { type: 'postgres' },
            paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
            plugins: [...options.plugins],
        }),
        options.config ?? {},
    );
    const { migrations = [], asApplicationRole } = options;
    const initializer = new MigratingPostgresInitializer(config, migrations, asApplicationRole);
    registerInitializer('postgres', initializer);
    const { server, adminClient, shopClient } = createTestEnvironment(config);
    const { port, shopApiPath } = config.apiOptions;

    return {
        config,
        server,
        adminClient,
        shopClient,
        start: async () => {
            await startPopulated(server, config, initializer, {
                initialData: {
                    ...smallShop,
                    paymentMethods: options.paymentMethods ?? smallShop.paymentMethods,
                },
                productsCsvPath: smallShopProducts(),
                customerCount: options.customerCount ?? 0,
            });
            await adminClient.asSuperAdmin();
        },
        stop: () => server.destroy(),
        /** A client of the Shop API with a session of its own. */
        newShopClient: () => new SimpleGraphQLClient(config, `http://localhost:${port}/${shopApiPath}`),
        /** Past the application, on a connection of its own. */
        sql: <Row>(text: string, parameters: unknown[] = []) =>
            server.app.get(TransactionalConnection).rawConnection.query<Row[]>(text, parameters),
    };
}

export type TestShop = Awaited<ReturnType<typeof testShop>>;
