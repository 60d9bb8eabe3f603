import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openShop } from './shop';

/** One that no other test uses. */
const JOURNEYS_REDIS_DATABASE = 20;

/**
 * Vitest's `globalSetup` of the browser journeys: one whole demo shop for the run, whose addresses the tests find in
 * EFI_SHOP_URL, EFI_SERVER_URL and EFI_DATA_DIR. When EFI_SHOP_URL is set already, that shop is used and left
 * running. Under `npm run test:services` the shop runs on Redis and BullMQ.
 */
export default async function setup(): Promise<() => Promise<void>> {
    if (process.env.EFI_SHOP_URL) {
        return () => Promise.resolve();
    }
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'efi-journeys-'));
    await chmod(dataDir, 0o755);
    const redis = process.env.EFI_TEST_REDIS_URL;
    const shop = await openShop({
        dataDir,
        args: [],
        env: redis ? { REDIS_URL: `${redis}/${JOURNEYS_REDIS_DATABASE}` } : {},
    });
    process.env.EFI_SHOP_URL = shop.storefrontUrl;
    process.env.EFI_SERVER_URL = shop.serverUrl;
    process.env.EFI_DATA_DIR = dataDir;
    return async () => {
        shop.signal('SIGTERM');
        await shop.ended();
        await rm(dataDir, { recursive: true, force: true });
    };
}
