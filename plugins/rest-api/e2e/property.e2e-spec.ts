import { afterAll, beforeAll, describe } from 'vitest';
import { propertySuite } from './property.suite';
import { restShop } from './rest-shop';

describe('the REST API', async () => {
    const many = 100_000;
    const shop = await restShop({
        limits: { read: many, bulk: many, write: many, credentials: many },
        addressLimit: many,
    });
    beforeAll(() => shop.start());
    afterAll(() => shop.stop());

    propertySuite(shop);
});
