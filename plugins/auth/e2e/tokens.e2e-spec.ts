import { afterAll, beforeAll, describe } from 'vitest';
import { keysSuite } from './keys.suite';
import { tokenShop } from './token-shop';

describe('tokens', async () => {
    const shop = await tokenShop();
    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    keysSuite(shop);
});
