import { NoopSessionCacheStrategy } from '@vendure/core';
import { afterAll, beforeAll, describe } from 'vitest';
import { endingsSuite } from './endings.suite';
import { familiesSuite } from './families.suite';
import { forgedTokensSuite } from './forged-tokens.suite';
import { keysSuite } from './keys.suite';
import { tokenShop } from './token-shop';

describe('tokens', async () => {
    const shop = await tokenShop({ authOptions: { sessionCacheStrategy: new NoopSessionCacheStrategy() } });
    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    keysSuite(shop);
    forgedTokensSuite(shop);
    familiesSuite(shop);
    endingsSuite(shop);
});
