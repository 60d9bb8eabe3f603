import type { PaymentIntent } from '../domain/payment-intent';
import type { IntentStore } from './ports/intent-store.port';
import type { OrderPayments } from './ports/order-payments.port';
import type { RunOperation } from './run-operation';

/** Held money is let go first, then captured money is paid back: two operations at most, and one for good measure. */
const MAX_OPERATIONS = 3;

/** Gives money back that an order did not take. */
export class ReturnPayment {
    constructor(
        private readonly store: IntentStore,
        private readonly operations: RunOperation,
        private readonly orders: OrderPayments,
    ) {}

    /**
     * From here on the order can't take the payment any more. What the provider does not answer now is gone on with
     * later.
     *
     * @param reason - To be told to the shopper; left out when the shopper gave up the attempt, or the reason is known.
     */
    async run(intentId: string, reason?: string): Promise<void> {
        let begun = await this.store.beginReturn(intentId, reason);
        if (begun) {
            await this.tell(begun.record.intent);
        }
        for (let count = 0; begun && count < MAX_OPERATIONS; count++) {
            const result = await this.operations.carryOut(begun);
            if (result.status !== 'succeeded' || result.record.intent.state !== 'returning') {
                return;
            }
            begun = await this.store.beginReturn(intentId);
        }
    }

    /** @returns Whether nobody is left to be told. */
    async tell(intent: PaymentIntent): Promise<boolean> {
        if (intent.untoldReturn === undefined) {
            return true;
        }
        const isTold = await this.orders.noteReturn(intent, intent.untoldReturn);
        if (isTold) {
            await this.store.markReturnTold(intent.id);
        }
        return isTold;
    }
}
