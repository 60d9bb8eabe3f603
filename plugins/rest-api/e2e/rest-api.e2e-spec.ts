import { afterAll, beforeAll, describe } from 'vitest';
import { idempotencySuite } from './idempotency.suite';
import { limitsSuite } from './limits.suite';
import { restShop } from './rest-shop';
import { shellSuite } from './shell.suite';

describe('the REST API', async () => {
    // One test changes the channel's languages.
    const shop = await restShop({ docs: true }, { entityOptions: { channelCacheTtl: 100 } });
    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    shellSuite(shop);
    idempotencySuite(shop);
    limitsSuite(shop);
});
