import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { RunningShop } from '../support/running-shop';
import type { SandboxFault } from '../support/sandbox-control';

/** A moment in the life of a payment, and how to stop the world there. */
export interface PaymentStep {
    readonly name: string;
    /** What the provider does, so that the moment lasts. */
    readonly faults: readonly SandboxFault[];
    /** Whether the shopper has paid in the end; otherwise nothing was charged, and the order waits to be paid. */
    readonly paid: boolean;
    /** Resolves when the payment of that order has come so far. */
    reached(shop: RunningShop, order: HeldOrder): Promise<void>;
}

/** An order, and a connection of the test's own that may lock it. */
interface HeldOrder {
    readonly code: string;
    readonly locker: Client;
}

/** Longer than it takes to look and to kill, shorter than the shop waits for the provider. */
const A_MOMENT = 4_000;

/** Each step at which a server may die. The names end the sentence "a server that is killed …". */
export const paymentSteps: readonly PaymentStep[] = [
    {
        name: 'while the provider has yet to charge',
        // The provider lets go of a request whose sender is gone.
        faults: [{ kind: 'slow', operation: 'create', times: 1, ms: A_MOMENT }],
        paid: false,
        reached: (shop, order) => intentIs(shop, order, 'processing'),
    },
    {
        name: 'after the charge, before its answer',
        faults: [{ kind: 'timeout_after', operation: 'create', times: 1 }],
        paid: true,
        reached: (shop, order) => booked(shop, order, 'authorised'),
    },
    {
        name: 'after the answer, before the order has the payment',
        faults: [{ kind: 'slow', operation: 'create', times: 1, ms: A_MOMENT / 2 }],
        paid: true,
        async reached(shop, order) {
            await intentIs(shop, order, 'processing');
            await lock(order);
            await intentIs(shop, order, 'authorised');
            await somebodyWaitsForALock(shop);
        },
    },
    {
        name: 'while the provider has yet to capture',
        faults: [{ kind: 'slow', operation: 'capture', times: 1, ms: A_MOMENT }],
        paid: true,
        reached: (shop, order) => captureIs(shop, order, 'pending'),
    },
    {
        name: 'after the capture, before its answer',
        faults: [{ kind: 'timeout_after', operation: 'capture', times: 1 }],
        paid: true,
        reached: (shop, order) => booked(shop, order, 'captured'),
    },
    {
        name: 'after the answer to the capture, before the order knows',
        faults: [{ kind: 'slow', operation: 'capture', times: 1, ms: A_MOMENT / 2 }],
        paid: true,
        async reached(shop, order) {
            await captureIs(shop, order, 'pending');
            await lock(order);
            await captureIs(shop, order, 'succeeded');
            await somebodyWaitsForALock(shop);
        },
    },
    {
        name: 'while it handles the webhook of a payment whose answer got lost',
        faults: [{ kind: 'break_after', operation: 'create', times: 1 }],
        paid: true,
        async reached(shop, order) {
            await intentIs(shop, order, 'processing');
            await lock(order);
            await booked(shop, order, 'authorised');
            await somebodyWaitsForALock(shop);
        },
    },
];

async function lock({ code, locker }: HeldOrder): Promise<void> {
    await locker.query('BEGIN');
    await locker.query('SELECT FROM "order" WHERE code = $1 FOR UPDATE', [code]);
}

function intentIs(shop: RunningShop, { code }: HeldOrder, state: string): Promise<void> {
    return untilRow(
        shop,
        `the intent is ${state}`,
        `SELECT FROM efi_payment_intent WHERE "orderCode" = $1 AND state = $2`,
        [code, state],
    );
}

function captureIs(shop: RunningShop, { code }: HeldOrder, state: string): Promise<void> {
    return untilRow(
        shop,
        `the capture is ${state}`,
        `SELECT FROM efi_payment_operation op JOIN efi_payment_intent i ON i.id = op."intentId"
          WHERE i."orderCode" = $1 AND op.kind = 'capture' AND op.state = $2`,
        [code, state],
    );
}

function somebodyWaitsForALock(shop: RunningShop): Promise<void> {
    return untilRow(
        shop,
        'the server waits for the order',
        `SELECT FROM pg_stat_activity
          WHERE datname = current_database() AND application_name LIKE 'efi-server%' AND wait_event_type = 'Lock'`,
    );
}

function booked(shop: RunningShop, { code }: HeldOrder, kind: string): Promise<void> {
    return until(`the provider has ${kind}`, async () => {
        const { payments } = await shop.sandbox.control.books();
        return payments.some(
            ({ description, movements }) =>
                description.includes(code) && movements.some(movement => movement.kind === kind),
        );
    });
}

function untilRow(shop: RunningShop, what: string, query: string, values: unknown[] = []): Promise<void> {
    return until(what, async () => ((await shop.database.query(query, values)).rowCount ?? 0) > 0);
}

/** @throws Error that says what did not come about in 20 seconds. */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (!(await isSo())) {
        if (Date.now() > deadline) {
            throw new Error(`Waited in vain until ${what}.`);
        }
        await sleep(25);
    }
}
