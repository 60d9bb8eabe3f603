import type { ProviderMovement } from '@efi/payments-plugin';
import { Injector } from '@vendure/core';
import { ModuleRef } from '@nestjs/core';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reconcilePaymentsTask } from '../../src/infrastructure/jobs/payment-tasks';
import { operatedShop } from './operated-shop';

interface Discrepancy {
    id: string;
    gateway: string;
    kind: string;
    movementKind: string;
    providerReference: string;
    intentId: string | null;
    there: { value: number; currencyCode: string } | null;
    here: { value: number; currencyCode: string } | null;
    state: string;
    resolvedBy: string | null;
    reason: string | null;
}

interface Report {
    gateway: string;
    state: string;
    movements: number;
    repaired: number;
    discrepancies: number;
    error: string | null;
}

const DAY = 24 * 60 * 60 * 1000;

describe('the reconciliation', async () => {
    const shop = await operatedShop();
    const { first, second } = shop;
    beforeAll(() => shop.start());
    afterAll(() => shop.server.destroy());
    beforeEach(async () => {
        first.reset();
        second.reset();
        first.isListDown = false;
        await shop.sql('DELETE FROM efi_payment_discrepancy');
        await shop.sql('DELETE FROM efi_payment_reconciliation');
        // What earlier tests booked is not in the providers' emptied books.
        await shop.sql('ALTER TABLE efi_payment_ledger DISABLE TRIGGER efi_payment_ledger_append_only');
        await shop.sql('DELETE FROM efi_payment_ledger');
        await shop.sql('ALTER TABLE efi_payment_ledger ENABLE TRIGGER efi_payment_ledger_append_only');
    });

    /** @returns The state in which the job ended. */
    async function jobEnd(id: string): Promise<string> {
        for (let tries = 0; tries < 200; tries++) {
            const { jobs } = await shop.admin<{ jobs: { items: { id: string; state: string }[] } }>(
                '{ jobs(options: { filter: { queueName: { eq: "efi-payment-reconciliation" } } }) { items { id state } } }',
            );
            const state = jobs.items.find(job => job.id === id)?.state ?? 'lost';
            if (state !== 'PENDING' && state !== 'RUNNING') {
                return state;
            }
            await sleep(50);
        }
        throw new Error('The reconciliation does not end.');
    }

    /** Reconciles two days around now, and waits for the job to end. @returns The newest reports, by gateway. */
    async function reconcile(): Promise<{ jobState: string; reports: Report[] }> {
        const from = new Date(Date.now() - DAY).toISOString();
        const to = new Date(Date.now() + DAY).toISOString();
        const { startEfiReconciliation: started } = await shop.admin<{
            startEfiReconciliation: { id: string };
        }>(
            `mutation ($from: DateTime!, $to: DateTime!) {
                startEfiReconciliation(input: { from: $from, to: $to }) { id } }`,
            { from, to },
        );
        const ended = await jobEnd(started.id);
        const { efiReconciliations } = await shop.admin<{ efiReconciliations: { items: Report[] } }>(
            `{ efiReconciliations(options: { take: 2, sort: { id: DESC } }) { items {
                gateway state movements repaired discrepancies error } } }`,
        );
        const reports = efiReconciliations.items.sort((a, b) => a.gateway.localeCompare(b.gateway));
        return { jobState: ended, reports };
    }

    const discrepancies = async () =>
        (
            await shop.admin<{ efiDiscrepancies: { items: Discrepancy[] } }>(
                `{ efiDiscrepancies(options: { sort: { id: ASC } }) { items { id gateway kind movementKind
                    providerReference intentId there { value currencyCode } here { value currencyCode }
                    state resolvedBy reason } } }`,
            )
        ).efiDiscrepancies.items;

    /** A paid order, and its capture in the provider's books. */
    async function paidOrder() {
        const { shopper, code } = await shop.shopper();
        await shopper.pay();
        const intent = await shop.intent(code);
        const movements = first.books.get(intent.id)?.movements ?? [];
        const index = movements.findIndex(({ kind }) => kind === 'captured');
        const capture = movements[index];
        if (!capture) {
            throw new Error('The order was not paid.');
        }
        const rewrite = (changed: ProviderMovement) => movements.splice(index, 1, changed);
        return { code, intentId: intent.id, movements, capture, rewrite };
    }

    it('finds nothing to do when both have the same', async () => {
        await paidOrder();
        const { jobState, reports } = await reconcile();
        expect(jobState).toBe('COMPLETED');
        expect(reports).toMatchObject([
            { gateway: 'first', state: 'completed', movements: 2, repaired: 0, discrepancies: 0 },
            { gateway: 'second', state: 'completed', movements: 0 },
        ]);
        expect(await discrepancies()).toEqual([]);
    });

    it('finds a charge that the shop knows nothing of', async () => {
        first.books.set('elsewhere', {
            providerReference: 'pay-elsewhere',
            intentId: 'no-intent-of-ours',
            money: { amount: 990, currency: 'EUR' },
            status: 'captured',
            movements: [
                {
                    kind: 'captured',
                    money: { amount: 990, currency: 'EUR' },
                    providerReference: 'cap-elsewhere',
                    occurredAt: new Date(),
                },
            ],
        });
        expect((await reconcile()).reports[0]).toMatchObject({ movements: 1, repaired: 0, discrepancies: 1 });
        expect(await discrepancies()).toMatchObject([
            {
                gateway: 'first',
                kind: 'missing-here',
                movementKind: 'captured',
                providerReference: 'cap-elsewhere',
                intentId: null,
                there: { value: 990, currencyCode: 'EUR' },
                here: null,
                state: 'open',
            },
        ]);
    });

    it('books what no webhook told, and brings the order to its end', async () => {
        const { shopper, code } = await shop.shopper();
        await shopper.pay('card', { token: '3ds' });
        const { id } = await shop.intent(code);
        first.complete(id);
        expect((await reconcile()).reports[0]).toMatchObject({ repaired: 1, discrepancies: 0 });
        expect(await shop.orderState(code)).toBe('PaymentSettled');
        const sources = await shop.sql('SELECT kind, source FROM efi_payment_ledger WHERE "intentId" = $1', [
            id,
        ]);
        expect(sources).toContainEqual({ kind: 'authorised', source: 'reconciliation' });
    });

    it('finds a capture that the provider does not have, and closes the matter when it shows up', async () => {
        const { intentId, movements, capture } = await paidOrder();
        movements.splice(movements.indexOf(capture), 1);
        expect((await reconcile()).reports[0]).toMatchObject({ movements: 1, discrepancies: 1 });
        expect(await discrepancies()).toMatchObject([
            { kind: 'missing-there', intentId, there: null, here: { value: 1800 }, state: 'open' },
        ]);
        movements.push(capture);
        expect((await reconcile()).reports[0]).toMatchObject({ movements: 2, discrepancies: 0 });
        expect(await discrepancies()).toMatchObject([{ state: 'resolved', resolvedBy: null }]);
    });

    it('does not take a list that lags behind for a loss', async () => {
        const { capture, rewrite } = await paidOrder();
        rewrite({ ...capture, occurredAt: new Date(Date.now() - 10 * DAY) });
        expect((await reconcile()).reports[0]).toMatchObject({ movements: 1, discrepancies: 0 });
    });

    it('leaves another amount to a person, whose word holds until the amount changes again', async () => {
        const { capture, rewrite } = await paidOrder();
        rewrite({ ...capture, money: { ...capture.money, amount: 1799 } });
        await reconcile();
        const [found] = await discrepancies();
        expect(found).toMatchObject({ kind: 'differs', there: { value: 1799 }, here: { value: 1800 } });

        const resolve = (reason: string) =>
            shop.admin(
                'mutation ($input: ResolveEfiDiscrepancyInput!) { resolveEfiDiscrepancy(input: $input) { id } }',
                {
                    input: { id: found?.id, reason },
                },
            );
        await expect(resolve('  ')).rejects.toThrow('Give a reason');
        await resolve('The provider rounds.');
        await expect(resolve('Twice.')).rejects.toThrow('no open discrepancy');
        await reconcile();
        expect(await discrepancies()).toMatchObject([
            { state: 'resolved', resolvedBy: 'superadmin', reason: 'The provider rounds.' },
        ]);

        rewrite({ ...capture, money: { ...capture.money, amount: 1 } });
        await reconcile();
        expect(await discrepancies()).toMatchObject([{ state: 'open', there: { value: 1 }, reason: null }]);
    });

    it('says when a provider’s list can’t be had, and still compares the others', async () => {
        first.isListDown = true;
        const { jobState, reports } = await reconcile();
        expect(jobState).toBe('FAILED');
        expect(reports).toMatchObject([
            {
                gateway: 'first',
                state: 'failed',
                error: expect.stringContaining('The list can’t be had.') as string,
            },
            { gateway: 'second', state: 'completed', error: null },
        ]);
    });

    it('covers all providers when the schedule asks for it, up to where everything has settled', async () => {
        const injector = new Injector(shop.server.app.get(ModuleRef));
        const { jobId } = (await reconcilePaymentsTask.execute(injector)) as { jobId: string };
        expect(await jobEnd(`T_${jobId}`)).toBe('COMPLETED');
        const reports = await shop.sql<{ gateway: string; periodFrom: Date; periodTo: Date }>(
            'SELECT * FROM efi_payment_reconciliation ORDER BY gateway',
        );
        expect(reports.map(report => report.gateway)).toEqual(['first', 'second']);
        for (const { periodFrom, periodTo } of reports) {
            expect(periodTo.getTime() - periodFrom.getTime()).toBe(30 * DAY);
            expect(Date.now() - periodTo.getTime()).toBeGreaterThanOrEqual(15 * 60_000);
        }
    });

    it('can’t be asked for a provider that the shop does not have', async () => {
        const refused = shop.admin('mutation { startEfiReconciliation(input: { gateway: "none" }) { id } }');
        await expect(refused).rejects.toMatchObject({
            message: expect.stringContaining('There is no payment gateway "none"') as string,
            response: { errors: [{ extensions: { code: 'USER_INPUT_ERROR' } }] },
        });
    });
});
