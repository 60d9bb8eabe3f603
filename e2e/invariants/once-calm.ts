import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningShop } from '../support/running-shop';
import { compareBooks } from './books';
import { type BrokenInvariant, brokenInvariants } from './invariant';
import { orderInvariants } from './orders';
import { connectionInvariants, paymentInvariants } from './payments';
import { stockInvariants } from './stock';

const UNDER_WAY = `
    SELECT (SELECT count(*) FROM efi_payment_intent WHERE state IN ('processing', 'pending', 'authorised', 'returning'))
         + (SELECT count(*) FROM efi_payment_operation op JOIN efi_payment_intent i ON i.id = op."intentId"
             WHERE i.state <> 'action-required' AND (op.state IN ('pending', 'unknown')
                OR (i.state = 'recorded' AND op.kind IN ('capture', 'refund')
                    AND op.state = 'succeeded' AND op."claimedAt" IS NULL)))
         + (SELECT count(*) FROM payment p JOIN efi_payment_intent i ON i."paymentId" = p.id
             WHERE i."captureMode" = 'automatic' AND p.state = 'Authorized') AS n`;

/**
 * Waits until no payment is under way and every webhook has been taken, with no hand, and then looks whether anything
 * was lost.
 *
 * @param withinMs - When to look at the latest: what is unfinished then is among the exceptions.
 * @returns The invariants that do not hold; none when all is well.
 */
export async function brokenOnceCalm(shop: RunningShop, withinMs = 30_000): Promise<BrokenInvariant[]> {
    const until = Date.now() + withinMs;
    while (Date.now() < until && !(await isCalm(shop))) {
        await sleep(250);
    }
    const books = await shop.sandbox.control.books();
    return [
        ...(await brokenInvariants(shop.database, [
            ...stockInvariants,
            ...orderInvariants,
            ...paymentInvariants,
            ...connectionInvariants,
        ])),
        ...(await compareBooks(shop.database, books)),
    ];
}

async function isCalm(shop: RunningShop): Promise<boolean> {
    const { rows } = await shop.database.query<{ n: string }>(UNDER_WAY);
    const { deliveries } = await shop.sandbox.control.books();
    return rows[0]?.n === '0' && deliveries.every(delivery => delivery.deliveredAt !== undefined);
}
