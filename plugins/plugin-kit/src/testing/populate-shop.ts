import {
    ConfigService,
    isInspectableJobQueueStrategy,
    type LanguageCode,
    type VendureConfig,
} from '@vendure/core';
import { importProductsFromCsv, populateCollections, populateInitialData } from '@vendure/core/cli';
import {
    populateCustomers,
    type TestDbInitializer,
    type TestServer,
    type TestServerOptions,
} from '@vendure/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresConnectionOptions } from 'typeorm/driver/postgres/PostgresConnectionOptions';

type App = TestServer['app'];

/** Of addresses in Great Britain, which not every shop delivers to: whoever lives there begins without one. */
const sayNothing = () => undefined;

const JOBS = { lookEachMs: 50, patienceMs: 5_000 } as const;

/**
 * Makes the database, starts the server and fills the shop of what runs then. `TestServer.init` starts a server to fill
 * the shop, ends it and starts another, which is the most of what many a suite costs.
 */
export async function startPopulated(
    server: TestServer,
    config: VendureConfig,
    initializer: TestDbInitializer<PostgresConnectionOptions>,
    data: TestServerOptions,
): Promise<void> {
    await initializer.init('shop', config.dbConnectionOptions as PostgresConnectionOptions);
    await server.bootstrap();
    await populate(server.app, data);
}

async function populate(
    app: App,
    { initialData, productsCsvPath, customerCount = 10 }: TestServerOptions,
): Promise<void> {
    const { authOptions } = app.get(ConfigService);
    const { requireVerification } = authOptions;
    await jobsSettled(app);
    // Customers who come with a password count as verified then.
    authOptions.requireVerification = false;
    try {
        await populateInitialData(app, initialData);
        if (productsCsvPath) {
            await importProducts(app, productsCsvPath, initialData.defaultLanguage);
        }
        await populateCollections(app, initialData);
        await populateCustomers(app, customerCount, sayNothing);
    } finally {
        authOptions.requireVerification = requireVerification;
    }
    await jobsSettled(app);
}

async function importProducts(app: App, file: string, language: LanguageCode): Promise<void> {
    const { errors } = await importProductsFromCsv(app, file, language);
    if (errors?.length) {
        throw new Error(`The products of ${file} could not all be imported:\n${errors.join('\n')}`);
    }
}

/** Until every job is settled twice in a row, since what a job announces can add another; or until patience ends. */
async function jobsSettled(app: App): Promise<void> {
    const { jobQueueStrategy } = app.get(ConfigService).jobQueueOptions;
    if (!isInspectableJobQueueStrategy(jobQueueStrategy)) {
        return;
    }
    const deadline = Date.now() + JOBS.patienceMs;
    for (let quiet = 0; quiet < 2 && Date.now() < deadline;) {
        await sleep(JOBS.lookEachMs);
        const { items } = await jobQueueStrategy.findMany();
        quiet = items.every(job => job.isSettled) ? quiet + 1 : 0;
    }
}
