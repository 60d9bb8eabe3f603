import { DefaultSessionCacheStrategy } from '@vendure/core';
import { afterAll, beforeAll, describe } from 'vitest';
import { endingsSuite } from './endings.suite';
import { tokenShop } from './token-shop';

// Vendure's own cache, with which it goes by what it knows of a session for five minutes.
describe('with a cache of sessions', async () => {
    const shop = await tokenShop({
        authOptions: { sessionCacheStrategy: new DefaultSessionCacheStrategy(), sessionCacheTTL: 300 },
    });
    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    endingsSuite(shop);
});
