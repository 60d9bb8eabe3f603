import type { MigrationClass } from '@efi/plugin-kit';
import { freePort, MigratingPostgresInitializer, startPopulated } from '@efi/plugin-kit/testing';
import {
    dummyPaymentHandler,
    type InitialData,
    mergeConfig,
    type PartialVendureConfig,
    TransactionalConnection,
} from '@vendure/core';
import { createTestEnvironment, SimpleGraphQLClient, testConfig } from '@vendure/testing';
import { gql } from 'graphql-tag';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { searchMigrations } from '../../src';

const example = path.join(path.dirname(require.resolve('@vendure/create/package.json')), 'assets');

type Plugins = NonNullable<PartialVendureConfig['plugins']>;

/** Vendure's example shop: 54 products with facets and collections. */
export async function exampleShop(plugins: Plugins, migrations: readonly MigrationClass[] = []) {
    const config = mergeConfig(testConfig, {
        apiOptions: { port: await freePort() },
        dbConnectionOptions: { type: 'postgres' },
        paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
        importExportOptions: { importAssetsDir: path.join(example, 'images') },
        plugins,
    });
    const initializer = new MigratingPostgresInitializer(config, [...searchMigrations, ...migrations]);
    const { server, adminClient, shopClient } = createTestEnvironment(config);
    return {
        server,
        adminClient,
        shopClient,
        /** @param patience - In milliseconds, for the jobs that the example's products make. */
        start: async (patience?: number) => {
            await startPopulated(server, config, initializer, {
                initialData: JSON.parse(
                    readFileSync(path.join(example, 'initial-data.json'), 'utf8'),
                ) as InitialData,
                productsCsvPath: path.join(example, 'products.csv'),
                customerCount: 1,
            });
            await adminClient.asSuperAdmin();
            await idle(adminClient, patience);
        },
        stop: () => server.destroy(),
        /** Of the Admin API, with a session of its own. */
        newAdminClient: () => {
            const { port, adminApiPath } = config.apiOptions;
            return new SimpleGraphQLClient(config, `http://localhost:${port}/${adminApiPath}`);
        },
        /** Past the application, on a connection of its own. */
        sql: <Row>(text: string, parameters: unknown[] = []) => dataSource().query<Row[]>(text, parameters),
        /** A second server on the same database, with Vendure's own search. */
        startStock: async () => {
            const port = await freePort();
            const { url } = dataSource().options as { url: string };
            const child = fork(path.join(__dirname, 'stock-server.mjs'), [url, String(port)]);
            await Promise.race([
                once(child, 'message'),
                once(child, 'exit').then(() => Promise.reject(new Error('The stock server did not start.'))),
            ]);
            const { adminApiPath, shopApiPath } = config.apiOptions;
            const clients = {
                adminClient: new SimpleGraphQLClient(config, `http://localhost:${port}/${adminApiPath}`),
                shopClient: new SimpleGraphQLClient(config, `http://localhost:${port}/${shopApiPath}`),
            };
            await clients.adminClient.asSuperAdmin();
            return { ...clients, stop: () => child.kill() };
        },
    };

    function dataSource() {
        return server.app.get(TransactionalConnection).rawConnection;
    }
}

const OPEN_JOBS = gql`
    {
        jobs(options: { filter: { isSettled: { eq: false } } }) {
            totalItems
        }
    }
`;

/** Until no job has been open for a while. */
export async function idle(adminClient: SimpleGraphQLClient, patience = 60_000): Promise<void> {
    const deadline = Date.now() + patience;
    for (let quiet = 0; quiet < 4;) {
        await sleep(150);
        const { jobs } = await adminClient.query<{ jobs: { totalItems: number } }>(OPEN_JOBS);
        quiet = jobs.totalItems === 0 ? quiet + 1 : 0;
        if (Date.now() > deadline) {
            throw new Error('The jobs do not come to an end.');
        }
    }
}

const REINDEX = gql`
    mutation {
        reindex {
            id
        }
    }
`;

const JOBS = gql`
    {
        jobs(options: { filter: { queueName: { eq: "update-search-index" } } }) {
            items {
                id
                state
                progress
                error
                result
            }
        }
    }
`;

interface IndexJob {
    readonly id: string;
    readonly state: string;
    readonly progress: number;
    readonly error: unknown;
    readonly result: unknown;
}

/** Has everything indexed, and waits for the end of it. */
export async function reindex(adminClient: SimpleGraphQLClient): Promise<IndexJob> {
    const { reindex: started } = await adminClient.query<{ reindex: { id: string } }>(REINDEX);
    await idle(adminClient);
    const { jobs } = await adminClient.query<{ jobs: { items: IndexJob[] } }>(JOBS);
    const job = jobs.items.find(({ id }) => id === started.id);
    if (!job) {
        throw new Error(`Job ${started.id} is not there any more.`);
    }
    return job;
}
