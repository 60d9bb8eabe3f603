import type { ID } from '@vendure/core';
import type { ExpiryObserver, ExpiryOutcome, UnpaidOrders } from './ports/unpaid-orders.port';

/**
 * Gives back what an order holds that came to payment and was left there: its limited promotions and its stock. It
 * becomes a cart again, so the shopper loses nothing and can go on later, with what is left then.
 */
export class ExpireUnpaidOrders {
    constructor(
        private readonly orders: UnpaidOrders,
        private readonly observer: ExpiryObserver,
        /** How long an order may stand in payment. */
        private readonly minutes: number,
    ) {}

    /** One round. Safe to run on several workers at once. Ends after the order at hand when `signal` says so. */
    async run(signal?: AbortSignal): Promise<void> {
        for (const orderId of await this.orders.findDue(this.minutes)) {
            if (signal?.aborted) {
                return;
            }
            try {
                this.observer.expired(orderId, await this.expire(orderId));
            } catch (error) {
                this.observer.failed(orderId, error);
            }
        }
    }

    private async expire(orderId: ID): Promise<ExpiryOutcome> {
        const outcome = await this.orders.ifStillDue<ExpiryOutcome>(orderId, this.minutes, async ctx => {
            if (await this.orders.isBeingPaid(ctx, orderId)) {
                await this.orders.keepStock(ctx, orderId, this.minutes);
                return 'paying';
            }
            return (await this.orders.reopen(ctx, orderId)) === undefined ? 'reopened' : 'refused';
        });
        return outcome ?? 'busy';
    }
}
