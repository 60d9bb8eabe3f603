import { LeasedJobQueuePlugin, jobQueueMigrations } from '@efi/job-queue-plugin';
import { afterAll, beforeAll, describe } from 'vitest';
import { reviewsSuite } from './reviews.suite';
import { screenedShop } from './screened-shop';
import { screeningSuite } from './screening.suite';
import { trainingSuite } from './training.suite';

/** One shop for all of them: most of a suite's time goes into starting one. */
describe('a shop whose payments are screened', async () => {
    const shop = await screenedShop(
        // Tests share their machine: only those about being late have a time to keep.
        { budgetMs: 30_000 },
        { plugins: [LeasedJobQueuePlugin.init({ pollIntervalMs: 50 })], migrations: jobQueueMigrations },
    );
    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    describe('screening', () => screeningSuite(shop));
    describe('reviews and appeals', () => reviewsSuite(shop));
    describe('training', () => trainingSuite(shop));
});
