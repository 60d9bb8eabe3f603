import { DefaultOrderByCodeAccessStrategy, type Order, type RequestContext } from '@vendure/core';
import type { OrderKeys } from './order-keys';

/** Of requests that bring keys of orders, with commas between them. */
export const ORDER_KEYS_HEADER = 'efi-order-keys';

/** As many as anybody has at hand. Checking one takes a few microseconds. */
const MOST_KEYS = 20;

/**
 * An order of somebody with an account is theirs to see, signed in. A guest's is seen by who has a key of it, and for a
 * while after it was placed by whoever knows its code, which Vendure's own strategy allows for all orders.
 */
export class OrderAccessStrategy extends DefaultOrderByCodeAccessStrategy {
    /** @param byCodeAlone - As `ms` reads it: `2h`. */
    constructor(
        private readonly keys: OrderKeys,
        byCodeAlone: string,
    ) {
        super(byCodeAlone);
    }

    override canAccessOrder(ctx: RequestContext, order: Order): boolean {
        const owner = order.customer?.user;
        // A guest who registers after buying has an account that is not theirs before they read their mail.
        if (owner?.verified) {
            return owner.id === ctx.activeUserId;
        }
        return super.canAccessOrder(ctx, order) || this.hasKey(ctx, order.code);
    }

    private hasKey(ctx: RequestContext, code: string): boolean {
        const header = ctx.req?.headers[ORDER_KEYS_HEADER];
        const brought = typeof header === 'string' ? header.split(',', MOST_KEYS) : [];
        return brought.some(key => this.keys.opens(key.trim(), code));
    }
}
