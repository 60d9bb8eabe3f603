import { afterAll, beforeAll, describe } from 'vitest';
import { bulkSuite } from './bulk.suite';
import { fillCatalogue } from './catalogue-of-tests';
import { catalogueSuite } from './catalogue.suite';
import { ordersSuite } from './orders.suite';
import { restShop } from './rest-shop';

describe('reading by REST', async () => {
    const shop = await restShop();
    beforeAll(async () => {
        await shop.start();
        await fillCatalogue(shop);
    });
    afterAll(() => shop.stop());

    catalogueSuite(shop);
    ordersSuite(shop);
    bulkSuite(shop);
});
