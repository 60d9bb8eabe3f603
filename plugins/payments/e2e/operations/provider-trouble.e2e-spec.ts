import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Shopper } from '../checkout/payment-shop';
import { operatedShop } from './operated-shop';

interface Health {
    name: string;
    circuit: string;
    calls: number;
    failures: number;
    successRate: number | null;
    lastError: string | null;
}

const OPEN_MS = 3_000;

describe('a provider in trouble', async () => {
    const shop = await operatedShop({ failuresToOpen: 2, openMs: OPEN_MS, concurrency: 10, queue: 0 });
    const { first, second } = shop;
    beforeAll(() => shop.start());
    afterAll(() => shop.server.destroy());
    beforeEach(() => {
        first.reset();
        second.reset();
    });

    async function health(): Promise<Health> {
        const { efiPaymentGateways } = await shop.admin<{ efiPaymentGateways: Health[] }>(
            '{ efiPaymentGateways { name circuit calls failures successRate lastError } }',
        );
        const found = efiPaymentGateways.find(gateway => gateway.name === 'first');
        if (!found) {
            throw new Error('The first gateway is not listed.');
        }
        return found;
    }

    it('is left for the next one, not called for a while, and taken back when it answers again', async () => {
        const shoppers: Shopper[] = [];
        for (let count = 0; count < 4; count++) {
            shoppers.push((await shop.shopper()).shopper);
        }
        expect(await health()).toMatchObject({ circuit: 'closed', calls: 0, successRate: null });
        first.fail('authorise', 'unreachable', 'unreachable');
        const pay = async () =>
            expect(await shoppers.pop()?.pay('either')).toMatchObject({ state: 'PaymentSettled' });
        await pay();
        await pay();
        expect(first.calls).toHaveLength(2);
        expect(await health()).toMatchObject({
            circuit: 'open',
            calls: 2,
            failures: 2,
            successRate: 0,
            lastError: expect.stringContaining('No route to the provider') as string,
        });

        await pay();
        expect(first.calls).toHaveLength(2);
        expect(second.charged).toHaveLength(3);

        await sleep(OPEN_MS);
        await pay();
        expect(first.charged).toHaveLength(1);
        expect(await health()).toMatchObject({ circuit: 'closed', failures: 2 });
    });

    it('takes no more calls at the same time than it may, and the next one gets the rest', async () => {
        const shoppers: Shopper[] = [];
        for (let count = 0; count < 11; count++) {
            shoppers.push((await shop.shopper()).shopper);
        }
        const untilOneIsLeft = () => vi.waitFor(() => expect(second.charged).toHaveLength(1), 7_000);
        first.fail('authorise', ...Array.from({ length: 11 }, () => ({ run: untilOneIsLeft })));
        const answers = await Promise.all(shoppers.map(shopper => shopper.pay('either')));
        expect(answers.map(answer => answer.state)).toEqual(shoppers.map(() => 'PaymentSettled'));
        expect(first.calls.filter(call => call.name === 'authorise')).toHaveLength(10);
        expect([first.charged.length, second.charged.length]).toEqual([10, 1]);
    });
});
