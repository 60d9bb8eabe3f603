import { afterAll, beforeAll, describe } from 'vitest';
import { RunningShop } from '../support/running-shop';
import { stormOfMerchants } from './merchant.storm';
import { stormOverPayments } from './paying.storm';
import { stormOverPromotions } from './promotions.storm';
import { stormOverStock } from './stock.storm';

/**
 * Crowds at two servers, a worker, and the sandbox provider as a process of its own. What is left to show after each
 * rush is in ../invariants; without-guards.system-spec.ts shows that the rushes are hard enough.
 */
describe('the storm', () => {
    let shop: RunningShop;

    beforeAll(async () => {
        shop = await RunningShop.open({ name: 'storm' });
    });

    afterAll(() => shop?.close());

    describe('over stock', () => stormOverStock(() => shop));
    describe('over payments', () => stormOverPayments(() => shop));
    describe('over promotions', () => stormOverPromotions(() => shop));
    describe('of merchants', () => stormOfMerchants(() => shop));
});
